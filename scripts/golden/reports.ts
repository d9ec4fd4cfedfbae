import { annotateText } from '../../src/corpus/annotate';
import { mergeEvents } from '../../src/corpus/merging';
import type { Analysis, Span } from '../../src/language/types';
import { scoreDates } from '../evaluate/scores/dates';
import { scoreNames } from '../evaluate/scores/names';
import type { Prf } from '../evaluate/scores/prf';
import { meet, readSeeds, seedTopic, type Seed } from '../evaluate/seeds';
import { mentionsOf } from '../evaluate/tasks/events';
import { seedsFigures } from '../evaluate/tasks/seeds';

/** A report by the name of its file. */
export type Reports = ReadonlyMap<string, string>;

const types = { person: 'PER', organisation: 'ORG', place: 'LOC' } as const;
const percent = (share: number): string => (100 * share).toFixed(1);
const figures = (name: string, { precision, recall, f1, right, found, gold }: Prf): string =>
  `${name}: precision ${percent(precision)}, recall ${percent(recall)}, F1 ${percent(f1)} (${right} right of ${found} found and ${gold} in the gold)`;
const section = (title: string, lines: readonly string[]): string => (lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n') + '\n');
const same = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end;

interface Read { readonly seed: Seed; readonly analysis: Analysis; readonly alone: Analysis }

/** Readable reports of what is found in the sample articles, and how it compares with what people found. */
export function goldenReports(): Reports {
  const { gold, seeds } = readSeeds();
  const read = seeds.map((seed): Read => ({
    seed,
    analysis: annotateText(seed.text, seed.article.publication.value).analysis,
    alone: annotateText(seed.text).analysis,
  }));
  const all = seedsFigures(gold, seeds);
  return new Map([
    ['names.txt', names(read)],
    ['quotations.txt', quotations(read, all.quotations)],
    ['dates.txt', dates(read)],
    ['events.txt', events(seeds, gold, all)],
  ]);
}

function names(read: readonly Read[]): string {
  const parts = read.map(({ seed, analysis }) => {
    const lines = analysis.names.map((name, i) => {
      const count = analysis.mentions.filter((mention) => mention.name === i).length;
      const also = name.aliases.length ? `, also ${name.aliases.join(', ')}` : '', roles = name.roles.length ? `: ${[...new Set(name.roles.map(({ text }) => text))].join('; ')}` : '';
      return `${name.kind.padEnd(12)} ${name.canonical} (${count})${also}${roles}`;
    });
    const wanted = seed.names.filter(({ type }) => type !== 'MISC');
    const missed = wanted.filter((name) => !analysis.mentions.some((mention) => same(mention, name) && types[mention.kind] === name.type)).map(({ start, end, type }) => `${start} ${type} ${seed.text.slice(start, end)}`);
    const wrong = analysis.mentions.filter((mention) => !seed.names.some((name) => (name.type === 'MISC' ? meet(name, mention) : same(name, mention) && name.type === types[mention.kind]))).map(({ start, kind, text }) => `${start} ${types[kind]} ${text}`);
    return [`== ${seed.article.file}`, ...lines, section('missed', missed) + section('wrong', wrong)].join('\n');
  });
  const pairs = read.map(({ seed, analysis }) => ({ gold: seed.names, found: analysis.mentions.map(({ start, end, kind }) => ({ start, end, type: types[kind] })) }));
  return [...parts, figures('names, exact', scoreNames(pairs).exact), ''].join('\n');
}

function quotations(read: readonly Read[], score: Prf): string {
  const parts = read.map(({ seed, analysis }) => {
    const lines = analysis.quotations.map(({ form, speaker, cue, text, utterance }) => {
      const who = speaker ? (speaker.text === speaker.canonical ? speaker.text : `${speaker.text} = ${speaker.canonical}`) : 'nobody named';
      return `${form === 'direct' ? '“”' : '  '} ${utterance} ${who}${cue ? `, ${cue.text}` : ''}: ${text.replace(/\s+/g, ' ')}`;
    });
    const direct = analysis.quotations.filter(({ form }) => form === 'direct');
    const missed = seed.article.quotes.filter(({ kind }) => kind !== 'scare').filter((quote) => !direct.some((each) => meet(each, quote))).map(({ start, text }) => `${start} ${text}`);
    return [`== ${seed.article.file}`, ...lines, section('missed', missed)].join('\n');
  });
  return [...parts, figures('quotations with named speaker', score), ''].join('\n');
}

function dates(read: readonly Read[]): string {
  const parts = read.map(({ seed, analysis, alone }) => {
    const lines = analysis.dates.map((date) => {
      const bare = alone.dates.find((each) => same(each, date));
      const without = bare && bare.value !== date.value ? ` | without a publication date ${bare.value}` : '';
      return `${String(date.start).padStart(5)} ${date.text} | ${date.type} ${date.value} | ${date.certainty}${date.reason ? `: ${date.reason}` : ''}${without}`;
    });
    const timexes = wantedDates(seed);
    const missed = timexes.filter((timex) => !analysis.dates.some((date) => meet(date, timex) && date.value === timex.value)).map(({ start, text, value }) => `${start} ${text} = ${value}`);
    return [`== ${seed.article.file}, published ${seed.article.publication.value}`, ...lines, section('missed or of another value', missed)].join('\n');
  });
  const score = scoreDates(read.map(({ seed, analysis }) => ({ gold: wantedDates(seed), found: analysis.dates })));
  return [...parts, figures('date values', score), ''].join('\n');
}

const wantedDates = ({ article }: Seed): Seed['article']['timexes'] => article.timexes.filter((timex) => !article.noise.some((noise) => meet(noise, timex)));

function events(seeds: readonly Seed[], gold: ReturnType<typeof readSeeds>['gold'], { datedEvents, wrongMerges }: ReturnType<typeof seedsFigures>): string {
  const merged = mergeEvents(mentionsOf(seedTopic(gold, seeds).docs).mentions).filter(({ salience }) => salience === 'main');
  const lines = merged.map((event) => {
    const articles = [...new Set(event.mentions.map(({ articleId }) => String(articleId)))].join(', ');
    return `${(event.date?.value ?? 'no date').padEnd(14)} ${event.title} | ${event.type}, ${event.modality} | ${event.mentions.length} mention${event.mentions.length === 1 ? '' : 's'} in ${articles}`;
  });
  return [...lines.sort(), '', section('dated events of the gold that are missed or bear another date', datedEvents.missed) + section('merged and should not be', wrongMerges),
    `dated events found: ${datedEvents.found} of ${datedEvents.gold}; wrong merges: ${wrongMerges.length}`, ''].join('\n');
}
