import { foldedWords } from '../../fold';
import type { ArticleId, Passage, QuotationQuery, QuotationRecord } from '../store';
import { bytes, int, intOrNull, type Row } from './database';
import type { Names } from './names';
import { unpackQuotation } from './packedQuotation';
import type { Postings } from './postings/postings';
import { outletNumber } from './rank';
import { findQuotations } from './quotationSearch';
import { passageOf, sentencesAround, type OpenArticle, type Reading } from './reading';

const COLUMNS = 'id, article, speaker, data';
/** Copies of a quotation of which the outlets are counted. */
const MOST_COPIES = 500;

/** Quotations of the corpus, read. */
export class Quotations {
  constructor(private readonly reading: Reading, private readonly names: Names, private readonly words: Postings) {}

  async search(query: QuotationQuery): Promise<QuotationRecord[]> {
    const found = await findQuotations(this.reading.database, this.words, query);
    const rows = this.reading.database.all(
      `SELECT ${COLUMNS} FROM (SELECT value FROM json_each(?)) AS wanted JOIN quotation ON quotation.id = wanted.value`,
      JSON.stringify(found.map(({ id }) => id)),
    );
    const records = new Map((await this.#records(rows)).map((record) => [record.id, record]));
    return phraseFirst(found.flatMap(({ id }) => records.get(id) ?? []), query);
  }

  async byId(id: number): Promise<QuotationRecord | undefined> {
    const row = this.reading.database.get(`SELECT ${COLUMNS} FROM quotation WHERE id = ?`, id);
    const record = row && (await this.#records([row]))[0];
    return record && { ...record, alsoIn: this.#otherOutlets(record) };
  }

  /** Outlets, the quotation's own left out, that have its words. */
  #otherOutlets({ id, passage }: QuotationRecord): number {
    const row = this.reading.database.get(
      `SELECT count(DISTINCT outlet) AS n FROM (
         SELECT other.article FROM quotation AS own JOIN quotation AS other ON other.copy = own.copy WHERE own.id = ? AND other.article <> own.article LIMIT ${MOST_COPIES})
       AS copied JOIN article ON article.id = copied.article WHERE outlet <> ?`,
      id, outletNumber(passage.article.metadata.outlet?.value),
    );
    return int(row?.['n']);
  }

  /** In the order of the text. */
  async ofArticle(article: ArticleId): Promise<QuotationRecord[]> {
    const place = this.reading.database.get('SELECT quotations, quotationCount FROM article WHERE id = ?', article);
    if (!place) return [];
    const first = int(place['quotations']);
    const rows = this.reading.database.all(
      `SELECT ${COLUMNS} FROM quotation WHERE id >= ? AND id < ? ORDER BY id`, first, first + int(place['quotationCount']),
    );
    return this.#records(rows);
  }

  async #records(rows: readonly Row[]): Promise<QuotationRecord[]> {
    const names = new Map(this.names.byIds([...new Set(rows.flatMap((row) => intOrNull(row['speaker']) ?? []))]).map((name) => [name.id, name.canonical]));
    const articles = await this.reading.open(rows.map((row) => int(row['article'])));
    return rows.flatMap((row) => {
      const article = articles.get(int(row['article']));
      return article ? [recordOf(row, article, names)] : [];
    });
  }
}

/**
 * Puts first those that hold what was typed as it was typed, unfinished last word included, which only their texts can
 * tell; preferred speakers stay before all others.
 */
function phraseFirst(records: readonly QuotationRecord[], { words, preferSpeakers = [] }: QuotationQuery): QuotationRecord[] {
  const typed = foldedWords(words.slice(0, 400)).join(' ');
  if (typed === '') return [...records];
  const level = (record: QuotationRecord): number => {
    const text = ` ${foldedWords(record.passage.text).join(' ')}`;
    const preferred = record.speaker?.name !== null && record.speaker !== null && preferSpeakers.includes(record.speaker.name);
    return (preferred ? 0 : 4) + (text.startsWith(` ${typed}`) ? 0 : text.includes(` ${typed}`) ? 1 : 2);
  };
  return records.map((record) => ({ record, level: level(record) })).sort((a, b) => a.level - b.level).map(({ record }) => record);
}

function recordOf(row: Row, article: OpenArticle, names: ReadonlyMap<number, string>): QuotationRecord {
  const quotation = unpackQuotation(bytes(row['data']));
  const { text } = article.body;
  const said = quotation.speaker && text.slice(quotation.speaker.start, quotation.speaker.end);
  const id = intOrNull(row['speaker']);
  const canonical = id === null ? undefined : names.get(id);
  let context: Passage | undefined;
  return {
    id: int(row['id']),
    passage: passageOf(article, quotation),
    // A list of suggestions does without.
    get context() { return context ??= passageOf(article, sentencesAround(article.data.sentences, quotation)); },
    speaker: said === null ? null : { text: said, canonical: canonical ?? said, name: canonical === undefined ? null : id },
    cue: quotation.cue && text.slice(quotation.cue.start, quotation.cue.end),
    utterance: quotation.utterance,
  };
}
