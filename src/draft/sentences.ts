import { splitSentences } from '../language/sentences';
import { tokenise } from '../language/tokens';
import type { Span } from '../language/types';
import { plainOf } from './plain';
import type { Block, DraftText } from './text';

/** The sentences of a block, ascending. A wrapped line does not end one. */
export function sentencesOf(draft: DraftText, block: Block): Span[] {
  const plain = plainOf(draft.text, block);
  // A line break within a paragraph is a blank to the reader; for the splitter it would end a sentence.
  return splitSentences(tokenise(plain.text.replace(/[\r\n]/g, ' '))).map((sentence) => ({
    start: plain.toSource(sentence.start),
    end: plain.toSource(sentence.end - 1) + 1,
  }));
}

/** The sentence that contains an offset, or the last one that ends before it in the same block; undefined outside prose. */
export function sentenceAt(draft: DraftText, offset: number): Span | undefined {
  const block = draft.blockAt(offset);
  if (!block) return undefined;
  let found: Span | undefined;
  for (const sentence of sentencesOf(draft, block)) {
    if (sentence.start > offset && found) break;
    found = sentence;
  }
  return found;
}
