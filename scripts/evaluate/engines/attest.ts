import { annotateText } from '../../../src/corpus/annotate';
import { annotationOf } from '../../../src/features/annotate';
import type { Analysis, NameKind, Span } from '../../../src/language/types';
import type { Engine, Text } from './engine';

const types: Readonly<Record<NameKind, string>> = { person: 'PER', organisation: 'ORG', place: 'LOC' };
const span = ({ start, end }: Span): Span => ({ start, end });

/** What `attest annotate` finds in a text. */
export function analysisOf({ text, published }: Text): Analysis {
  return annotateText(text, published).analysis;
}

export const attest: Engine = {
  name: 'Attest',
  names: (input) => analysisOf(input).mentions.map((mention) => ({ ...span(mention), type: types[mention.kind], entity: mention.name })),
  quotations: (input) => analysisOf(input).quotations.filter(({ form }) => form === 'direct')
    .map((quotation) => ({ ...span(quotation), speaker: quotation.speaker ? span(quotation.speaker) : null, ...(quotation.speaker ? { speakerName: quotation.speaker.canonical } : {}) })),
  dates: (input) => analysisOf(input).dates.map(({ start, end, type, value }) => ({ start, end, type, value })),
  triple(input) {
    const [first] = annotationOf(analysisOf(input)).events as readonly { readonly who: readonly Span[]; readonly whom: readonly Span[]; readonly type: string }[];
    return { source: first?.who.map(span) ?? [], target: first?.whom.map(span) ?? [], ...(first ? { category: first.type.toUpperCase() } : {}) };
  },
};
