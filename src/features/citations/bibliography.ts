import { citationKey } from './key';
import type { CitedArticle } from './citedArticle';
import { cslItem, dateParts, notedPath } from './cslItem';
import { isSameWork, type Work } from './work';

/** A bibliography with an article in it. */
export interface BibliographyEntry {
  readonly ok: true;
  /** The whole file. */
  readonly text: string;
  /** The key to cite the article by. */
  readonly key: string;
  /** False when the article was there already; `text` is then what was given. */
  readonly added: boolean;
  /** What `text` has at `offset` of what was given, and nothing else changed; absent when nothing was added. */
  readonly insertion?: { readonly offset: number; readonly text: string };
}

/** Why nothing could be added, in words for the writer. */
export interface BibliographyProblem {
  readonly ok: false;
  readonly message: string;
}

/** What is read of an entry; every field may be of another type in a file that others wrote. */
interface Entry {
  readonly id?: unknown;
  readonly title?: unknown;
  readonly 'container-title'?: unknown;
  readonly issued?: unknown;
  readonly URL?: unknown;
  readonly note?: unknown;
}

/**
 * Puts an article into a CSL-JSON bibliography, unless it is there: by its path, its address, or headline, outlet and date.
 * What the file has stays as it is, character by character.
 * @param text the file; undefined or blank when there is none yet
 * @param name of the file, for messages
 */
export function addToBibliography(text: string | undefined, article: CitedArticle, name = 'references.json'): BibliographyEntry | BibliographyProblem {
  const before = text ?? '';
  if (before.replace(/^\ufeff/, '').trim() === '') {
    const key = citationKey(article), whole = `[\n${entryText(article, key, '  ', '\n')}\n]\n`;
    return { ok: true, text: whole, key, added: true, insertion: { offset: 0, text: whole } };
  }
  const entries = readEntries(before, name);
  if (!Array.isArray(entries)) return { ok: false, message: entries.message };
  const present = entries.find((entry) => isSameWork(workOf(entry), article));
  if (present) return { ok: true, text: before, key: String(present.id), added: false };
  const key = citationKey(article, entries.map((entry) => String(entry.id ?? '')));
  // The text is a valid list, so its last mark is the bracket that closes it.
  const close = before.trimEnd().length - 1;
  const end = before.slice(0, close).trimEnd().length;
  const lineBreak = before.includes('\r\n') ? '\r\n' : '\n';
  const indent = /[\r\n]([ \t]*)\{/.exec(before)?.[1] ?? '  ';
  const onOneLine = entries.length > 0 && !/[\r\n]/.test(before.trim());
  const entry = entryText(article, key, indent, lineBreak);
  const inserted = (entries.length > 0 ? ',' : '') + (onOneLine ? ` ${JSON.stringify(cslItem(article, key))}` : lineBreak + entry + (/[\r\n]/.test(before.slice(end, close)) ? '' : lineBreak));
  return { ok: true, text: before.slice(0, end) + inserted + before.slice(end), key, added: true, insertion: { offset: end, text: inserted } };
}

/** The works that a CSL-JSON bibliography lists; empty when it cannot be read. */
export function bibliographyEntries(text: string): readonly Work[] {
  const entries = readEntries(text, '');
  return Array.isArray(entries) ? entries.map(workOf).filter(({ key }) => key !== '') : [];
}

function workOf(entry: Entry): Work {
  return {
    key: entry.id === undefined ? '' : String(entry.id), title: stringOf(entry.title), outlet: stringOf(entry['container-title']),
    path: notedPath(stringOf(entry.note)), url: stringOf(entry.URL), issued: issuedOf(entry.issued),
  };
}

function readEntries(text: string, name: string): Entry[] | { readonly message: string } {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'it cannot be read';
    return { message: `${name} is not valid JSON (${reason}). Correct it, or name another file in attest.citation.bibliography.` };
  }
  if (!Array.isArray(value)) {
    return { message: `${name} is not a CSL-JSON bibliography: a list of entries in square brackets is expected. Export it as CSL JSON, or name another file in attest.citation.bibliography.` };
  }
  return value.map((entry: unknown) => (typeof entry === 'object' && entry !== null ? entry : {}));
}

function entryText(article: CitedArticle, key: string, indent: string, lineBreak: string): string {
  const unit = indent === '' ? '  ' : indent;
  return JSON.stringify(cslItem(article, key), null, unit).split('\n').map((line) => indent + line).join(lineBreak);
}

function issuedOf(issued: unknown): string {
  if (typeof issued !== 'object' || issued === null) return '';
  const parts: unknown = 'date-parts' in issued && Array.isArray(issued['date-parts']) ? issued['date-parts'][0] : undefined;
  if (Array.isArray(parts)) return parts.map(Number).join('-');
  const raw = 'raw' in issued ? stringOf(issued.raw) : '';
  return dateParts(raw)?.join('-') ?? '';
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');
