import type { ArticleId, ArticleRecord, CorpusStore, QuotationRecord } from '../../corpus/store/store';
import type { Span } from '../../language/types';
import { wordsOf, type ComparedWords } from './words';

/** An article made ready to be compared with quotes. */
export interface Source {
  readonly article: ArticleRecord;
  readonly text: string;
  /** The words of its text; found when first asked for. */
  readonly words: ComparedWords;
  /** Its quotations in order, with the words that stand in them; read when first asked for. */
  spoken(): Promise<Spoken>;
}

/** The words of an article that stand in quotations: offsets are those of the article. */
export interface Spoken {
  readonly quotations: readonly QuotationRecord[];
  readonly words: ComparedWords;
  /** Index into `quotations` of each word. */
  readonly owners: readonly number[];
}

/** Articles kept ready, and code units of text they may have together (a few bytes each for words and offsets). */
const MOST_KEPT = 400, MOST_UNITS = 4_000_000;

/** Texts that are read before they are asked for: as many as are read at once. */
const AHEAD = 4;

/** Reads the text of an article; undefined when it is not to be had. */
export type ReadText = (id: ArticleId) => Promise<string | undefined>;

interface Kept {
  readonly source: Source;
  /** The state of the corpus in which the text was last seen to be the indexed one. */
  seen: number;
}

/** Sources, the last used ones kept ready. An article's id stands for one text; whether its file still has it is asked again after each change of the corpus. */
export class Sources {
  readonly #kept = new Map<ArticleId, Kept>();
  #units = 0;

  constructor(private readonly store: CorpusStore, private readonly state: () => number) {}

  /** A way to read texts that are asked for in this order, as far as they are: from the second on, some are read ahead. */
  inOrder(ids: readonly ArticleId[]): ReadText {
    const coming = new Map<ArticleId, Promise<string | undefined>>();
    let asked = 0;
    return (id) => {
      const ahead = asked++ === 0 ? [] : ids.slice(ids.indexOf(id) + 1).filter((other) => this.#kept.get(other)?.seen !== this.state()).slice(0, AHEAD);
      for (const each of [id, ...ahead]) {
        if (coming.has(each)) continue;
        const text = this.store.articleText(each);
        // Whoever asks for it is told; it may be that nobody does.
        text.catch(() => undefined);
        coming.set(each, text);
      }
      return coming.get(id)!;
    };
  }

  /** Undefined when the article is gone, its file is not the one that was indexed, or its text is not wanted. */
  async get(id: ArticleId, isWanted: (text: string) => boolean = () => true, read: ReadText = (wanted) => this.store.articleText(wanted)): Promise<Source | undefined> {
    const kept = this.#kept.get(id), state = this.state();
    if (kept?.seen === state) {
      this.#kept.delete(id);
      this.#kept.set(id, kept);
      return isWanted(kept.source.text) ? kept.source : undefined;
    }
    const text = await read(id);
    if (text === undefined || !isWanted(text)) return undefined;
    const article = await this.store.article(id);
    this.#drop(id);
    if (!article) return undefined;
    const source = kept && kept.source.text === text ? kept.source : makeSource(this.store, article, text);
    this.#kept.set(id, { source, seen: state });
    this.#units += text.length;
    for (const [oldest] of this.#kept) {
      if (oldest === id || (this.#kept.size <= MOST_KEPT && this.#units <= MOST_UNITS)) break;
      this.#drop(oldest);
    }
    return source;
  }

  #drop(id: ArticleId): void {
    const kept = this.#kept.get(id);
    if (!kept) return;
    this.#kept.delete(id);
    this.#units -= kept.source.text.length;
  }
}

function makeSource(store: CorpusStore, article: ArticleRecord, text: string): Source {
  let spoken: Promise<Spoken> | undefined, words: ComparedWords | undefined;
  return {
    article, text,
    get words() { return words ??= wordsOf(text); },
    spoken: () => spoken ??= store.quotationsOf(article.id).then((quotations) => spokenWords(text, quotations), (error: unknown) => {
      spoken = undefined;
      throw error;
    }),
  };
}

function spokenWords(text: string, quotations: readonly QuotationRecord[]): Spoken {
  const starts: number[] = [], ends: number[] = [], keys: string[] = [], owners: number[] = [];
  let past = 0;
  quotations.forEach(({ passage }, index) => {
    // A quotation within another would have its words twice.
    if (passage.start < past) return;
    past = passage.end;
    const words = wordsOf(text, passage.start, passage.end);
    for (let i = 0; i < words.count; i++) {
      starts.push(words.starts[i]!);
      ends.push(words.ends[i]!);
      keys.push(words.keys[i]!);
      owners.push(index);
    }
  });
  return { quotations, owners, words: { text, count: keys.length, starts, ends, keys } };
}

/** The quotation that a stretch of its article stands in, or that stands in the stretch; the one that shares most of it. Undefined when there is none. */
export function quotationAt(quotations: readonly QuotationRecord[], span: Span): QuotationRecord | undefined {
  let best: QuotationRecord | undefined, most = 0;
  for (const quotation of quotations) {
    const shared = Math.min(span.end, quotation.passage.end) - Math.max(span.start, quotation.passage.start);
    if (shared > most) { most = shared; best = quotation; }
  }
  return most * 2 >= Math.min(span.end - span.start, 40) ? best : undefined;
}
