import { organisation, ORGANISATIONS, outlets, person, PEOPLE, place, PLACES, type Person } from './people';
import type { Random } from '../../random';
import { background, capital, dayInWords, utterance } from './sentences';

/** An article on its way to a file. */
export interface Written {
  readonly outlet: string;
  readonly title: string;
  readonly byline: string;
  /** Days since 1970. */
  readonly day: number;
  readonly paragraphs: readonly string[];
}

/** Something that happened, and who can say something of it. */
interface Story {
  readonly day: number;
  readonly lead: string;
  readonly title: string;
  readonly town: string;
  readonly voices: readonly Person[];
  /** What they said; articles of one story share some of it. */
  readonly said: readonly { readonly who: Person; readonly words: string }[];
}

/** Verbs of events: past and the present of headlines, with what happens to whom. */
const happenings: readonly (readonly [string, string, 'person' | 'organisation' | 'place'])[] = [
  ['met', 'meets', 'person'], ['arrested', 'arrests', 'person'], ['visited', 'visits', 'place'], ['attacked', 'attacks', 'place'], ['sued', 'sues', 'organisation'],
  ['signed an agreement with', 'signs agreement with', 'organisation'], ['criticised', 'criticises', 'person'], ['appointed', 'appoints', 'person'], ['banned', 'bans', 'organisation'],
  ['evacuated', 'evacuates', 'place'], ['dismissed', 'dismisses', 'person'], ['bought', 'buys', 'organisation'], ['fined', 'fines', 'organisation'], ['invaded', 'invades', 'place'],
];

/** 1 January 2015 in days since 1970, and the days that corpora span. */
const FIRST_DAY = 16_436, DAYS = 4_000;

function storyOf(random: Random): Story {
  const day = FIRST_DAY + random.below(DAYS);
  const main = person(random.rank(PEOPLE)), town = place(random.rank(PLACES));
  const [did, does, sort] = random.of(happenings);
  const actor = random.chance(0.5) ? main.full : organisation(random.rank(ORGANISATIONS));
  const other = sort === 'person' ? person(random.rank(PEOPLE)).full : sort === 'place' ? place(random.rank(PLACES)) : organisation(random.rank(ORGANISATIONS));
  const voices = [main, ...Array.from({ length: random.between(1, 4) }, () => person(random.rank(PEOPLE)))];
  return {
    day, town, voices,
    lead: `${actor} ${did} ${other} in ${town} on ${dayInWords(day, random)}.`,
    title: `${actor} ${does} ${other}`,
    said: Array.from({ length: random.between(3, 9) }, () => ({ who: random.of(voices), words: utterance(random) })),
  };
}

const cues = ['said', 'said', 'said', 'told reporters', 'added', 'warned', 'argued', 'explained', 'insisted', 'acknowledged'];

function spoken(random: Random, who: Person, words: string, introduced: Set<string>): string {
  const cue = random.of(cues), first = !introduced.has(who.full);
  introduced.add(who.full);
  const name = first ? `${who.full}, the ${who.role},` : random.chance(0.5) ? who.surname : who.he;
  if (!first && random.chance(0.3)) return `“${words},” ${name} ${cue}.`;
  if (random.chance(0.5)) return `“${words},” ${cue} ${first ? `${who.full}, the ${who.role}` : name}.`;
  return `${capital(name)} ${cue}: “${words}.”`;
}

function report(random: Random, story: Story, share: number): Written {
  const introduced = new Set<string>(), day = story.day + random.below(3);
  const paragraphs: string[] = [random.chance(0.4) ? `${story.town.toUpperCase()} — ${story.lead} ${background(random, day)}` : `${story.lead} ${background(random, day)}`];
  const length = random.between(4, 11) + (random.chance(0.06) ? random.between(10, 40) : 0);
  for (let i = 0; i < length; i++) {
    if (random.chance(0.42)) {
      const shared = random.chance(share) ? random.of(story.said) : undefined;
      const text = spoken(random, shared?.who ?? random.of(story.voices), shared?.words ?? utterance(random), introduced);
      paragraphs.push(random.chance(0.5) ? `${text} ${background(random, day)}` : text);
    } else {
      paragraphs.push(background(random, day));
    }
  }
  return { outlet: random.of(outlets), title: story.title, byline: person(500 + random.below(5_000)).full, day, paragraphs };
}

/** What other outlets make of an agency's report: another headline, the end cut off, a sentence changed. */
function copyOf(random: Random, original: Written): Written {
  const paragraphs = original.paragraphs.slice(0, Math.max(3, original.paragraphs.length - random.below(4)));
  if (random.chance(0.3)) paragraphs[random.below(paragraphs.length)] = background(random, original.day);
  return { ...original, outlet: random.of(outlets), title: random.chance(0.5) ? original.title : `${original.title}, officials say`, day: original.day + random.below(2), paragraphs };
}

/** The next articles: one story as one to a dozen reports, among them copies of an agency's. */
export function reportsOf(random: Random): Written[] {
  const story = storyOf(random), kind = random.next();
  if (kind < 0.7) return [report(random, story, 0)];
  if (kind < 0.92) return Array.from({ length: random.between(2, 5) }, () => report(random, story, 0.4));
  const wire = { ...report(random, story, 0.4), outlet: random.of(outlets.slice(0, 2)) };
  return [wire, ...Array.from({ length: random.between(2, 11) }, () => copyOf(random, wire))];
}
