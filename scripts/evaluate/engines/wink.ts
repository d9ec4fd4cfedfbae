import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Span } from '../../../src/language/types';
import type { Engine } from './engine';

const wink = winkNLP(model, ['sbd', 'pos']);

export const winkNlp: Engine = {
  name: 'wink-nlp',
  // Its model tells no kinds of names: runs of proper nouns are taken.
  nameSpans({ text }) {
    const tokens = wink.readDoc(text).tokens(), words = tokens.out() as string[], tags = tokens.out(wink.its.pos) as string[];
    const names: Span[] = [];
    let at = 0, open: { start: number; end: number } | null = null;
    words.forEach((word, i) => {
      const start = text.indexOf(word, at);
      if (start < 0) return;
      const gap = text.slice(at, start);
      at = start + word.length;
      if (tags[i] !== 'PROPN') { open = null; return; }
      if (open && !gap.includes('\n')) { open.end = at; return; }
      open = { start, end: at };
      names.push(open);
    });
    return names;
  },
};
