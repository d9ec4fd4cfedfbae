import { citationsOf } from './citations';
import type { DraftText } from './text';

/** What Quarto and pandoc-crossref write before the label of a figure, a table and the like: `@fig-harbour`, `@eq:sum`. */
const crossReference = /^(?:fig|tbl|tab|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|alg|tip|nte|wrn|imp|cau)[-:]/;

/** The keys that a draft cites, each once, in order; references to its own figures, sections and labels left out. */
export function citedKeys(draft: DraftText): string[] {
  const keys = new Set(citationsOf(draft).flatMap((citation) => citation.keys.map(({ text }) => text)));
  return [...keys].filter((key) => {
    if (draft.languageId === 'typst') return !draft.text.includes(`<${key}>`) || draft.text.includes(`#cite(<${key}>`);
    return !crossReference.test(key);
  });
}
