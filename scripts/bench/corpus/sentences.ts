import { verbForms, withS } from '../../../src/language/lexicon/inflection';
import type { Random } from '../../random';
import { organisation, ORGANISATIONS, person, PEOPLE, place, PLACES } from './people';
import { vocabulary } from './vocabulary';

const words = vocabulary();
const plurals = words.nouns.map(withS), pasts = words.verbs.map((verb) => verbForms(verb).past[0]!), gerunds = words.verbs.map((verb) => verbForms(verb).gerund);

const noun = (random: Random): string => words.nouns.pick(random);
const nouns = (random: Random): string => plurals.pick(random);
const adjective = (random: Random): string => words.adjectives.pick(random);
const past = (random: Random): string => pasts.pick(random);
const base = (random: Random): string => words.verbs.pick(random);
const ing = (random: Random): string => gerunds.pick(random);
const some = (random: Random): string => `${random.between(2, 9)}${random.chance(0.5) ? `${random.between(0, 9)}` : ''}${random.chance(0.3) ? `,${random.between(100, 999)}` : ''}`;

function phrase(random: Random): string {
  switch (random.below(6)) {
    case 0: return `the ${noun(random)}`;
    case 1: return `the ${adjective(random)} ${noun(random)}`;
    case 2: return `${adjective(random)} ${nouns(random)}`;
    case 3: return `the ${noun(random)} of the ${noun(random)}`;
    case 4: return `${some(random)} ${nouns(random)}`;
    default: return `a ${noun(random)} for ${adjective(random)} ${nouns(random)}`;
  }
}

/** A main clause without its full stop, as somebody may say it. */
export function clause(random: Random): string {
  switch (random.below(8)) {
    case 0: return `we will not ${base(random)} ${phrase(random)} until ${phrase(random)} has ${past(random)}`;
    case 1: return `${phrase(random)} must ${base(random)} ${phrase(random)} before the ${noun(random)} can ${base(random)}`;
    case 2: return `nobody who has ${past(random)} ${phrase(random)} would ${base(random)} a ${adjective(random)} ${noun(random)}`;
    case 3: return `this is about ${phrase(random)} and about ${ing(random)} ${phrase(random)}`;
    case 4: return `if ${phrase(random)} ${past(random)}, then ${phrase(random)} will ${base(random)} the ${noun(random)}`;
    case 5: return `I have ${past(random)} ${phrase(random)} for ${some(random)} years, and ${phrase(random)} never ${past(random)} me`;
    case 6: return `there is ${phrase(random)} in every ${noun(random)} that ${past(random)} ${phrase(random)}`;
    default: return `it was ${adjective(random)} to ${base(random)} ${phrase(random)} while ${phrase(random)} ${past(random)}`;
  }
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What somebody says, in marks' words: one or two sentences of eight to forty words. */
export function utterance(random: Random): string {
  const first = capital(clause(random));
  return random.chance(0.3) ? `${first}. ${capital(clause(random))}` : first;
}

const critics = ['Critics', 'Analysts', 'Residents', 'Officials', 'Lawyers', 'Economists', 'Observers', 'Opponents', 'Supporters', 'Experts'];
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `April 12`, `12 April 2024`, `Tuesday` of a day in days since 1970. */
export function dayInWords(day: number, random: Random): string {
  const date = new Date(day * 86_400_000);
  const month = months[date.getUTCMonth()]!, number = date.getUTCDate();
  switch (random.below(4)) {
    case 0: return weekdays[(date.getUTCDay() + 6) % 7]!;
    case 1: return `${month} ${number}`;
    case 2: return `${month} ${number}, ${date.getUTCFullYear()}`;
    default: return `${number} ${month} ${date.getUTCFullYear()}`;
  }
}

/** Prose between the quotations: reports, background, now and then a name or a happening of another day. */
export function background(random: Random, day: number): string {
  const sentence = (): string => {
    switch (random.below(11)) {
      case 0: return `${capital(phrase(random))} ${past(random)} ${phrase(random)} in ${place(random.rank(PLACES))}, where ${phrase(random)} had ${past(random)} ${phrase(random)}.`;
      case 1: return `${organisation(random.rank(ORGANISATIONS))} ${past(random)} ${phrase(random)} on ${dayInWords(day - random.between(1, 400), random)}.`;
      case 2: { const one = person(random.rank(PEOPLE)); return `${one.full}, the ${one.role}, has ${past(random)} ${phrase(random)} since ${2024 - random.between(1, 30)}.`; }
      case 3: return `The ${noun(random)} ${past(random)} by ${some(random)} percent, while ${phrase(random)} ${past(random)} ${phrase(random)}.`;
      case 4: return `${random.of(critics)} say ${phrase(random)} could ${base(random)} ${phrase(random)} without ${ing(random)} ${phrase(random)}.`;
      case 5: return `According to ${organisation(random.rank(ORGANISATIONS))}, ${clause(random)}.`;
      case 6: return `${capital(phrase(random))} and ${phrase(random)} ${past(random)} ${phrase(random)}, but ${phrase(random)} ${past(random)}.`;
      case 7: return `More than ${some(random)} ${nouns(random)} ${past(random)} in ${place(random.rank(PLACES))} last ${random.of(['week', 'month', 'year', 'summer'])}.`;
      case 8: return `It remains unclear whether ${phrase(random)} will ${base(random)} ${phrase(random)}.`;
      case 9: return `${capital(ing(random))} ${phrase(random)} is ${adjective(random)} for ${nouns(random)} who ${past(random)} ${phrase(random)}.`;
      default: return `The ${adjective(random)} ${noun(random)} ${past(random)} after ${phrase(random)} ${past(random)} the ${noun(random)}.`;
    }
  };
  return Array.from({ length: random.between(2, 4) }, sentence).join(' ');
}
