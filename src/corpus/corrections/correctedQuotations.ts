import type { CorpusStore, NameId, QuotationQuery, QuotationRecord } from '../store/store';
import type { CorrectedNames } from './correctedNames';

/** Quotations asked for beyond the limit where some of those found are another speaker's. */
const spare = 200;

/** Quotations with their speakers as corrections have them, over those of an index. */
export class CorrectedQuotations {
  constructor(private readonly inner: Pick<CorpusStore, 'quotations'>, private readonly names: CorrectedNames) {}

  async search(query: QuotationQuery): Promise<readonly QuotationRecord[]> {
    const { speakers, preferSpeakers, limit } = query, wanted = speakers && new Set(speakers.map((id) => this.names.corrected(id)?.id ?? id));
    const split = speakers?.some((id) => this.names.corrected(id)?.parts.some(({ within, without }) => within ?? without)) ?? false;
    const found = await this.inner.quotations({
      ...query, limit: split ? limit + spare : limit,
      ...(speakers ? { speakers: this.#expanded(speakers) } : {}), ...(preferSpeakers ? { preferSpeakers: this.#expanded(preferSpeakers) } : {}),
    });
    const shown = found.map((quotation) => this.shown(quotation));
    return (wanted ? shown.filter(({ speaker }) => speaker?.name !== null && speaker !== null && wanted.has(speaker.name)) : shown).slice(0, limit);
  }

  shown(quotation: QuotationRecord): QuotationRecord {
    const { speaker, passage } = quotation;
    if (!speaker || speaker.name === null || !this.names.resolved.touched.has(speaker.name)) return quotation;
    const name = this.names.resolved.nameIn(speaker.name, passage.article.id);
    return { ...quotation, speaker: name ? { ...speaker, canonical: name.canonical, name: name.id } : { ...speaker, canonical: speaker.text, name: null } };
  }

  /** Names of the index that these are made of. */
  #expanded(ids: readonly NameId[]): NameId[] {
    return [...new Set(ids.flatMap((id) => this.names.corrected(id)?.parts.map(({ name }) => name) ?? [id]))];
  }
}
