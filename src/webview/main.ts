import './timeline.css';
import { App } from './app';
import { setWords } from './words';

const root = document.getElementById('timeline')!;
setWords(JSON.parse(root.dataset['words'] ?? '{}') as Readonly<Record<string, string>>, document.documentElement.lang || 'en');
new App(root);
