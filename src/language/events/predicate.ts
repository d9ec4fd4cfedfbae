import type { Chunk } from './chunks';
import type { Scene } from './participants';
import { Tag } from './tags';
import { singleSpaced } from '../lists';

/** A line longer than this many words is cut at a preposition; it may run over to finish a phrase. */
const comfortable = 8, longest = 12;
/** A reported clause is told to its verb, up to this many words. */
const withClause = 13;

/** Words that stand at no end. */
const wantsMore = new Set(
  'of in on at by for with from into to and or but the a also after as about over against during including according under through out that it would will which between not so than both either ranging prior such due because just only'
    .split(' '),
);

/**
 * The words from chunk `k` (token `from`) to the end of the clause, times left out. With `clauses` it goes on into a reported clause.
 * A trailing word that wants another after it is dropped.
 */
export function predicate(s: Scene, k: number, from: number, clauses: boolean): string {
  const { document, marks } = s.reading, parts: string[] = [];
  let words = 0, at = from, clauseAt = -1, finite = false;
  for (let j = k; j < s.chunks.length; j++) {
    const item = s.chunks[j]!;
    if (item.kind === 'time') { at = item.end; continue; }
    if (!goesOn(s, j, item, clauses && words < withClause)) break;
    if (cutsHere(s, j, item, words, clauseAt >= 0 && !finite ? withClause : comfortable)) break;
    if (item.kind === 'that') clauseAt = parts.length;
    if (item.kind === 'group' && item.finite) finite = true;
    const first = Math.max(at, item.first);
    if (first >= item.end) continue;
    const possessive = item.kind === 'adverb' && /^['’‘]/.test(marks.lower[item.first]!);
    parts.push((possessive ? '' : ' ') + document.text.slice(document.tokens.starts[first], document.tokens.ends[item.end - 1]));
    words += item.end - first; at = item.end;
  }
  if (clauseAt >= 0 && !finite) parts.length = clauseAt;
  const line = singleSpaced(parts.join('')).trim().split(' ');
  while (line.length > 1 && wantsMore.has(line.at(-1)!.toLowerCase())) line.pop();
  return line.join(' ');
}

function goesOn(s: Scene, j: number, item: Chunk, clauses: boolean): boolean {
  const before = s.chunks[j - 1], next = s.chunks[j + 1];
  if (item.kind === 'phrase' || item.kind === 'preposition' || item.kind === 'adverb') return true;
  if (item.kind === 'conjunction') return before?.kind === 'phrase' && next?.kind === 'phrase' && s.chunks[j + 2]?.kind !== 'group';
  if (item.kind === 'group') return (!item.finite || clauses) && (item.finite || item.sense?.family.sort !== 'say') && before?.kind !== 'comma' && before?.kind !== 'conjunction';
  return item.kind === 'that' && clauses;
}

/** Whether the line is long enough and a new part begins that would carry it too far. */
function cutsHere(s: Scene, j: number, item: Chunk, words: number, limit: number): boolean {
  if (item.kind === 'phrase') return words > 0 && s.chunks[j - 1]?.kind === 'phrase' && (s.reading.tags[item.first] === Tag.number || words > limit);
  if (item.kind === 'adverb') return words > limit;
  const part = s.chunks[j + 1], size = item.end - item.first + (part?.kind === 'phrase' ? part.end - part.first : 1);
  const tight = item.kind === 'preposition' && s.reading.marks.lower[item.first] === 'of' ? Math.max(longest, limit) : limit;
  return words >= 4 && words + size > tight;
}
