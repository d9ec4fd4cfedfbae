/** `npm run texts`: writes the English texts of the code to `l10n/bundle.l10n.json`, and says which the German bundle lacks. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../editor/paths';
import { bundleOf, collectTexts } from './collect';

const english = bundleOf(collectTexts());
writeFileSync(path.join(root, 'l10n', 'bundle.l10n.json'), `${JSON.stringify(english, undefined, 2)}\n`);
const german = JSON.parse(readFileSync(path.join(root, 'l10n', 'bundle.l10n.de.json'), 'utf8')) as Record<string, string>;
const missing = Object.keys(english).filter((text) => german[text] === undefined), idle = Object.keys(german).filter((text) => english[text] === undefined);
console.log(`${Object.keys(english).length} texts; German lacks ${missing.length}${idle.length > 0 ? ` and has ${idle.length} that nothing uses` : ''}`);
for (const text of missing) console.log(`  ${JSON.stringify(text)}: "",`);
for (const text of idle) console.log(`- ${JSON.stringify(text)}`);
