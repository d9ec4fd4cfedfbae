import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Metadata, Problem, Stated } from './article';
import { fileName } from './decode';
import { stated, webAddress } from './metadata';
import { statedDate } from './statedDate';

/** Front matter of a text: what it states, what is wrong with it, and where the text proper begins. */
export interface FrontMatter {
  readonly metadata: Metadata;
  readonly problems: readonly Problem[];
  /** Offset after the closing fence's line; 0 when there is no front matter. */
  readonly end: number;
}

/** Longest front matter that is parsed, in characters: metadata takes a few hundred. */
const longest = 16_384;

const keys: Readonly<Record<string, keyof Metadata>> = {
  title: 'title', headline: 'title',
  outlet: 'outlet', source: 'outlet', publication: 'outlet', publisher: 'outlet',
  author: 'byline', authors: 'byline', byline: 'byline',
  date: 'published', published: 'published', 'publication-date': 'published', publication_date: 'published',
  url: 'url', link: 'url',
};

/** Reads YAML front matter between `---` lines at the very start. Never throws; what cannot be read is a problem with its place. */
export function readFrontMatter(text: string, path: string): FrontMatter {
  const open = /^---[ \t]*(?:\r\n|\n|\r)/.exec(text);
  if (!open) return { metadata: {}, problems: [], end: 0 };
  const start = open[0].length, close = closingFence(text, start);
  const problem = (what: string, from: number, to: number): Problem => ({
    code: 'front-matter', path, indexed: true, span: { start: from, end: Math.max(from, to) },
    message: `The front matter of ${fileName(path)} cannot be used: ${what}. Correct it; the article is indexed without it until then.`,
  });
  if (!close) return { metadata: {}, problems: [problem('it has no closing line of three hyphens', 0, start)], end: 0 };
  if (close.start - start > longest) return { metadata: {}, problems: [problem('it is too long', 0, start)], end: close.end };
  if (brackets(text, start, close.start) > 200) return { metadata: {}, problems: [problem('it is nested too deeply', start, close.start)], end: close.end };
  const problems: Problem[] = [], metadata: { -readonly [K in keyof Metadata]?: Stated } = {};
  try {
    // Neither `<<` merges nor aliases are followed, so nothing in it can grow.
    const document = parseDocument(text.slice(start, close.start), { schema: 'core', merge: false, prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
    for (const error of document.errors.slice(0, 5)) {
      problems.push(problem(firstLine(error.message), Math.min(start + error.pos[0], close.start), Math.min(start + error.pos[1], close.start)));
    }
    if (isMap(document.contents)) {
      for (const { key, value } of document.contents.items) {
        const field = isScalar(key) ? keys[String(key.value).trim().toLowerCase()] : undefined;
        if (!field || metadata[field]) continue;
        const range = isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value.range : undefined;
        const read = readField(field, scalarText(value));
        if (read && 'value' in read) metadata[field] = read;
        else if (read) problems.push(problem(read.wrong, start + (range?.[0] ?? 0), start + (range?.[1] ?? 0)));
      }
    } else if (document.contents && !document.errors.length) {
      problems.push(problem('it holds no keys such as title or date', start, close.start));
    }
  } catch {
    problems.push(problem('it is nested too deeply', start, close.start));
  }
  return { metadata, problems, end: close.end };
}

/** Opening brackets, each of which may nest; metadata has a handful. */
function brackets(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if (text[i] === '[' || text[i] === '{') count++;
  return count;
}

function readField(field: keyof Metadata, value: string | undefined): Stated | { readonly wrong: string } | undefined {
  if (!value?.trim()) return undefined;
  if (field === 'url') {
    const url = webAddress(value);
    return url ? { value: url, basis: 'front matter' } : { wrong: 'url is no web address (http or https)' };
  }
  if (field !== 'published') return stated(value, 'front matter');
  const date = statedDate(value.trim());
  if ('value' in date) return { value: date.value, basis: 'front matter' };
  const reason = date.problem === 'ambiguous' ? 'day and month of the date could be exchanged' : 'the date is not understood';
  return { wrong: `${reason}; write it as year-month-day, such as 2024-04-12` };
}

/** A scalar's text; a list's items joined; of a mapping its `name`. Undefined for what is neither. */
function scalarText(node: unknown, depth = 0): string | undefined {
  if (isScalar(node)) {
    const { value, source } = node;
    if (typeof value === 'string') return value;
    if (typeof value === 'number' || typeof value === 'bigint') return source ?? String(value);
    return value instanceof Date ? value.toISOString().slice(0, 10) : undefined;
  }
  if (depth > 1) return undefined;
  if (isSeq(node)) {
    const parts = node.items.slice(0, 20).map((item) => scalarText(item, depth + 1)).filter((part) => part?.trim());
    return parts.length ? parts.join(', ') : undefined;
  }
  return isMap(node) ? scalarText(node.get('name', true), depth + 1) : undefined;
}

/** The line that closes front matter: three hyphens or three dots. */
function closingFence(text: string, from: number): { start: number; end: number } | undefined {
  const fence = /^(?:---|\.\.\.)[ \t]*$(?:\r\n|\n|\r)?/gm;
  fence.lastIndex = from;
  const match = fence.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : undefined;
}

function firstLine(message: string): string {
  if (message.includes('call stack')) return 'it is nested too deeply';
  return message.split('\n', 1)[0]!.replace(/[.:]$/, '').slice(0, 200);
}
