import type { EventMention, Name } from '../../../language/types';
import { fold, foldedWords } from '../../fold';
import { formsOf, nameKey, type NameForm } from '../../linking';
import { articleContext, withoutPassing, type StoredEventMention } from '../../merging';
import type { AnalysedArticle, IndexedFile, PreparedFile } from '../store';
import { packMentions, packSpans } from './packedArticle';
import { dayOf, rankOf, tieOf } from './rank';
import { filingsOf, type Filing } from './filings';
import { packReport } from './report';
import { prepareQuotations, type PreparedQuotation } from './prepareQuotations';
import { tellingMentions } from './telling';

/** Reports that are kept of one article, the first ones: news has a few dozen, and in a file that repeats one sentence for ever all are one event. */
const MOST_REPORTS = 250;

/** A name of an article as its rows take it; names of the text that are one to the corpus go together. */
export interface PreparedName {
  readonly key: string;
  readonly rank: number;
  readonly score: number;
  readonly mentions: number;
  readonly forms: readonly NameForm[];
  /** Indices of the sentences it stands in, ascending. */
  readonly sentences: readonly number[];
  /** Its mentions, packed. */
  readonly data: Uint8Array;
}

/** A report of an event as its rows take it. */
export interface PreparedReport {
  /** Texts left out. */
  readonly mention: EventMention;
  readonly data: string;
  readonly words: string;
  /** Who takes part, as indices into the article's prepared names. */
  readonly names: readonly number[];
  readonly filings: readonly Filing[];
}

/** An article as the index takes it: everything that can be said without looking at other articles. */
export interface PreparedArticle {
  readonly day: number;
  /** Words of the text, noise left out. */
  readonly words: number;
  readonly metadata: string;
  readonly published: string | undefined;
  readonly context: readonly string[];
  readonly sentences: Uint8Array;
  /** The prose, folded, for the index of words. */
  readonly prose: string;
  /** The text, where the index has to keep it. */
  readonly body: Uint8Array | undefined;
  readonly names: readonly PreparedName[];
  readonly quotations: readonly PreparedQuotation[];
  /** Quotations of the text, reported speech included: so many ids are kept free. */
  readonly quotationCount: number;
  readonly reports: readonly PreparedReport[];
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
  const prose = withoutNoise(article), folded = fold(prose), context = articleContext(prose);
  const { names, indexOf } = prepareNames(article, day, tie);
  const place = { articleId: `${path}#${ordinal}`, context, ...(published === undefined ? {} : { published }) };
  return {
    day, published, context, names,
    words: foldedWords(prose).length,
    metadata: JSON.stringify(metadata),
    sentences: packSpans(analysis.sentences),
    prose: folded,
    body: kept ? new TextEncoder().encode(text) : undefined,
    quotations: prepareQuotations(analysis.quotations, { indexOf, day, tie }),
    quotationCount: analysis.quotations.length,
    reports: withoutPassing(analysis.events).slice(0, MOST_REPORTS).map((mention, index) => prepareReport({ ...mention, ...place, index }, analysis.names, indexOf)),
  };
}

function prepareNames({ analysis }: AnalysedArticle, day: number, tie: number): { names: PreparedName[]; indexOf: (name: number) => number | null } {
  const telling = tellingMentions(analysis), byKey = new Map<string, number[]>();
  analysis.names.forEach((name, index) => {
    const key = nameKey(name), list = byKey.get(key);
    if (list) list.push(index);
    else byKey.set(key, [index]);
  });
  const names: PreparedName[] = [], indices = new Map<number, number>();
  for (const [key, members] of byKey) {
    const mentions = members.flatMap((member) => telling[member] ?? []).sort((a, b) => b.score - a.score || a.start - b.start);
    if (mentions.length === 0) continue;
    for (const member of members) indices.set(member, names.length);
    const score = mentions[0]!.score;
    names.push({
      key, score, rank: rankOf(score, day, tie), mentions: mentions.length, data: packMentions(mentions),
      forms: distinct(members.flatMap((member) => formsOf(analysis.names[member]!))),
      sentences: [...new Set(mentions.flatMap(({ sentenceIndex }) => sentenceIndex ?? []))].sort((a, b) => a - b),
    });
  }
  return { names, indexOf: (name) => indices.get(name) ?? null };
}

function distinct(forms: readonly NameForm[]): NameForm[] {
  return [...new Map(forms.map((form) => [`${form.use} ${form.text}`, form])).values()];
}

function prepareReport(mention: StoredEventMention & { readonly articleId: string }, names: readonly Name[], indexOf: (name: number) => number | null): PreparedReport {
  const words = [mention.title, mention.text], taking = new Set<number>();
  for (const participant of [...mention.who, ...mention.whom, ...(mention.where ? [mention.where] : [])]) {
    words.push(participant.canonical, participant.text);
    if (participant.name === null) continue;
    words.push(...(names[participant.name]?.aliases ?? []));
    const index = indexOf(participant.name);
    if (index !== null) taking.add(index);
  }
  const { articleId: _, context: __, published: ___, index: ____, ...said } = mention;
  return { mention: { ...said, text: '' }, data: packReport(mention, indexOf), words: fold(words.join(' ')), names: [...taking], filings: filingsOf(mention) };
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
