import { Can, lookUp } from '../../language/lexicon/words';
import { tokenise, TokenFlag, TokenKind } from '../../language/tokens';
import { fold } from '../fold';

const most = 40;
/** What a capitalised word may be and still tell one story from another: a name, a country's adjective. */
const telling = Can.noun | Can.adjective | Can.actor | Can.demonym;

/**
 * What an article is about, in at most 40 folded words: its capitalised words and numbers, most frequent first, without the
 * common words that open sentences. Two articles on one happening share many of them. Empty for a text without any.
 */
export function articleContext(text: string): string[] {
  const tokens = tokenise(text), count = new Map<string, number>();
  for (let i = 0; i < tokens.count; i++) {
    const kind = tokens.kinds[i], length = tokens.ends[i]! - tokens.starts[i]!;
    if (!(kind === TokenKind.number || (kind === TokenKind.word && length > 2 && tokens.flags[i]! & TokenFlag.capital))) continue;
    const word = fold(text.slice(tokens.starts[i], Math.min(tokens.ends[i]!, tokens.starts[i]! + 40)));
    if (kind === TokenKind.word && lookUp(word).can & ~telling) continue;
    count.set(word, (count.get(word) ?? 0) + 1);
  }
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most).map(([word]) => word);
}

/** From this likeness on two articles are taken to tell one story. */
export const sameStory = 0.22;

/** How much two articles are about the same, 0 to 1: shared words over the geometric mean of both numbers. 0 when either says nothing. */
export function contextLikeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.sqrt(a.size * b.size);
}
