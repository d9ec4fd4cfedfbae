import { authorsOf, type CslName } from './authors';
import { issuedOf } from './bibtex';
import { type BibtexEntry, readBibtex } from './bibtexFile';
import { plainLatex } from './latexText';

/** A work as a CSL processor takes it; fields as in CSL-JSON. */
export type CslData = Readonly<Record<string, unknown>>;

/** The works of a bibliography, CSL-JSON or BibTeX, by key; empty when it cannot be read. The ties to the corpus are left out. */
export function cslDataIn(text: string): Map<string, CslData> {
  return /^\ufeff?\s*\[/.test(text) ? fromJson(text) : new Map(readBibtex(text).map((entry) => [entry.key, fromBibtex(entry)]));
}

function fromJson(text: string): Map<string, CslData> {
  let list: unknown;
  try {
    list = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return new Map(); // whoever adds to it is told
  }
  const works = new Map<string, CslData>();
  for (const value of Array.isArray(list) ? (list as unknown[]) : []) {
    if (typeof value !== 'object' || value === null || !('id' in value)) continue;
    const id = String(value.id), { note, ...rest } = value as Readonly<Record<string, unknown>>;
    const further = typeof note === 'string' ? note.split(/[\r\n]+/).filter((line) => !line.startsWith('attest: ')).join('\n') : '';
    if (!works.has(id)) works.set(id, { ...rest, id, ...(further ? { note: further } : {}) });
  }
  return works;
}

const types: Readonly<Record<string, string>> = {
  article: 'article-journal', book: 'book', inbook: 'chapter', incollection: 'chapter', inproceedings: 'paper-conference', conference: 'paper-conference', proceedings: 'book',
  online: 'webpage', www: 'webpage', electronic: 'webpage', report: 'report', techreport: 'report', thesis: 'thesis', phdthesis: 'thesis', mastersthesis: 'thesis', manual: 'book', collection: 'book',
};
/** CSL variables and the BibTeX fields that they are taken from, the first that is stated. */
const variables: readonly (readonly [string, readonly string[]])[] = [
  ['container-title', ['journaltitle', 'journal', 'booktitle']], ['publisher', ['publisher', 'institution', 'school', 'organization']], ['publisher-place', ['location', 'address']],
  ['volume', ['volume']], ['issue', ['number']], ['edition', ['edition']], ['page', ['pages']], ['DOI', ['doi']], ['ISBN', ['isbn']], ['note', ['note']],
];

function fromBibtex({ key, type, fields }: BibtexEntry): CslData {
  const subtype = fields.get('entrysubtype');
  const work: Record<string, unknown> = { id: key, type: type === 'article' && (subtype === 'newspaper' || subtype === 'magazine') ? `article-${subtype}` : (types[type] ?? 'document') };
  const title = [fields.get('title'), fields.get('subtitle')].filter((part) => part !== undefined).map(plainLatex).join(': ');
  if (title !== '') work['title'] = title;
  for (const role of ['author', 'editor', 'translator']) {
    const names = namesOf(fields.get(role) ?? '');
    if (names.length > 0) work[role] = names;
  }
  const issued = issuedOf(fields);
  if (issued !== '') work['issued'] = { 'date-parts': [issued.split('-').map(Number)] };
  for (const [variable, sources] of variables) {
    const source = sources.find((name) => fields.has(name));
    const value = source === undefined ? '' : plainLatex(fields.get(source)!);
    if (value !== '' && !(variable === 'note' && value.startsWith('attest: '))) work[variable] = value;
  }
  const url = (fields.get('url') ?? '').replace(/\\([%#&_~])/g, '$1');
  if (url !== '') work['URL'] = url;
  return work;
}

/** Names parted by ` and `: `van Luz, Jr., Ana`, `Ana Luz`, `{An Institution}`. */
function namesOf(field: string): CslName[] {
  return field.split(/(?<!\s)\s+and\s+/i).map((name) => name.trim()).filter((name) => name !== '').flatMap((name): CslName[] => {
    if (/^\{.*\}$/.test(name)) return [{ literal: plainLatex(name) }];
    const parts = plainLatex(name).split(',').map((part) => part.trim());
    if (parts.length === 1) return authorsOf(parts[0]!);
    const [last = '', ...rest] = parts, given = rest.at(-1) ?? '', suffix = rest.length > 1 ? rest[0]! : '';
    const family = /^((?:\p{Ll}\S*\s+)*)(\S.*)$/u.exec(last), particle = family?.[1]?.trim() ?? '';
    return [{ family: family?.[2] ?? last, given, ...(particle ? { 'non-dropping-particle': particle } : {}), ...(suffix ? { suffix } : {}) }];
  });
}
