import type { TextDocument } from '../document';
import type { NamesFound } from '../names';
import type { Quotation, Span } from '../types';
import { Reading } from './reading';
import { Resolver } from './resolve';

export { isReportingVerb, reportingClass, type CueClass } from './cues';

/**
 * Finds direct and indirect quotations with speaker and cue, in order of `start`. Scare quotes, titles and terms between
 * marks are none. `speaker` is null where the text lets nobody be seen; its `name` is null where it names nobody known.
 */
export function findQuotations(document: TextDocument, found: NamesFound): Quotation[] {
  const read = new Reading(document).read().sort(byPlace), direct: Span[] = [], quotations: Quotation[] = [];
  for (const quotation of read) if (quotation.form === 'direct') direct.push(quotation);
  const resolver = new Resolver(document.text, found, direct);
  for (const { start, end, text, form, cue, utterance, speaker } of read) quotations.push({ start, end, text, form, cue, utterance, speaker: speaker && resolver.resolve(speaker) });
  return quotations;
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;
