import { turn } from '../../turns';
import { bytes, int, type Database } from './database';
import { printOf, unpackQuotation } from './packedQuotation';
import { matchAll } from './words';

/** The rarest words, of which a quotation must hold all but one or two; words that are looked up together. */
const RAREST = 8, MOST_TOGETHER = 24;
/** Quotations taken from a look for all words, from one for a few of them, and those that are weighed. */
const FROM_ALL = 40, FROM_FEW = 400, MOST_WEIGHED = 600;
/** Share of the words that the best quotation holds, below which others are not worth reading. */
const OF_BEST = 0.5;

/**
 * Articles with a quotation that holds the words, or all but one of the rarest (two where there are six of them), those that hold most first.
 * Put in pairs, the words of such a quotation have pairs that are whole (the pigeonhole principle), and few quotations have two rare words by chance.
 * @param words folded, rarest first
 */
export async function quotingArticles(database: Database, words: readonly string[], limit: number): Promise<number[]> {
  const rarest = words.slice(0, RAREST), missing = rarest.length < 3 ? 0 : rarest.length < 6 ? 1 : 2;
  if (rarest.length < 2) return [];
  const candidates = new Set<number>();
  const look = async (wanted: readonly string[], most: number): Promise<number[]> => {
    await turn();
    return database.numbers('SELECT rowid FROM quotationWords WHERE quotationWords MATCH ? LIMIT ?', matchAll(wanted, false), most).map(([id]) => id!);
  };
  for (const id of await look(words.slice(0, MOST_TOGETHER), FROM_ALL)) candidates.add(id);
  if (candidates.size < FROM_ALL && missing > 0) for (const id of await holdingMost(rarest, missing, look)) candidates.add(id);
  await turn();
  const wanted = words.map(printOf), rows = database.all('SELECT id, article, data FROM (SELECT value FROM json_each(?)) AS wanted JOIN quotation ON quotation.id = wanted.value', JSON.stringify([...candidates].slice(0, MOST_WEIGHED)));
  const found = rows.flatMap((row) => {
    const prints = new Set(unpackQuotation(bytes(row['data'])).prints), held = wanted.map((print) => prints.has(print)), count = (most: number): number => held.slice(0, most).filter(Boolean).length;
    return count(rarest.length) >= rarest.length - missing ? [{ id: int(row['id']), article: int(row['article']), held: count(held.length) }] : [];
  }).sort((a, b) => b.held - a.held || a.id - b.id);
  const least = (found[0]?.held ?? 0) * OF_BEST;
  return [...new Set(found.flatMap(({ article, held }) => (held >= least ? [article] : [])))].slice(0, limit);
}

/** Quotations that may hold all but so many of the words, surest first. Where too many have a pair, larger groups are looked for. */
async function holdingMost(rarest: readonly string[], missing: number, look: (words: readonly string[], most: number) => Promise<number[]>): Promise<number[]> {
  const pairs = pairsOf(rarest), few = await holdingGroups(pairs, Math.max(1, pairs.length - missing), look);
  const groups = missing === 2 ? [0, 1, 2].map((first) => rarest.filter((_, i) => i % 3 === first)) : undefined;
  return (few.whole || !groups ? few : await holdingGroups(groups, 1, look)).ids;
}

/** Rare words go with common ones. Of three, each goes with each. */
function pairsOf(rarest: readonly string[]): string[][] {
  const [one, two, three] = rarest;
  if (rarest.length === 3) return [[one!, two!], [one!, three!], [two!, three!]];
  return Array.from({ length: Math.floor(rarest.length / 2) }, (_, i) => [rarest[i]!, rarest.at(-1 - i)!]);
}

async function holdingGroups(groups: readonly (readonly string[])[], least: number, look: (words: readonly string[], most: number) => Promise<number[]>): Promise<{ readonly ids: number[]; readonly whole: boolean }> {
  const counts = new Map<number, number>();
  let whole = true;
  for (const group of groups) {
    const found = await look(group, FROM_FEW);
    whole &&= found.length < FROM_FEW;
    for (const id of found) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return { whole, ids: [...counts].filter(([, n]) => n >= least).sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id) };
}
