import nlp from 'compromise';
import plugin from 'compromise-dates';
import type { Span } from '../../../src/language/types';
import type { Timex } from '../scores/dates';
import type { TypedSpan } from '../scores/names';
import type { Engine } from './engine';

interface Term { readonly text: string; readonly offset: { readonly start: number; readonly length: number } }
interface Found { readonly terms: readonly Term[]; readonly dates?: { readonly start?: string | null; readonly unit?: string } }
interface View { json(options: object): Found[] }
interface Document { people(): View; organizations(): View; places(): View; quotations(): View; dates(options: object): View }

// The plug-in types its method only for its own import of the library.
nlp.plugin(plugin as Parameters<typeof nlp.plugin>[0]);
const read = (text: string): Document => nlp(text) as unknown as Document;

function spans(view: View): Span[] {
  return view.json({ offset: true }).flatMap(({ terms }) => {
    const first = terms[0], last = terms.at(-1);
    return first && last ? [{ start: first.offset.start, end: last.offset.start + last.offset.length }] : [];
  });
}

const cut: Readonly<Record<string, number>> = { day: 10, month: 7, year: 4 };

/** The start of what was found, as coarse as the library says it is. */
function valueOf(iso: string, unit: string | undefined): string {
  if (unit === 'week') {
    const day = new Date(iso), thursday = new Date(day.getTime() + (3 - ((day.getUTCDay() + 6) % 7)) * 864e5), year = thursday.getUTCFullYear();
    return `${year}-W${String(Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 6048e5) + 1).padStart(2, '0')}`;
  }
  return iso.slice(0, cut[unit ?? 'day'] ?? 10);
}

export const compromise: Engine = {
  name: 'compromise',
  names({ text }): TypedSpan[] {
    const document = read(text);
    const typed = (view: View, type: string): TypedSpan[] => spans(view).map((span) => ({ ...span, type }));
    return [...typed(document.people(), 'PER'), ...typed(document.organizations(), 'ORG'), ...typed(document.places(), 'LOC')];
  },
  quotations({ text }) {
    const document = read(text);
    // The library tells no speakers: the person, organisation or pronoun that stands nearest in the paragraph is taken.
    const pronouns = [...text.matchAll(/\b(?:he|she|they|He|She|They)\b/g)].map(({ index, 0: word }) => ({ start: index, end: index + word.length }));
    const people = [...spans(document.people()), ...spans(document.organizations()), ...pronouns];
    return spans(document.quotations()).map((quotation) => {
      const from = text.lastIndexOf('\n', quotation.start) + 1, next = text.indexOf('\n', quotation.end), to = next < 0 ? text.length : next;
      const distance = (span: Span): number => (span.start >= quotation.end ? span.start - quotation.end : quotation.start - span.end);
      const near = people.filter((span) => span.start >= from && span.end <= to && distance(span) >= 0).sort((a, b) => distance(a) - distance(b));
      return { ...quotation, speaker: near[0] ?? null };
    });
  },
  dates({ text, published }): Timex[] {
    let found: Found[];
    const options = { timezone: 'UTC', ...(published ? { today: published } : {}) };
    try {
      found = read(text).dates(options).json({ offset: true });
    } catch {
      return []; // the plug-in throws at some dates (`every year`); of such a text it finds nothing
    }
    return found.flatMap(({ terms, dates }) => {
      const first = terms[0], last = terms.at(-1);
      if (!first || !last || !dates?.start) return [];
      return [{ start: first.offset.start, end: last.offset.start + last.offset.length, type: 'DATE', value: valueOf(dates.start, dates.unit) }];
    });
  },
};
