import type { EventMention } from '../../../language/types';
import { foldedWords } from '../../fold';
import { formsOf, nameKey } from '../../linking';
import { openingOf } from '../../opening';
import { articleContext, eventOf, withoutPassing } from '../../merging';
import { articleFactsOf, factsOf, type Facts } from '../../merging/facts';
import { kindsOf } from '../../merging/passing';
import { sameness } from '../../merging/same';
import { sketchOf } from '../../merging/sketch';
import type { AnalysedArticle, IndexedFile, PreparedFile } from '../store';
import { packArticle, type NameData, type UsedForm } from './articleData';
import { eventRow, type EventRow } from './eventData';
import { dayOfAppearance, filingsOf, packFilings, storyKeys } from './filings';
import { dayOf, outletNumber, rankOf, tieOf } from './rank';
import { MOST_REPORTS } from './reportIds';
import { packMetadata } from './packedMetadata';
import { packSketch } from './packedSketch';
import { prepareQuotations, type PreparedQuotation } from './prepareQuotations';
import { stemOf } from './stems';
import { tellingMentions } from './telling';

/** A name of an article as its rows take it; names of the text that are one to the corpus go together. */
export interface PreparedName {
  /** Its kind and its folded full form. */
  readonly key: string;
  readonly rank: number;
  readonly mentions: number;
  /** A digit for the use (`FormUse`), then the form. */
  readonly forms: readonly string[];
}

/** A report of an event as its rows take it. */
export interface PreparedReport {
  /** Lemma of what happens. */
  readonly lemma: string;
  /** Folded words, stemmed, each once; empty where it is only mentioned in passing. */
  readonly words: string;
  /** Who takes part, as indices into the article's prepared names. */
  readonly names: readonly number[];
  /** Where it is filed ({@link packFilings}). */
  readonly filings: readonly number[];
  /** Other reports of the article that it may be one event with, by index. */
  readonly near: readonly number[];
  /** The event that it makes alone; null where it is only mentioned in passing. */
  readonly event: EventRow | null;
}

/** An article as the index takes it: everything that can be said without looking at other articles. */
export interface PreparedArticle {
  readonly day: number;
  /** Words of the text, noise left out. */
  readonly words: number;
  readonly outlet: number;
  /** Day under which the article and its reports are filed by their time. */
  readonly appeared: number;
  readonly published: string | undefined;
  /** Words that tell what it is about, with spaces between them. */
  readonly context: string;
  /** What is known of it, packed ({@link packMetadata}). */
  readonly metadata: Uint8Array;
  /** What it says, packed ({@link packArticle}). */
  readonly data: Uint8Array;
  /** The words of the prose, folded, each once. */
  readonly vocabulary: string;
  /** The text, where the index has to keep it. */
  readonly body: Uint8Array | undefined;
  readonly names: readonly PreparedName[];
  readonly quotations: readonly PreparedQuotation[];
  /** Quotations of the text, reported speech included: so many ids are kept free. */
  readonly quotationCount: number;
  /** Keys under which others that tell its story find it. */
  readonly story: readonly number[];
  readonly reports: readonly PreparedReport[];
  /** What it looks like to the reports of other articles, packed ({@link packSketch}). */
  readonly sketch: Uint8Array;
}

/** Does, in whichever thread, all of the work on a file that needs no index. */
export function prepareFile(file: IndexedFile): PreparedFile {
  // Several articles cannot each be the whole file, whatever the reader says.
  const kept = !file.textIsFile || file.articles.length > 1;
  return {
    path: file.path, stamp: file.stamp, problems: file.problems,
    size: file.articles.reduce((sum, { text }) => sum + text.length * 2, 0),
    prepared: file.articles.map((article, ordinal) => prepareArticle(file.path, ordinal, article, kept)),
  };
}

