import type { Metadata, MetadataBasis, NoiseSpan, Stated } from './article';
import { arePeople, readByline } from './byline';
import { readDateline } from './dateline';
import { isOutletName } from './outlets';
import { type Line, linesOf } from './spans';
import { dateAtStart, isAfterDate, statedDate } from './statedDate';

/** Metadata that stands in an article's text, and the lines it stands in. */
export interface FoundMetadata {
  readonly metadata: Metadata;
  /** Lines that are byline, date or label and no prose. Ascending, disjoint. */
  readonly noise: readonly NoiseSpan[];
}

type Field = keyof Metadata;
type Draft = { -readonly [K in Field]?: Stated };

/** How many lines from the top may be a head: headline, byline, outlet, date, labels. */
const headLines = 12;
/** A headline is no longer than this many characters. */
const headlineLength = 130;

const labels: readonly (readonly [RegExp, Field | 'none'])[] = [
  [/^(?:date|published|publication date|posted|first published|published on|published at|issued)(?: on| at)?[: ]\s*/i, 'published'],
  [/^(?:last updated|updated|last modified|modified)(?: on| at)?[: ]\s*/i, 'none'],
  [/^(?:by|author|authors|byline|written by|reported by)[: ]\s*/i, 'byline'],
  [/^(?:source|outlet|publication|publisher):\s*/i, 'outlet'],
  [/^(?:headline|title):\s*/i, 'title'],
  [/^(?:url|link|web address):\s*/i, 'url'],
];

/** A line of several pieces such as `By Jane Doe | 12 April 2024 | Example Times`. */
const separator = /(?<!\s)\s+[|•·]\s+/;

/**
 * Metadata that the first lines of a text state: date stamps, bylines, an outlet's line, labels, a headline, an agency's dateline.
 * Conservative: a line that may be prose is prose. Nothing stated gives empty metadata and no noise.
 * @param from where the text proper begins (after front matter)
 */
export function findMetadata(text: string, from = 0): FoundMetadata {
  const metadata: Draft = {}, noise: NoiseSpan[] = [];
  let previous: 'none' | 'title' | 'head' = 'none', seen = 0;
  const head = headOf(text, from);
  for (const [index, line] of head.entries()) {
    if (++seen > headLines) break;
    const read = readLine(line.trimmed, previous === 'head');
    if (read) {
      for (const field of Object.keys(read) as Field[]) metadata[field] ??= { value: read[field]!, basis: 'text' };
      noise.push({ start: line.textStart, end: line.textStart + line.trimmed.length, kind: 'byline' });
      previous = 'head';
      continue;
    }
    if (index === 0 && isHeadline(text, line, head[1])) {
      metadata.title = { value: line.trimmed, basis: 'text' };
      previous = 'title';
      continue;
    }
    const dateline = readDateline(line.trimmed);
    if (dateline) {
      if (dateline.outlet) metadata.outlet ??= { value: dateline.outlet, basis: 'text' };
      if (dateline.published) metadata.published ??= { value: dateline.published, basis: 'text' };
      noise.push({ start: line.textStart, end: line.textStart + dateline.length, kind: 'byline' });
    }
    break;
  }
  return { metadata, noise };
}

/** Puts stated metadata over weaker statements of the same fields. */
export function preferMetadata(strong: Metadata, weak: Metadata): Metadata {
  return { ...weak, ...strong };
}

/** A stated value made fit for one line: white space collapsed, control characters and excess length dropped. Undefined when nothing is left. */
export function stated(value: string, basis: MetadataBasis): Stated | undefined {
  const clean = value.replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, 500).trim();
  return clean ? { value: clean, basis } : undefined;
}

