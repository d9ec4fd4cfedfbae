import { chooseDate, relateDates } from './dates';
import type { Disagreement, StoredEventMention } from './types';

function disagreement(about: Disagreement['about'], counted: ReadonlyMap<string, number>): Disagreement[] {
  if (counted.size < 2) return [];
  const versions = [...counted].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([version]) => version);
  return [{ about, versions, words: `${about}: ${versions.join(' or ')}` }];
}

const add = (counted: Map<string, number>, version: string): void => { counted.set(version, (counted.get(version) ?? 0) + 1); };

/** What the sources of one event disagree on: exclusive dates, numbers of the same thing, named places, different doers. Empty when they agree. */
export function disagreementsOf(mentions: readonly StoredEventMention[]): Disagreement[] {
  return [...dates(mentions), ...numbers(mentions), ...places(mentions)];
}

function dates(mentions: readonly StoredEventMention[]): Disagreement[] {
  const chosen = chooseDate(mentions.map((m) => m.date).filter((d) => d !== null)), counted = new Map<string, number>();
  if (!chosen) return [];
  for (const { date } of mentions) {
    if (!date) continue;
    const relation = relateDates(date, chosen);
    if (relation === 'near' || relation === 'conflict') add(counted, date.value);
    else add(counted, chosen.value);
  }
  return disagreement('date', counted);
}

/** `1,200 people` against `1,400 people`: different numbers before the same word, in different articles. */
function numbers(mentions: readonly StoredEventMention[]): Disagreement[] {
  const byNoun = new Map<string, Map<string, Set<string | number>>>();
  for (const mention of mentions) {
    for (const [, digits, , noun] of mention.title.matchAll(/\b(\d[\d,.]{0,12})\b(?: (?:more|other|high|young|British|civilian))? ((\p{Ll}{3,20}))/gu)) {
      const value = digits!.replace(/[,.]$/, ''), key = noun!.replace(/s$/, '');
      const versions = byNoun.get(key) ?? new Map<string, Set<string | number>>();
      byNoun.set(key, versions.set(`${value} ${noun!}`, (versions.get(`${value} ${noun!}`) ?? new Set()).add(mention.articleId)));
    }
  }
  const found: Disagreement[] = [];
  for (const key of [...byNoun.keys()].sort()) {
    const counted = new Map([...byNoun.get(key)!].map(([version, articles]) => [version, articles.size]));
    if (new Set([...byNoun.get(key)!.values()].flatMap((articles) => [...articles])).size > 1) found.push(...disagreement('number', counted));
  }
  return found;
}

function places(mentions: readonly StoredEventMention[]): Disagreement[] {
  const counted = new Map<string, number>(), articles = new Set<string | number>();
  for (const { where, articleId } of mentions) if (where && where.name !== null) { add(counted, where.canonical); articles.add(articleId); }
  const names = [...counted.keys()];
  if (articles.size < 2 || names.some((a) => names.some((b) => a !== b && (a.includes(b) || b.includes(a))))) return [];
  return disagreement('place', counted);
}
