import { mergeEvents, periodOf, type MergedEvent } from '../../../src/corpus/merging';
import { analysisOf } from '../engines/attest';
import type { Engine } from '../engines/engine';
import { row, type Row } from '../row';
import { prf } from '../scores/prf';
import { shareWord } from '../scores/speakers';
import { meet, readSeeds, seedTopic, type Seed, type SeedsGold } from '../seeds';
import { dateRows } from './dates';
import { mentionsOf } from './events';
import { nameRows } from './names';

export interface SeedsFigures {
  /** Gold quotations found with the speaker's canonical name, of those that are speech by somebody. */
  readonly quotations: ReturnType<typeof prf>;
  /** Gold events with a date that a merged event reports with a date that agrees, and how many there are. */
  readonly datedEvents: { readonly found: number; readonly gold: number; readonly missed: readonly string[] };
  /** Gold events that must stay apart and were merged: why they must. */
  readonly wrongMerges: readonly string[];
}

/** The figures of the sample articles that only Attest has. */
export function seedsFigures(gold: SeedsGold, seeds: readonly Seed[]): SeedsFigures {
  const merged = mergeEvents(mentionsOf(seedTopic(gold, seeds).docs).mentions);
  return { quotations: speakers(seeds), datedEvents: dated(gold, merged), wrongMerges: wrong(gold, merged) };
}

function speakers(seeds: readonly Seed[]): ReturnType<typeof prf> {
  let right = 0, found = 0, gold = 0;
  for (const { article, text } of seeds) {
    const direct = analysisOf({ text, published: article.publication.value }).quotations.filter(({ form }) => form === 'direct');
    const speech = article.quotes.filter(({ kind }) => kind !== 'scare');
    gold += speech.length;
    found += direct.length;
    for (const quote of speech) {
      const quotation = direct.find((each) => meet(each, quote) && Math.abs(each.start - quote.start) <= 2 && Math.abs(each.end - quote.end) <= 2);
      if (!quotation) continue;
      const name = quotation.speaker?.canonical ?? null, wanted = quote.speakerCanonical;
      // A speaker whom nothing names stands in brackets in the gold: any words that name nobody are right.
      if (wanted === null || wanted.startsWith('(') ? (quotation.speaker?.name ?? null) === null : name !== null && (name.toLowerCase() === wanted.toLowerCase() || shareWord(name, wanted))) right++;
    }
  }
  return prf(right, found, gold);
}

/** Merged events that have a trigger of a gold event. */
function reportsOf(gold: SeedsGold, merged: readonly MergedEvent[], id: string): MergedEvent[] {
  return merged.filter((event) => event.mentions.some((mention) => gold.articles.some((article) => article.id === mention.articleId && article.eventMentions.some((each) => each.event === id && meet(each.trigger, mention.trigger)))));
}

function dated(gold: SeedsGold, merged: readonly MergedEvent[]): SeedsFigures['datedEvents'] {
  const wanted = gold.events.filter(({ when }) => when.value !== null);
  const missed = wanted.filter(({ id, when }) => {
    const right = periodOf(when.value!);
    return !reportsOf(gold, merged, id).some(({ date }) => {
      const period = date ? periodOf(date.value) : null;
      return period !== null && right !== null && period.start <= right.end && right.start <= period.end;
    });
  });
  return { found: wanted.length - missed.length, gold: wanted.length, missed: missed.map(({ id, what, when }) => `${id} ${when.value!} ${what}`) };
}

function wrong(gold: SeedsGold, merged: readonly MergedEvent[]): string[] {
  return gold.mustNotMerge.filter(({ a, b }) => {
    const one = new Set(reportsOf(gold, merged, a)), mentionsBoth = reportsOf(gold, merged, b).filter((event) => one.has(event));
    return mentionsBoth.some((event) => separate(gold, event, a, b));
  }).map(({ a, b, why }) => `${a} and ${b}: ${why}`);
}

/** Whether an event holds two different triggers for the two: one trigger that both gold events name is no merge. */
function separate(gold: SeedsGold, event: MergedEvent, a: string, b: string): boolean {
  const of = (id: string): Set<string> => new Set(event.mentions.filter((mention) => gold.articles.some((article) => article.id === mention.articleId && article.eventMentions.some((each) => each.event === id && meet(each.trigger, mention.trigger))))
    .map(({ articleId, trigger }) => `${articleId}:${trigger.start}`));
  const other = of(b);
  return [...of(a)].some((trigger) => !other.has(trigger)) && [...other].some((trigger) => !of(a).has(trigger));
}

/** Rows over the project's own sample articles. */
export function seeds(engines: readonly Engine[], want: (task: string) => boolean): Row[] {
  const { gold, seeds: articles } = readSeeds(), rows: Row[] = [];
  if (want('names')) rows.push(...nameRows('names, sample articles', articles.map(({ text, article, names }) => ({ text, dct: article.publication.value, entities: names })), engines));
  if (want('dates')) rows.push(...dateRows('dates, sample articles', articles.map(({ text, article }) => ({ text, dct: article.publication.value, timexes: article.timexes.filter((timex) => !article.noise.some((noise) => meet(noise, timex))) })), engines));
  if (!want('quotations') && !want('events')) return rows;
  const figures = seedsFigures(gold, articles);
  if (want('quotations')) rows.push(row('quotations with named speaker, sample articles', 'Attest', figures.quotations, null));
  if (want('events')) {
    rows.push(row('dated events found, sample articles', 'Attest', figures.datedEvents.found / figures.datedEvents.gold, null));
    rows.push(row(`events kept apart, sample articles (${gold.mustNotMerge.length} pairs)`, 'Attest', 1 - figures.wrongMerges.length / gold.mustNotMerge.length, null));
  }
  return rows;
}
