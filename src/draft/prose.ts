import { DraftText, lazyChunk, type Block } from './text';
import { scanAsciidoc } from './scan/asciidoc';
import { scanLatex } from './scan/latex';
import { markdownDraft, type ScannedParts } from './scan/markdown';
import { scanPlainText } from './scan/plainText';
import { scanRestructuredText } from './scan/restructuredText';
import { scanTypst } from './scan/typst';

/** Notations that are scanned in one go; each scanner is linear and never throws. */
const scanners: Readonly<Record<string, (text: string) => readonly Block[]>> = {
  plaintext: scanPlainText,
  latex: scanLatex,
  tex: scanLatex,
  asciidoc: scanAsciidoc,
  restructuredtext: scanRestructuredText,
  typst: scanTypst,
};

/** Editor language identifiers whose documents can be drafts. */
export const draftLanguages: readonly string[] = ['markdown', 'quarto', ...Object.keys(scanners)];

/**
 * Tells the prose of a draft from its code, comments, front matter, math, link targets and commands.
 * Nothing is scanned until it is asked for. A language identifier that is not in {@link draftLanguages} is read as plain text.
 * @param parts what earlier versions of the same draft had scanned, reused where it is unchanged and kept up to date
 */
export function proseOf(text: string, languageId: string, parts?: ScannedParts): DraftText {
  if (languageId === 'markdown' || languageId === 'quarto') return new DraftText(text, languageId, markdownDraft(text, parts));
  const scan = Object.hasOwn(scanners, languageId) ? scanners[languageId]! : scanPlainText;
  return new DraftText(text, languageId, [lazyChunk(0, text.length, () => scan(text))]);
}