function prepareArticle(path: string, ordinal: number, article: AnalysedArticle, kept: boolean): PreparedArticle {
  const { analysis, metadata, text } = article;
  const published = metadata.published?.value;
  const day = dayOf(published), tie = tieOf(path, ordinal);
  const prose = withoutNoise(article), words = foldedWords(prose), context = articleContext(prose);
  const { names, data, indexOf } = prepareNames(article, day, tie);
  const reports = withoutPassing(analysis.events).slice(0, MOST_REPORTS);
  const place = { articleId: `${path}#${ordinal}`, context, ...(published === undefined ? {} : { published }) }, articleOf = articleFactsOf();
  const facts = reports.map((mention, index) => {
    const stored = { ...mention, ...place, index };
    return factsOf(stored, articleOf(stored));
  });
  const near = nearOf(facts);
  return {
    day, published, names,
    words: words.length,
    outlet: outletNumber(metadata.outlet?.value),
    appeared: dayOfAppearance(published),
    context: context.join(' '),
    metadata: packMetadata({ metadata, opening: metadata.title ? '' : openingOf(text, article.noise) }),
    data: packArticle({ sentences: analysis.sentences, names: data, context, reports, indexOf }),
    vocabulary: [...new Set(words)].join(' '),
    body: kept ? new TextEncoder().encode(text) : undefined,
    quotations: prepareQuotations(analysis.quotations, { indexOf, day, tie }),
    quotationCount: analysis.quotations.length,
    story: reports.length === 0 ? [] : storyKeys(context),
    sketch: packSketch(sketchOf(context, facts)),
    reports: facts.map((each, index): PreparedReport => {
      const passing = each.mention.salience === 'minor', words = passing ? '' : wordsOfReport(each.mention, (name) => analysis.names[name]?.aliases ?? []);
      return { lemma: each.mention.lemma, words, names: namesIn(each.mention, indexOf), filings: packFilings(filingsOf(each)), near: near[index]!, event: passing ? null : eventRow(eventOf([each]), path, ordinal) };
    }),
  };
}

function prepareNames({ analysis }: AnalysedArticle, day: number, tie: number): { names: PreparedName[]; data: NameData[]; indexOf: (name: number) => number | null } {
  const telling = tellingMentions(analysis), byKey = new Map<string, number[]>();
  analysis.names.forEach((name, index) => {
    const key = nameKey(name), list = byKey.get(key);
    if (list) list.push(index);
    else byKey.set(key, [index]);
  });
  const names: PreparedName[] = [], data: NameData[] = [], indices = new Map<number, number>();
  for (const [key, members] of byKey) {
    const mentions = members.flatMap((member) => telling[member] ?? []).sort((a, b) => b.score - a.score || a.start - b.start);
    if (mentions.length === 0) continue;
    for (const member of members) indices.set(member, names.length);
    const forms = new Map<string, UsedForm>();
    for (const member of members) for (const { use, text } of formsOf(analysis.names[member]!)) forms.set(`${use}${text}`, { use, text });
    names.push({ key, rank: rankOf(mentions[0]!.score, day, tie), mentions: mentions.length, forms: [...forms.keys()] });
    data.push({ forms: [...forms.values()], mentions });
  }
  return { names, data, indexOf: (name) => indices.get(name) ?? null };
}

/** Which of an article's reports merging would join, were there no others. */
function nearOf(facts: readonly Facts[]): number[][] {
  const near = facts.map(() => new Set<number>()), byKind = new Map<string, number[]>();
  facts.forEach((one, i) => {
    for (const kind of kindsOf(one.mention.lemma)) {
      const others = byKind.get(kind);
      if (!others) { byKind.set(kind, [i]); continue; }
      for (const other of others) {
        if (near[i]!.has(other) || other === i || sameness(one, facts[other]!) === 0) continue;
        near[i]!.add(other);
        near[other]!.add(i);
      }
      others.push(i);
    }
  });
  return near.map((set) => [...set]);
}

/** Folded words, stemmed, that a report is found by, each once. @param aliasesOf other forms of a participant's name */
export function wordsOfReport(mention: EventMention, aliasesOf: (name: number) => readonly string[]): string {
  const texts = [mention.title, mention.text];
  for (const { canonical, text, name } of participantsOf(mention)) {
    texts.push(canonical, text);
    if (name !== null) texts.push(...aliasesOf(name));
  }
  return [...new Set(foldedWords(texts.join(' ')).map(stemOf))].join(' ');
}

/** Names that take part in an event, by the indices that `indexOf` gives. */
function namesIn(mention: EventMention, indexOf: (name: number) => number | null): number[] {
  return [...new Set(participantsOf(mention).flatMap(({ name }) => (name === null ? [] : indexOf(name) ?? [])))];
}

export function participantsOf({ who, whom, where }: EventMention): EventMention['who'] {
  return [...who, ...whom, ...(where ? [where] : [])];
}

/** The article's own words: every stretch of noise becomes a space. */
function withoutNoise(article: AnalysedArticle): string {
  let at = 0;
  let prose = '';
  for (const noise of article.noise) {
    prose += `${article.text.slice(at, Math.max(at, noise.start))} `;
    at = Math.max(at, noise.end);
  }
  return prose + article.text.slice(at);
}
