/** Ways in which a quote goes wrong, done by program. Words are runs of characters between blanks. */
export type Alteration = 'verbatim' | 'substitute' | 'drop' | 'add' | 'swap' | 'number' | 'negation' | 'join' | 'ellipsis' | 'invented';

/** A source of numbers between 0 and 1, the same for the same seed. */
export type Random = () => number;

/** Mulberry32 (Tommy Ettinger, public domain algorithm). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const bare = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const below = (random: Random, n: number): number => Math.floor(random() * n);

/** How many words are altered: one, or up to a fifth. */
function count(random: Random, words: readonly string[]): number {
  return 1 + below(random, Math.max(1, Math.floor(words.length / 5)));
}

function places(random: Random, words: readonly string[], n: number): Set<number> {
  const chosen = new Set<number>();
  // The ends are left alone: a quote that is a word shorter there is another, true quote.
  for (let tries = 0; chosen.size < n && tries < 100; tries++) {
    const at = 1 + below(random, words.length - 2);
    if (bare(words[at]!) !== '') chosen.add(at);
  }
  return chosen;
}

const numberWord = /^\D{0,2}\d[\d,.]*\D*$/;
const negations: readonly (readonly [RegExp, string])[] = [
  [/\bcannot\b/, 'can'], [/ not\b(?=\s*\p{L})/u, ''], [/ never\b(?=\s*\p{L})/u, ''], [/\b(do|does|did|is|are|was|were|has|have|had|would|could|should)n['’]t\b/i, '$1'], [/\bcan['’]t\b/, 'can'], [/\bwon['’]t\b/, 'will'],
];

/**
 * A quote altered; undefined when it has nothing that can be altered in this way.
 * @param pool words of other texts, to put in; @param other a quote of another place
 */
export function altered(kind: Alteration, quote: string, random: Random, pool: readonly string[], other: string): string | undefined {
  const words = quote.split(/\s+/).filter((word) => word !== '');
  if (kind === 'verbatim' || kind === 'invented') return quote;
  if (words.length < 5) return undefined;
  const strange = (than: string): string => {
    for (;;) {
      const word = pool[below(random, pool.length)]!;
      if (bare(word) !== '' && bare(word) !== bare(than)) return word;
    }
  };
  switch (kind) {
    case 'substitute': {
      const chosen = places(random, words, count(random, words));
      return words.map((word, i) => (chosen.has(i) ? strange(word) : word)).join(' ');
    }
    case 'drop': {
      const chosen = places(random, words, count(random, words));
      // Of two equal neighbours it cannot be told which was dropped, but that one was.
      return words.filter((_, i) => !chosen.has(i)).join(' ');
    }
    case 'add': {
      const chosen = places(random, words, count(random, words));
      return words.flatMap((word, i) => (chosen.has(i) ? [strange(''), word] : [word])).join(' ');
    }
    case 'swap': {
      const at = 1 + below(random, words.length - 2);
      if (bare(words[at]!) === bare(words[at - 1]!) || bare(words[at]!) === '' || bare(words[at - 1]!) === '') return undefined;
      return [...words.slice(0, at - 1), words[at]!, words[at - 1]!, ...words.slice(at + 1)].join(' ');
    }
    case 'number': {
      const at = words.findIndex((word) => numberWord.test(word));
      return at < 0 ? undefined : words.map((word, i) => (i === at ? word.replace(/\d/, (digit) => String((Number(digit) % 9) + 1)) : word)).join(' ');
    }
    case 'negation': {
      const found = negations.find(([pattern]) => pattern.test(quote));
      return found && quote.replace(found[0], found[1]);
    }
    case 'join': {
      const added = other.split(/\s+/).filter((word) => word !== '');
      return added.length < 5 || words.length + added.length > 60 ? undefined : `${words.join(' ')} ${added.join(' ')}`;
    }
    case 'ellipsis': {
      if (words.length < 12) return undefined;
      const third = Math.floor(words.length / 3);
      return `${words.slice(0, third).join(' ')} … ${words.slice(2 * third).join(' ')}`;
    }
  }
}
