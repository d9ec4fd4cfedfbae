/** Makes more of little: copies with names exchanged, headlines in capitals, datelines. */
import { Type } from '../../src/language/names/tagger';
import type { Annotated } from './data';

type Random = () => number;

/** Names to exchange others for, by type; persons as given name and family name. */
export interface Pool {
  /** Share of names that are invented instead of taken from a list. */
  readonly invented: number;
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly organisations: readonly string[];
  readonly clubs: readonly string[];
  readonly countries: readonly string[];
  readonly places: readonly string[];
}

const onsets = ['b', 'br', 'c', 'ch', 'd', 'dr', 'f', 'g', 'gr', 'h', 'j', 'k', 'kr', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'sh', 'st', 't', 'tr', 'v', 'w', 'y', 'z', ''];
const vowels = ['a', 'e', 'i', 'o', 'u', 'a', 'e', 'i', 'o', 'ai', 'ou', 'ei'], codas = ['', '', '', 'n', 'r', 'l', 's', 'm', 't', 'k', 'nd', 'rt', 'x'];
const endings = ['ov', 'ski', 'son', 'ini', 'ez', 'ic', 'enko', 'ian', 'wala', 'sen', 'mann', 'oglu', 'zadeh', 'i', 'a', 'o'];
const firms = ['Corp', 'Inc', 'Ltd', 'Group', 'Holdings', 'Bank', 'Industries', 'AG', 'SA', 'Systems', 'Energy', 'Motors', 'Foods', 'Co', 'Plc', 'Insurance', 'Airlines', 'Pharmaceuticals', 'Resources', 'Financial Corp', 'Steel Co'];

/** A word that is in no list: what teaches the words around a name rather than the name. */
function invent(random: Random, ending = ''): string {
  let word = '';
  const syllables = 1 + Math.floor(random() * 2) + (ending ? 0 : 1);
  for (let i = 0; i < syllables; i++) word += pick(onsets, random) + pick(vowels, random) + pick(codas, random);
  word += ending;
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const pick = <T>(items: readonly T[], random: Random): T => items[Math.floor(random() * items.length)]!;

/** A copy in which each name is another of its kind, the same one throughout; a family name alone follows its full name. */
export function exchangeNames(doc: Annotated, pool: Pool, random: Random): Annotated {
  const chosen = new Map<string, string>();
  const countries = new Set(pool.countries);
  const replace = (name: string, type: number): string => {
    if (type === Type.other) return name;
    if (type === Type.person) {
      return name.split(' ').map((word, i, words) => {
        if (!/^\p{Lu}\p{Ll}/u.test(word)) return word;
        const known = chosen.get(`P${word}`);
        if (known !== undefined) return known;
        const last = i === words.length - 1;
        const fresh = random() < pool.invented ? invent(random, last ? pick(endings, random) : '') : pick(last ? pool.family : pool.given, random);
        chosen.set(`P${word}`, fresh);
        return fresh;
      }).join(' ');
    }
    const key = `${type}${name}`, known = chosen.get(key);
    if (known !== undefined) return known;
    const fresh = random() < pool.invented && !countries.has(name) ? invent(random) + (type === Type.organisation && random() < 0.4 ? ` ${pick(firms, random)}` : '') : type === Type.place ? pick(countries.has(name) ? pool.countries : pool.places, random) : random() < 0.9 ? pick(pool.organisations, random) : pick(pool.clubs, random);
    // A name whose head says what it is teaches more than one from a list.
    const result = type === Type.organisation && name.split(' ').length > 2 ? name : fresh;
    chosen.set(key, result);
    return result;
  };
  // Full names first, so that a surname that stands before its full name follows it too.
  for (const { start, end, type } of doc.entities) if (type === Type.person && doc.text.slice(start, end).includes(' ')) replace(doc.text.slice(start, end), type);
  return rebuild(doc, `${doc.id}~`, (name, type) => replace(name, type));
}

function rebuild(doc: Annotated, id: string, replace: (name: string, type: number) => string): Annotated {
  let text = '', at = 0;
  const entities = doc.entities.map(({ start, end, type }) => {
    text += doc.text.slice(at, start);
    const name = replace(doc.text.slice(start, end), type), from = text.length;
    text += name;
    at = end;
    return { start: from, end: text.length, type };
  });
  return { ...doc, id, text: text + doc.text.slice(at), entities };
}

/** Some short lines of a text in capitals, as headlines of agencies are; only where that keeps every offset. */
export function headlines(doc: Annotated, random: Random, share = 0.12): Annotated {
  let text = '';
  for (const line of doc.text.split(/(\n)/)) {
    const sentence = /^.{20,110}?[.!?](?= |$)/.exec(line);
    if (line !== '\n' && random() < share) {
      const part = sentence ? sentence[0] : line.length < 140 ? line : '';
      const upper = part.toUpperCase();
      text += upper.length === part.length ? upper + line.slice(part.length) : line;
    } else text += line;
  }
  return { ...doc, id: `${doc.id}^`, text };
}

/** A text behind a dateline: `LONDON (Reuters) - `, `BEIJING, June 3 - `, `PARIS 1996-08-24`. */
export function dateline(doc: Annotated, pool: Pool, random: Random): Annotated {
  const city = pick(pool.places, random), agency = pick(['Reuters', 'AP', 'AFP', 'Xinhua', 'Bloomberg', 'TASS'], random);
  const month = pick(['January', 'March', 'April', 'June', 'August', 'Oct.', 'Nov.', 'Dec.'], random), day = 1 + Math.floor(random() * 28);
  const upper = city.toUpperCase();
  const entities: { start: number; end: number; type: number }[] = [{ start: 0, end: upper.length, type: Type.place }];
  let head: string;
  const style = random();
  if (style < 0.4) {
    head = `${upper} (${agency}) - `;
    entities.push({ start: upper.length + 2, end: upper.length + 2 + agency.length, type: Type.organisation });
  } else if (style < 0.6) head = `${upper}, ${month} ${day} - `;
  else if (style < 0.9) head = `${upper} ${1990 + Math.floor(random() * 34)}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 18)}\n\n`;
  else head = `${upper} — `;
  return { ...doc, id: `${doc.id}>`, text: head + doc.text, entities: [...entities, ...doc.entities.map((e) => ({ ...e, start: e.start + head.length, end: e.end + head.length }))] };
}
