import { authorsOf, type CslName } from './authors';
import type { BibliographyEntry } from './bibliography';
import { readBibtex, type BibtexEntry } from './bibtexFile';
import { titleOf, type CitedArticle } from './citedArticle';
import { dateParts, notedPath } from './cslItem';
import { safeUrl } from './escape';
import { citationKey } from './key';
import { plainLatex } from './latexText';
import { isSameWork, type Work } from './work';

/** The works that a `.bib` file lists; empty when there are none. */
export function bibtexWorks(text: string): Work[] {
  return readBibtex(text).map(workOf);
}

/**
 * Puts an article into a `.bib` file, unless it is there: by its path, its address, or headline, outlet and date. What the
 * file has stays as it is, character by character; the entry goes to its end.
 * @param text the file; undefined or blank when there is none yet
 */
export function addToBibtex(text: string | undefined, article: CitedArticle): BibliographyEntry {
  const before = text ?? '', works = bibtexWorks(before);
  const present = works.find((work) => isSameWork(work, article));
  if (present) return { ok: true, text: before, key: present.key, added: false };
  const key = citationKey(article, works.map((work) => work.key));
  const lineBreak = before.includes('\r\n') ? '\r\n' : '\n';
  const blank = before.trim() === '' ? '' : before.endsWith('\n') ? lineBreak : lineBreak + lineBreak;
  const inserted = blank + bibtexEntry(article, key).replaceAll('\n', lineBreak) + lineBreak;
  return { ok: true, text: before + inserted, key, added: true, insertion: { offset: before.length, text: inserted } };
}

/**
 * The entry for an article, for BibLaTeX, BibTeX, Pandoc and Typst. What is not stated is left out. Headline and outlet are in
 * two pairs of braces, which keeps the letters' case. `file`, which styles do not print, ties it to the corpus.
 */
export function bibtexEntry(article: CitedArticle, key: string): string {
  const { outlet, byline, published, url } = article.metadata;
  const title = titleOf(article), [year, month, day] = dateParts(published?.value) ?? [], address = url && safeUrl(url.value);
  const two = (n: number): string => String(n).padStart(2, '0');
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['author', byline && authorsOf(byline.value).map(nameText).join(' and ')],
    ['title', title && `{${escapeBibtex(title)}}`],
    ['journal', outlet && `{${escapeBibtex(outlet.value)}}`],
    ['date', year !== undefined && month !== undefined ? [String(year), two(month), ...(day === undefined ? [] : [two(day)])].join('-') : undefined],
    ['year', year === undefined ? undefined : String(year)],
    ['url', address],
    ['entrysubtype', 'newspaper'],
    ['file', encodePath(article.path)],
  ];
  const stated = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},\n`] : []));
  return `@article{${key},\n${stated.join('')}}`;
}

/** Text of an article as LaTeX that shows it and does nothing else; braces stay in pairs, as BibTeX counts them. */
export function escapeBibtex(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  const paired = inPairs(line);
  return line.replace(/[\\{}~^#$%&_]/g, (c) => (paired && (c === '{' || c === '}') ? undefined : commands[c]) ?? `\\${c}`);
}

/** Whether every brace has its partner: BibTeX counts braces that LaTeX escapes, too. */
function inPairs(text: string): boolean {
  let depth = 0;
  for (const c of text) if (c === '{') depth++;
  else if (c === '}' && --depth < 0) return false;
  return depth === 0;
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}', '{': '\\textbraceleft{}', '}': '\\textbraceright{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}',
};

/** `van Luz, Jr., Ana`; an institution in braces, so that it is not taken apart. */
function nameText(name: CslName): string {
  if (name.literal !== undefined) return `{${escapeBibtex(name.literal)}}`;
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  return [family, name.suffix, name.given].filter(Boolean).map((part) => escapeBibtex(part!)).join(', ');
}

function workOf({ key, fields }: BibtexEntry): Work {
  const text = (name: string): string => plainLatex(fields.get(name) ?? '');
  return {
    key, title: text('title'), outlet: text('journaltitle') || text('journal'), url: (fields.get('url') ?? '').replace(/\\([%#&_~])/g, '$1'),
    path: notedPath(fields.get('note') ?? '') ?? decodePath(fields.get('file') ?? ''), issued: issuedOf(fields),
  };
}

/** Numbers of the date, from `date` or from `year` and `month`, joined by hyphens; empty without a year. */
export function issuedOf(fields: ReadonlyMap<string, string>): string {
  const date = dateParts(fields.get('date'));
  if (date) return date.join('-');
  const [year] = dateParts(fields.get('year')) ?? [];
  if (year === undefined) return '';
  const stated = (fields.get('month') ?? '').toLowerCase();
  const month = /^\d{1,2}$/.test(stated) ? Number(stated) : ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(stated.slice(0, 3)) + 1;
  return month > 0 ? `${year}-${month}` : String(year);
}

/** Characters that a field cannot hold, and those by which reference managers part several files. */
function encodePath(path: string): string {
  return path.replace(/[{}%\\;:\p{Cc}]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** The path of `file`, also as reference managers write it (`description:path:type`); undefined for none. */
function decodePath(file: string): string | undefined {
  const [first = ''] = file.split(';');
  const path = /^[^:]*:([^:]+):[^:]*$/.exec(first)?.[1] ?? first;
  return path === '' ? undefined : path.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
