import { addToFile } from './bibliographyFile';
import type { CitedArticle } from './citedArticle';
import { notationOf, type Notation } from './escape';
import { linkedSource, longSource, shortSource } from './sourceLine';

/** How a citation is written: the values of `attest.citation.form` and the forms of the notations that have their own. */
export type CitationForm = 'pandoc' | 'footnote' | 'inline' | 'link' | 'latex' | 'typst';

export interface CitationRequest {
  readonly form: CitationForm;
  /** Editor language of the draft. A form that the notation cannot express is replaced by the nearest that it can. */
  readonly languageId: string;
  /** The articles, their paths relative to the draft; one citation for all of them. */
  readonly articles: readonly CitedArticle[];
  /** The draft's text. */
  readonly draft: string;
  /** The bibliography for forms with keys: its text (undefined when there is no file yet), its name for messages, and the articles' paths relative to it. */
  readonly bibliography: { readonly text: string | undefined; readonly name: string; readonly articlePaths: readonly string[] };
}

/** A further change that a citation needs. */
export type CitationEdit =
  /** The bibliography gets an entry: `text` is the whole file afterwards, `insertion` the difference to what the edit before left. */
  | { readonly kind: 'bibliography'; readonly key: string; readonly text: string; readonly insertion: { readonly offset: number; readonly text: string } }
  /** The draft gets a note: `text` goes to `offset`, which is the end of the draft. */
  | { readonly kind: 'note'; readonly label: string; readonly offset: number; readonly text: string };

export interface FormattedCitation {
  readonly ok: true;
  /** What goes after the closing mark of the quote, without a space before it. */
  readonly text: string;
  /** Whether a space goes between quote and citation; a note's mark clings to the quote. */
  readonly spaced: boolean;
  /** The first key in `text`; absent for forms without keys. */
  readonly key?: string;
  readonly edits: readonly CitationEdit[];
}

/** Why no citation can be written, in words for the writer. */
export interface CitationProblem {
  readonly ok: false;
  readonly message: string;
}

/** The citation of articles, and what else must change so that it leads somewhere. The writer's punctuation is left alone. */
export function formatCitation(request: CitationRequest): FormattedCitation | CitationProblem {
  const notation = notationOf(request.languageId), { articles } = request;
  switch (formIn(notation, request.form)) {
    case 'inline': return plain(`(${articles.map((article) => shortSource(article, notation)).join('; ')})`);
    case 'link': return plain(`(${articles.map((article) => linkedSource(article, notation)).join('; ')})`);
    case 'footnote': return note(request, notation);
    case 'pandoc': return keyed(request, (keys) => `[${keys.map((key) => `@${key}`).join('; ')}]`);
    case 'latex': return keyed(request, (keys) => `\\autocite{${keys.join(',')}}`);
    case 'typst': return keyed(request, (keys) => keys.map((key) => `@${key}`).join(' '));
  }
}

/** The form that a notation can express: keys are written as it writes keys, and in parentheses where it knows none. */
export function formIn(notation: Notation, form: CitationForm): CitationForm {
  if (form === 'inline' || form === 'link') return form;
  if (form === 'footnote') return notation === 'plaintext' ? 'inline' : form;
  switch (notation) {
    case 'latex': return 'latex';
    case 'typst': return 'typst';
    case 'markdown': return form === 'typst' ? 'pandoc' : form;
    default: return 'inline';
  }
}

function plain(text: string): FormattedCitation {
  return { ok: true, text, spaced: true, edits: [] };
}

function keyed(request: CitationRequest, write: (keys: readonly string[]) => string): FormattedCitation | CitationProblem {
  const { name, articlePaths } = request.bibliography, keys: string[] = [], edits: CitationEdit[] = [];
  let { text } = request.bibliography;
  for (const [i, article] of request.articles.entries()) {
    const entry = addToFile(text, { ...article, path: articlePaths[i] ?? article.path }, name);
    if (!entry.ok) return entry;
    if (!keys.includes(entry.key)) keys.push(entry.key);
    if (entry.insertion) edits.push({ kind: 'bibliography', key: entry.key, text: (text = entry.text), insertion: entry.insertion });
  }
  return { ok: true, text: write(keys), spaced: true, edits, ...(keys[0] === undefined ? {} : { key: keys[0] }) };
}

/** One note for all articles: in place where the notation has notes in the line, else with its words at the end of the draft. */
function note(request: CitationRequest, notation: Notation): FormattedCitation {
  const words = request.articles.map((article) => longSource(article, notation)).join(' ');
  const here = (text: string): FormattedCitation => ({ ok: true, text, spaced: notation === 'restructuredtext', edits: [] });
  if (notation === 'latex') return here(`\\footnote{${words}}`);
  if (notation === 'typst') return here(`#footnote[${words}]`);
  if (notation === 'asciidoc') return here(`footnote:[${words}]`);
  const { draft } = request;
  const markdown = notation === 'markdown', definition = markdown ? /^ {0,3}\[\^([^\]\s]+)\]:(.*)$/gm : /^\.\. \[#([^\]\s]+)\](.*)$/gm;
  const mark = (label: string): string => (markdown ? `[^${label}]` : `[#${label}]_`);
  const labels = new Set<string>();
  for (const [, label = '', body = ''] of draft.matchAll(definition)) {
    if (body.trim() === words) return here(mark(label));
    labels.add(label);
  }
  // Labels that are used but not defined are taken, too.
  for (const [, label = ''] of draft.matchAll(markdown ? /\[\^([^\]\s[]{1,100})\]/g : /\[#([^\]\s[]{1,100})\]_/g)) labels.add(label);
  let n = 1;
  while (labels.has(markdown ? String(n) : `n${n}`)) n++;
  const label = markdown ? String(n) : `n${n}`, lineBreak = draft.includes('\r\n') ? '\r\n' : '\n';
  const gap = /^[ \t]*\S/m.test(draft) ? lineBreak.repeat(endsWithDefinition(draft, definition) ? (/\n[ \t]*$/.test(draft) ? 0 : 1) : blankLinesMissing(draft)) : '';
  const text = `${gap}${markdown ? `[^${label}]:` : `.. [#${label}]`} ${words}${lineBreak}`;
  return { ...here(mark(label)), edits: [{ kind: 'note', label, offset: draft.length, text }] };
}

/** Line breaks that must be added so that a blank line stands before what follows. */
function blankLinesMissing(draft: string): number {
  const end = draft.slice(draft.trimEnd().length);
  return Math.max(0, 2 - (end.match(/\n/g)?.length ?? 0));
}

function endsWithDefinition(draft: string, definition: RegExp): boolean {
  const trimmed = draft.trimEnd();
  const last = trimmed.slice(Math.max(trimmed.lastIndexOf('\n'), trimmed.lastIndexOf('\r')) + 1);
  return new RegExp(definition.source).test(last);
}
