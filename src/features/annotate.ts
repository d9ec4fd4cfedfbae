import { annotateTexts } from '../corpus/annotate';
import { recipients } from '../language/events/principal';
import type { Analysis, EventMention, Participant, TextSpan } from '../language/types';

interface SpanOut { readonly start: number; readonly end: number; readonly text: string }
interface ParticipantOut extends SpanOut { readonly canonical: string }

const span = ({ start, end, text }: TextSpan): SpanOut => ({ start, end, text });
const participant = ({ start, end, text, canonical }: Participant): ParticipantOut => ({ start, end, text, canonical });

/** The language part's findings as plain JSON, the form of `attest annotate`. Indirect speech is left out of `quotations`. */
export function annotationOf(analysis: Analysis): Record<'names' | 'quotations' | 'dates' | 'events', readonly object[]> {
  return {
    names: analysis.mentions.map(({ start, end, text, kind, name, metonym }) => {
      const { canonical, roles } = analysis.names[name]!;
      return { start, end, text, kind, canonical, ...(roles[0] ? { role: roles[0].text } : {}), ...(metonym ? { metonym } : {}) };
    }),
    quotations: analysis.quotations.filter(({ form }) => form === 'direct').map((quotation) => ({
      ...span(quotation),
      speaker: quotation.speaker ? participant(quotation.speaker) : null,
      cue: quotation.cue ? span(quotation.cue) : null,
    })),
    dates: analysis.dates.map(({ start, end, text, type, value, certainty, reason }) => ({ start, end, text, type, value, certainty, ...(reason ? { reason } : {}) })),
    events: bySentence(analysis).map((event) => ({
      ...span(event),
      trigger: span(event.trigger),
      who: event.who.map(participant),
      whom: recipients(event).map(participant),
      where: event.where ? participant(event.where) : null,
      date: event.date ? { value: event.date.value, certainty: event.date.certainty, ...(event.date.reason ? { reason: event.date.reason } : {}) } : null,
      type: event.type,
      modality: event.modality,
      salience: event.salience ?? 'main',
      title: event.title,
    })),
  };
}

/** Events sentence by sentence; in each, first what it reports above all, then the others in order. */
function bySentence({ sentences, events }: Analysis): EventMention[] {
  let sentence = 0;
  const placed = events.map((event) => {
    while (sentence + 1 < sentences.length && sentences[sentence]!.end <= event.trigger.start) sentence++;
    return { event, sentence };
  });
  return placed.sort((a, b) => a.sentence - b.sentence || Number(b.event.principal ?? false) - Number(a.event.principal ?? false)).map(({ event }) => event);
}

/** A line of the input read: a text, or what is wrong with it. */
type Line = { readonly id: unknown; readonly text: string; readonly published: string | undefined } | { readonly error: string };

function readLine(line: string): Line {
  let input: unknown;
  try {
    input = JSON.parse(line);
  } catch (error) {
    return { error: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (typeof input !== 'object' || input === null || !('text' in input) || typeof input.text !== 'string') return { error: 'a line must be an object with "id" and "text"' };
  return { id: 'id' in input ? input.id : null, text: input.text, published: 'published' in input && typeof input.published === 'string' ? input.published : undefined };
}

/** Annotates lines of JSON Lines, an answer for each in their order; never throws: a line that is no `{"id","text"}` answers `{"error"}`. */
export function annotateLines(lines: readonly string[]): object[] {
  const read = lines.map(readLine), articles = annotateTexts(read.flatMap((line) => ('error' in line ? [] : [line])));
  let next = 0;
  return read.map((line) => ('error' in line ? line : { id: line.id, ...annotationOf(articles[next++]!.analysis) }));
}
