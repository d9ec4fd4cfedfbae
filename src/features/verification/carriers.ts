import type { SourceMatch } from './verifyQuote';

/** Who carries a quote, as readers ask it. */
export interface Carriers {
  /** The one published first, where the dates of at least two tell; null where they do not. */
  readonly first: SourceMatch | null;
  /** The others that have the words, earliest published first, those without a date last. */
  readonly others: readonly SourceMatch[];
  /** Articles that have them otherwise. Empty for a misquote, which every article has otherwise. */
  readonly variants: readonly SourceMatch[];
}

/** Orders the articles that have a quote by who carried it first. */
export function carriersOf(matches: readonly SourceMatch[]): Carriers {
  const [best] = matches;
  if (!best || best.comparison.status === 'misquoted') return { first: null, others: matches.slice(1), variants: [] };
  const same = matches.filter(({ comparison }) => comparison.status !== 'misquoted'), variants = matches.filter(({ comparison }) => comparison.status === 'misquoted');
  const published = ({ article }: SourceMatch): string => article.metadata.published?.value ?? '9';
  const sorted = [...same].sort((a, b) => (published(a) < published(b) ? -1 : published(a) > published(b) ? 1 : 0)), [earliest, next] = sorted;
  // Of two published on one day nobody carried it first.
  if (!earliest || !next || published(earliest) === '9' || published(next) === '9' || published(next).startsWith(published(earliest)) || published(earliest).startsWith(published(next))) {
    return { first: null, others: same.slice(1), variants };
  }
  return { first: earliest, others: sorted.slice(1), variants };
}
