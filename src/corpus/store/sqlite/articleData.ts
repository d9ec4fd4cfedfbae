import type { EventMention, Span } from '../../../language/types';
import type { FormUse } from '../../linking';
import { DataReader, DataWriter } from './dataBlob';
import { Packer, Unpacker } from './pack';
import { packReport, skipReport, unpackReport } from './report';
import type { TellingMention } from './telling';

/** A form that an article gives a name. */
export interface UsedForm {
  readonly use: FormUse;
  readonly text: string;
}

/** What an article's data keep of one name. */
export interface NameData {
  readonly forms: readonly UsedForm[];
  /** Most telling first. */
  readonly mentions: readonly TellingMention[];
}

/** A mention as an article's data keep it. */
export interface KeptMention extends Span {
  readonly sentence: Span;
  /** Index of that sentence; null when none holds the mention. */
  readonly sentenceIndex: number | null;
  readonly speaks: boolean;
}

export interface KeptName {
  readonly forms: readonly UsedForm[];
  /** Score of its most telling mention. */
  readonly score: number;
  readonly mentions: readonly KeptMention[];
}

const SENTENCES = 0, NAMES = 1, CONTEXT = 2, REPORTS = 3;
/** What a form and a mention take. */
const NUMBERS_OF_FORM = 2, NUMBERS_OF_MENTION = 3;

export interface ArticleParts {
  readonly sentences: readonly Span[];
  readonly names: readonly NameData[];
  /** Words that tell what the article is about. */
  readonly context: readonly string[];
  readonly reports: readonly EventMention[];
  /** Index among `names` of a name that a report's participant refers to; null when it is not kept. */
  readonly indexOf: (name: number) => number | null;
}

/** What an article says, compressed. */
export function packArticle({ sentences, names, context, reports, indexOf }: ArticleParts): Uint8Array {
  const data = new DataWriter();
  let at = 0;
  for (const span of sentences) {
    data.put(Math.max(0, span.start - at)).put(Math.max(0, span.end - span.start));
    at = Math.max(at, span.end);
  }
  data.next();
  for (const { forms, mentions } of names) {
    data.put(forms.length).put(mentions[0]?.score ?? 0).put(mentions.length);
    for (const { use, text } of forms) data.put(use).text(text);
    for (const mention of mentions) packMention(data, mention);
  }
  data.next().text(context.join(' ')).next();
  for (const report of reports) packReport(data, report, indexOf);
  return data.bytes();
}

function packMention(data: DataWriter, { start, end, sentence, sentenceIndex, speaks }: TellingMention): void {
  data.put(sentenceIndex === null ? 0 : sentenceIndex + 1).put(sentenceIndex === null ? start : start - sentence.start).put((end - start) * 2 + (speaks ? 1 : 0));
}

/** An article's data, taken apart as far as they are asked for. */
export class ArticleData {
  readonly #data: DataReader;
  #sentences: Span[] | undefined;

  constructor(data: Uint8Array) {
    this.#data = new DataReader(data);
  }

  get sentences(): readonly Span[] {
    if (this.#sentences) return this.#sentences;
    const data = this.#data.at(SENTENCES), spans: Span[] = [];
    for (let at = 0; !data.done;) {
      const start = at + data.take();
      at = start + data.take();
      spans.push({ start, end: at });
    }
    return this.#sentences = spans;
  }

  get names(): KeptName[] {
    const sentences = this.sentences, data = this.#data.at(NAMES), names: KeptName[] = [];
    while (!data.done) {
      const formCount = data.take(), score = data.take(), mentionCount = data.take();
      const forms = Array.from({ length: formCount }, () => ({ use: data.take() as FormUse, text: data.text() }));
      names.push({ forms, score, mentions: Array.from({ length: mentionCount }, () => unpackMention(data, sentences)) });
    }
    return names;
  }

  /** Mentions of one name, most telling first; none when there is no name of that index. The others are passed over. */
  mentionsOf(index: number): KeptMention[] {
    const sentences = this.sentences, data = this.#data.at(NAMES);
    for (let left = index; !data.done; left--) {
      const formCount = data.take();
      data.skip(1);
      const mentionCount = data.take();
      data.skip(formCount * NUMBERS_OF_FORM);
      if (left === 0) return Array.from({ length: mentionCount }, () => unpackMention(data, sentences));
      data.skip(mentionCount * NUMBERS_OF_MENTION);
    }
    return [];
  }

  /** Indices of the sentences that each of the names stands in. */
  get sentencesOfNames(): Set<number>[] {
    const data = this.#data.at(NAMES), names: Set<number>[] = [];
    while (!data.done) {
      const formCount = data.take(), sentences = new Set<number>();
      data.skip(1);
      const mentionCount = data.take();
      data.skip(formCount * NUMBERS_OF_FORM);
      for (let left = mentionCount; left > 0; left--) {
        const index = data.take();
        if (index > 0) sentences.add(index - 1);
        data.skip(NUMBERS_OF_MENTION - 1);
      }
      names.push(sentences);
    }
    return names;
  }

  get context(): readonly string[] {
    return wordsOfContext(this.#data.at(CONTEXT).text());
  }

  /** @param source the article's text; without it every `text` is empty */
  reports(source?: string): EventMention[] {
    const data = this.#data.at(REPORTS), reports: EventMention[] = [];
    while (!data.done) reports.push(unpackReport(data, source));
    return reports;
  }

  /** Some of the reports by their indices, without the texts of their spans; the others are passed over. */
  reportsAt(indices: ReadonlySet<number>): Map<number, EventMention> {
    const data = this.#data.at(REPORTS), reports = new Map<number, EventMention>();
    for (let index = 0; !data.done && reports.size < indices.size; index++) {
      if (indices.has(index)) reports.set(index, unpackReport(data));
      else skipReport(data);
    }
    return reports;
  }
}

function unpackMention(data: DataReader, sentences: readonly Span[]): KeptMention {
  const index = data.take(), from = data.take(), length = data.take();
  const sentence = index === 0 ? undefined : sentences[index - 1], start = (sentence?.start ?? 0) + from, end = start + Math.floor(length / 2);
  return { start, end, sentence: { start: sentence?.start ?? start, end: Math.max(sentence?.end ?? end, end) }, sentenceIndex: index === 0 ? null : index - 1, speaks: length % 2 === 1 };
}

/** The words that {@link packArticle} has as one text. */
export function wordsOfContext(context: string): string[] {
  return context === '' ? [] : context.split(' ');
}

/** Ids of the corpus, in the order in which an article's data have its names. */
export function packIds(ids: readonly number[]): Uint8Array {
  const packer = new Packer();
  for (const id of ids) packer.put(id);
  return packer.bytes();
}

export function unpackIds(data: Uint8Array): number[] {
  const unpacker = new Unpacker(data), ids: number[] = [];
  while (!unpacker.done) ids.push(unpacker.take());
  return ids;
}