/** The address when it is a web address, else undefined. */
export function webAddress(value: string): string | undefined {
  const address = value.trim();
  if (address.length > 2000 || !/^https?:\/\/[^\s<>"]+$/i.test(address)) return undefined;
  return URL.canParse(address) ? address : undefined;
}

function headOf(text: string, from: number): Line[] {
  const head: Line[] = [];
  for (const line of linesOf(text, from)) {
    // A line too long to be trimmed is body text.
    if (!line.trimmed && line.end - line.start > headlineLength) { head.push(line); break; }
    if (line.trimmed) head.push(line);
    if (head.length > headLines || line.end - from > 20_000) break;
  }
  return head;
}

/** What a whole line of the head states; undefined when it is something else. */
function readLine(line: string, afterHead: boolean): Partial<Record<Field, string>> | undefined {
  if (!line || line.length > 200) return undefined;
  const found: Partial<Record<Field, string>> = {}, others: string[] = [];
  const pieces = line.split(separator).slice(0, 6);
  for (const piece of pieces) {
    const read = readPiece(piece.trim());
    if (read) Object.assign(found, read);
    else if (pieces.length > 1 && isOutletName(piece)) found.outlet = piece.trim();
    else if (pieces.length > 1 && isAfterDate(piece)) continue;
    else if (pieces.length === 1 && afterHead && isOutletName(piece)) return { outlet: piece };
    else others.push(piece.trim());
  }
  // Beside authors and a date, one more piece is a section, a place or an outlet that does not say so: it states nothing, and takes nothing away.
  const [other] = others, passes = other === undefined || (others.length === 1 && found.byline !== undefined && found.published !== undefined && isCapitalised(other));
  return passes ? found : undefined;
}

function readPiece(piece: string): Partial<Record<Field, string>> | undefined {
  const unlabelled = readDateAndPeople(piece);
  if (unlabelled) return unlabelled;
  for (const [label, field] of labels) {
    const match = label.exec(piece);
    if (!match) continue;
    const rest = piece.slice(match[0].length).trim();
    if (field === 'published') return readDateAndPeople(rest);
    if (field === 'none') return readDateAndPeople(rest) ? {} : undefined;
    if (field === 'byline') return bylineFields(rest);
    if (field === 'url') return webAddress(rest) ? { url: rest } : undefined;
    if (field === 'outlet') return isOutletName(rest) || isCapitalised(rest) ? { outlet: rest } : undefined;
    return rest && rest.length <= headlineLength ? { [field]: rest } : undefined;
  }
  return undefined;
}

/** A few words that all begin with a capital, as names do and sentences do not. */
function isCapitalised(words: string): boolean {
  return words.length <= 60 && /^(?:\p{Lu}[\p{L}\p{M}'’&-]*(?: |$)){1,6}$/u.test(words);
}

function bylineFields(words: string): Partial<Record<Field, string>> | undefined {
  const byline = readByline(words);
  return byline && { byline: byline.authors, ...(byline.outlet ? { outlet: byline.outlet } : {}) };
}

/** A date, alone or with the time of day, or followed by the authors: `2024-04-12 Jake Smith`. */
function readDateAndPeople(words: string): Partial<Record<Field, string>> | undefined {
  const date = dateAtStart(words);
  if (!date) return undefined;
  const rest = words.slice(date.length).trim().replace(/^(?:[,|–—-]|by) /i, '');
  const fields: Partial<Record<Field, string>> = {};
  // A bare number such as `2024` alone in a line is a heading more often than a date stamp.
  if (/^\d{1,4}$/.test(words)) return undefined;
  if (date.value) fields.published = date.value;
  if (rest === '' || isAfterDate(rest) || 'value' in statedDate(words)) return fields;
  if (arePeople(rest)) return { ...fields, byline: rest };
  return undefined;
}

/** A first line that clearly is a headline: short, without full stop, above a body of sentences. */
function isHeadline(text: string, line: Line, next: Line | undefined): boolean {
  const words = line.trimmed;
  if (!next || words.length > headlineLength || words.length < 20 || words.split(' ').length < 4) return false;
  if (/[.…,;:—–-]["”’]?$/.test(words) || /^[“"‘'«„([#*\-–—•>|]/.test(words)) return false;
  if (/[.!?]["”’]? \p{Lu}\p{Ll}+ /u.test(words) || readDateline(words)) return false;
  if (readLine(next.trimmed, true)) return true;
  const gap = text.slice(line.end, next.start);
  const blank = gap.indexOf('\n') !== gap.lastIndexOf('\n') || /\r[^\n]*\r/.test(gap);
  const body = next.trimmed || text.slice(next.start, next.end);
  // Without a blank line between, only a paragraph clearly longer than the line shows that the two are not one hard-wrapped text.
  return body.length > words.length * (blank ? 1 : 2) && (/[.!?…]["”’)]?\s*$/.test(body.slice(-6)) || body.length > 2 * headlineLength);
}
