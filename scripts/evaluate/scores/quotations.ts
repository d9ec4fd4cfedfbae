import type { Span } from '../../../src/language/types';
import { shared } from './pairs';
import { prf, type Prf } from './prf';
import { sameSpeaker, trim } from './speakers';

export interface Quoted extends Span {
  readonly speaker?: Span | null;
  /** The speaker's name where it was resolved. */
  readonly speakerName?: string;
}

export interface QuotationsPair {
  readonly text: string;
  readonly gold: readonly Quoted[];
  readonly found: readonly Quoted[];
  /** What is found mostly in here is neither right nor wrong. */
  readonly ignore?: readonly Span[];
}

interface Part extends Span { readonly of: Quoted }

const edge = /[\s"“”„«»'‘’`]/;

/** Quoted spans without marks and spaces at their ends; `split` ends a span at a line break, as gold has one span a paragraph. */
function parts(text: string, quoted: readonly Quoted[], split: boolean): Part[] {
  const found: Part[] = [];
  for (const of of quoted) {
    const start = Math.max(0, of.start), end = Math.min(text.length, of.end);
    let from = start;
    const close = (to: number): void => { const span = trim(text, { start: from, end: to }, edge); if (span) found.push({ ...span, of }); };
    if (split) for (let i = start; i < end; i++) if (text[i] === '\n') { close(i); from = i + 1; }
    close(end);
  }
  return found;
}

const jaccard = (a: Span, b: Span): number => { const units = Math.max(0, shared(a, b)); return units / (a.end - a.start + b.end - b.start - units); };

/** Pairs of gold and found: the same spans first, then those that share four fifths of their characters. */
function match(gold: readonly Part[], found: readonly Part[]): Map<number, number> {
  const of = new Map<number, number>(), used = new Set<number>();
  const at = new Map(gold.map((part, i) => [`${part.start}:${part.end}`, i]));
  found.forEach((part, j) => { const i = at.get(`${part.start}:${part.end}`); if (i !== undefined && !of.has(i)) { of.set(i, j); used.add(j); } });
  const near: { readonly share: number; readonly i: number; readonly j: number }[] = [];
  gold.forEach((g, i) => { if (!of.has(i)) found.forEach((f, j) => { const share = used.has(j) ? 0 : jaccard(g, f); if (share >= 0.8) near.push({ share, i, j }); }); });
  near.sort((a, b) => b.share - a.share || a.i - b.i || a.j - b.j);
  for (const { i, j } of near) if (!of.has(i) && !used.has(j)) { of.set(i, j); used.add(j); }
  return of;
}

const wordCount = (text: string): number => text.trim().split(/\s+/).length;

/** Leaves out what is shorter than `least` words: short gold becomes a region that is ignored. */
export function ofWords(pair: QuotationsPair, least: number): QuotationsPair {
  const long = ({ start, end }: Span): boolean => wordCount(pair.text.slice(start, end)) >= least;
  return { ...pair, gold: pair.gold.filter(long), ignore: [...(pair.ignore ?? []), ...pair.gold.filter((quoted) => !long(quoted))], found: pair.found.filter(long) };
}

/** Quotations (`span`), and quotations with the right speaker (`joint`); precision over what was found, recall over gold. */
export function scoreQuotations(pairs: readonly QuotationsPair[]): { readonly span: Prf; readonly joint: Prf } {
  let spans = 0, joint = 0, foundCount = 0, goldCount = 0;
  for (const { text, gold, found, ignore = [] } of pairs) {
    const g = parts(text, gold, false), f = parts(text, found, true), matched = match(g, f), used = new Set(matched.values());
    const dropped = f.filter((part, j) => !used.has(j) && ignore.some((region) => Math.max(0, shared(part, region)) * 2 >= part.end - part.start)).length;
    goldCount += g.length;
    foundCount += f.length - dropped;
    spans += matched.size;
    for (const [i, j] of matched) {
      const right = g[i]!.of, got = f[j]!.of;
      if (sameSpeaker(text, right.speaker ?? null, got.speaker ?? null, got.speakerName)) joint++;
    }
  }
  return { span: prf(spans, foundCount, goldCount), joint: prf(joint, foundCount, goldCount) };
}
