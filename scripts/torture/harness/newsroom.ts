/** Articles made up by a seed, with names, quotations and events that recur across them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Random } from '../../random';

const first = ['Ada', 'Bruno', 'Carla', 'Dmitri', 'Elena', 'Farid', 'Greta', 'Hassan', 'Ingrid', 'Jonas', 'Karim', 'Leila', 'Marek', 'Nadia', 'Oskar', 'Petra'];
const last = ['Holm', 'Kovac', 'Lindqvist', 'Moreau', 'Nakamura', 'Okafor', 'Petrov', 'Quist', 'Rahimi', 'Sandoval', 'Tanaka', 'Ueda', 'Varga', 'Weiss', 'Yilmaz', 'Zoric'];
const roles = ['Foreign Minister', 'Prime Minister', 'President', 'Defense Minister', 'Ambassador', 'Governor', 'Senator'];
const places = ['Oslo', 'Vienna', 'Cairo', 'Nairobi', 'Lisbon', 'Ankara', 'Tokyo', 'Geneva', 'Prague', 'Doha'];
const bodies = ['Harbor Council', 'Ministry of Trade', 'Northern Grain Company', 'Institute for Rivers', 'Port Authority', 'Union of Rail Workers'];
const deeds = ['sued', 'dismissed', 'honored', 'fined', 'questioned', 'appointed'];
const things = ['the bridge', 'the harbor', 'the ceasefire', 'the grain deal', 'the border', 'the budget', 'the talks', 'the inquiry'];
const openings = ['We will not give up', 'No further word from us on', 'The people deserve an answer about', 'There can be no peace without', 'Not a single step without', 'It is too early to speak of'];
const endings = ['before the harvest', 'for as long as necessary', 'without delay', 'whatever the price', 'not now and not later', 'in spite of all doubts'];
const months = ['January', 'March', 'April', 'June', 'August', 'October', 'November'];

export interface MadeArticle {
  readonly text: string;
  /** The words of its quotations, marks left out. */
  readonly quotations: readonly string[];
  /** Full names that it holds. */
  readonly people: readonly string[];
}

/** The article with this number; the same seed and number give the same article. */
export function article(number: number, seed = 1): MadeArticle {
  const random = new Random(seed * 1_000_003 + number * 7919);
  const person = (): string => `${random.of(first)} ${random.of(last)}`;
  const quotation = (): string => `${random.of(openings)} ${random.of(things)} ${random.of(endings)} in year ${random.below(90) + 10}`;
  const day = random.below(28) + 1, month = random.of(months), year = 2020 + random.below(5), place = random.of(places);
  const people = [person(), person(), person()], quotations: string[] = [];
  const say = (): string => {
    const words = quotation();
    quotations.push(words);
    return words;
  };
  const paragraphs = [
    `${place.toUpperCase()}, ${month} ${day} — ${random.of(roles)} ${people[0]} met ${people[1]} in ${place} on ${month} ${day}, ${year} to discuss ${random.of(things)}.`,
    `“${say()},” ${people[0]} said after the meeting with the ${random.of(bodies)}.`,
    `${people[2]} of the ${random.of(bodies)} criticized ${people[1]!.split(' ')[1]} on ${month} ${day}. “${say()},” ${people[2]!.split(' ')[1]} told reporters.`,
    `The ${random.of(bodies)} ${random.of(deeds)} ${people[0]} a day later. ${people[1]} said: “${say()}.”`,
  ];
  return { text: paragraphs.join('\n\n') + '\n', quotations, people };
}

/** Writes articles `from` up to `to` into a folder, a thousand to a folder below it; returns their paths. */
export function writeArticles(folder: string, from: number, to: number, seed = 1): string[] {
  const paths: string[] = [];
  for (let number = from; number < to; number++) {
    const directory = path.join(folder, `part${Math.floor(number / 1000)}`);
    if (number === from || number % 1000 === 0) mkdirSync(directory, { recursive: true });
    const file = path.join(directory, `article${number}.txt`);
    writeFileSync(file, article(number, seed).text);
    paths.push(file);
  }
  return paths;
}

/** A draft that quotes articles `from` up to `to`, a paragraph each: one in four quotes is wrong by a word. */
export function draft(from: number, to: number, seed = 1): string {
  const paragraphs = ['# A report'];
  for (let number = from; number < to; number++) {
    const { quotations, people } = article(number, seed), words = quotations[0]!;
    const quoted = number % 4 === 3 ? words.replace(' in year', ' in the year') : words;
    paragraphs.push(`In the matter of number ${number}, ${people[0]} was plain with those who asked: “${quoted},” he said, and others were not so sure of it.`);
  }
  return paragraphs.join('\n\n') + '\n';
}
