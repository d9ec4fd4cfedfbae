import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Span, TextSpan } from '../../src/language/types';
import type { Timex } from './scores/dates';
import type { TypedSpan } from './scores/names';
import type { Topic } from './scores/events';

/** test/gold/seeds.json: the sample articles, annotated by hand. Its `about` says what the fields mean. */
export interface SeedsGold {
  readonly articles: readonly SeedArticle[];
  readonly events: readonly SeedEvent[];
  readonly mustNotMerge: readonly { readonly a: string; readonly b: string; readonly why: string }[];
}

export interface SeedArticle {
  readonly id: string;
  readonly file: string;
  readonly publication: { readonly value: string; readonly fromText: string | null };
  readonly noise: readonly TextSpan[];
  readonly entities: readonly { readonly id: string; readonly type: string; readonly canonical: string; readonly mentions: readonly SeedMention[] }[];
  readonly timexes: readonly (Timex & { readonly text: string; readonly alsoAccept?: readonly string[] })[];
  readonly quotes: readonly (TextSpan & { readonly kind: string; readonly speakerCanonical: string | null })[];
  readonly eventMentions: readonly { readonly event: string; readonly trigger: TextSpan }[];
}

interface SeedMention extends TextSpan {
  readonly form: string;
  readonly optional?: boolean;
  readonly inside?: boolean;
  readonly boilerplate?: boolean;
}

export interface SeedEvent { readonly id: string; readonly what: string; readonly when: { readonly value: string | null } }

/** An article with its text and what is measured of it. */
export interface Seed {
  readonly article: SeedArticle;
  readonly text: string;
  /** Names that count; what may but need not be found has the type `MISC`. */
  readonly names: readonly TypedSpan[];
}

const root = path.resolve(import.meta.dirname, '..', '..');

/** Reads the gold and the articles it speaks of. */
export function readSeeds(): { readonly gold: SeedsGold; readonly seeds: readonly Seed[] } {
  const gold = JSON.parse(readFileSync(path.join(root, 'test', 'gold', 'seeds.json'), 'utf8')) as SeedsGold;
  const seeds = gold.articles.map((article) => ({ article, text: readFileSync(path.join(root, 'seeds', article.file), 'utf8'), names: namesOf(article) }));
  return { gold, seeds };
}

function namesOf({ entities }: SeedArticle): TypedSpan[] {
  return entities.flatMap(({ id, type, mentions }) => mentions.flatMap(({ start, end, form, optional, inside, boilerplate }): TypedSpan[] => {
    if (form === 'nominal' || form === 'pronoun' || inside) return [];
    const counts = (form === 'name' || form === 'metonym') && !optional && !boilerplate;
    return [{ start, end, type: counts ? type : 'MISC', link: id }];
  }));
}

/** The articles as one topic whose clusters are the gold events. */
export function seedTopic(gold: SeedsGold, seeds: readonly Seed[]): Topic {
  const docs = seeds.map(({ article, text }) => ({ id: article.id, text, dct: article.publication.value }));
  const clusters = gold.events.map(({ id }) => ({
    mentions: gold.articles.flatMap((article) => article.eventMentions.filter((mention) => mention.event === id).map(({ trigger }) => ({ doc: article.id, start: trigger.start, end: trigger.end }))),
  }));
  return { id: 'seeds', docs, clusters };
}

/** Whether two spans share a character. */
export const meet = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
