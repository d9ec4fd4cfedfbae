import { parseDocument } from 'yaml';
import { type Corrections, type CorrectionProblem, noCorrections } from './model';
import { NodeReader } from './nodes';
import { readArticles } from './parseArticles';
import { readEvents } from './parseEvents';
import { readNames } from './parseNames';

export interface ParsedCorrections {
  readonly corrections: Corrections;
  /** In the order of the file. */
  readonly problems: readonly CorrectionProblem[];
}

/** Characters of a file that is read, brackets open at once, and mistakes in the writing of YAML that are told. */
const longest = 1_000_000, deepest = 40, mostMistakes = 50;

const sections = 'articles, names or events';

/**
 * Reads the text of an `attest.yml`. Never throws: what cannot be used is a problem at its place, and the rest counts.
 * An empty file has no corrections.
 */
export function parseCorrections(text: string): ParsedCorrections {
  const whole = { start: 0, end: Math.min(1, text.length) };
  const refused = (message: string): ParsedCorrections => ({ corrections: noCorrections, problems: [{ severity: 'error', message, span: whole }] });
  if (text.length > longest) return refused(`The file has more than ${longest.toLocaleString('en')} characters and is not read. Divide the corpus into several folders.`);
  if (isDeep(text)) return refused('The file is nested too deeply and is not read. Corrections need lists in lists, no more.');
  try {
    return read(text);
  } catch {
    // The parser gives up with an exhausted stack.
    return refused('The file is nested too deeply and is not read. Corrections need lists in lists, no more.');
  }
}

/** How `attest.yml` is parsed, here and where it is edited: texts stay texts, and neither merges nor aliases make anything grow. */
export const yamlOptions = { schema: 'core', merge: false, prettyErrors: false, logLevel: 'silent', uniqueKeys: true } as const;

function read(text: string): ParsedCorrections {
  const document = parseDocument(text, yamlOptions);
  const reader = new NodeReader(text.length);
  for (const { message, pos: [start, end] } of document.errors.slice(0, mostMistakes)) {
    reader.problems.push({ severity: 'error', message: `${inWords(message)} Mend it; what cannot be read here does not count.`, span: { start: Math.min(start, text.length), end: Math.min(Math.max(end, start + 1), Math.max(text.length, start)) } });
  }
  let corrections: Corrections = noCorrections;
  for (const { key, keyNode, value, span } of reader.entries(document.contents, `a mapping with ${sections}`)) {
    if (key === 'articles') corrections = { ...corrections, articles: readArticles(reader, value, span) };
    else if (key === 'names') corrections = { ...corrections, ...readNames(reader, value, span) };
    else if (key === 'events') corrections = { ...corrections, ...readEvents(reader, value, span) };
    else reader.problem('warning', `“${key.slice(0, 60)}” is no part of this file: there are ${sections}. It is passed over.`, keyNode);
  }
  return { corrections, problems: reader.problems.sort((a, b) => a.span.start - b.span.start) };
}

/** Brackets that nest beyond all use; counted without regard to quotation marks, which is near enough. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '[' || character === '{') depth++;
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
    else if (character === '\n' && /^[ ]{0,4}\S/.test(text.slice(i + 1, i + 8))) depth = Math.min(depth, deepest - 1);
    if (depth > deepest) return true;
  }
  return false;
}

function inWords(message: string): string {
  const first = message.split('\n', 1)[0]!.trim().slice(0, 200);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
