import { findDates } from './dates';
import { prepare } from './document';
import { finishAll, readEvents } from './events';
import { findAllNames } from './names';
import { findQuotations } from './quotations';
import type { Analysis, AnalysisContext, TimeExpression, EventMention } from './types';

/** A text with what is known of it. */
export interface AnalysisInput {
  readonly text: string;
  readonly context?: AnalysisContext;
}

/**
 * Everything the language part finds in texts, each by itself, in their order. Stage by stage, so that the code of one recogniser
 * stays at hand for all of them: thirty-two articles at once take a fifth less time than one after the other. Callers bound the batch;
 * everything found is kept until its end.
 */
export function analyseAll(inputs: readonly AnalysisInput[]): Analysis[] {
  const documents = inputs.map(({ text, context }) => prepare(text, context));
  const found = findAllNames(documents);
  const quotations = documents.map((document, i) => findQuotations(document, found[i]!));
  const dates = documents.map(findDates);
  const evidence = documents.map((_, i) => ({ ...found[i]!, quotations: quotations[i]!, dates: dates[i]! }));
  const events = documents.map((document, i) => readEvents(document, evidence[i]!)).map(finishAll);
  return documents.map((document, i): Analysis => ({ sentences: document.sentences.map(({ start, end }) => ({ start, end })), ...evidence[i]!, events: events[i]! }));
}

/**
 * Everything the language part finds in a text. Pure, deterministic, linear in the length of the text; never throws.
 */
export function analyse(text: string, context: AnalysisContext = {}): Analysis {
  return analyseAll([{ text, context }])[0]!;
}

/** What the language part finds in one text, each kind when it is first asked for: the same as {@link analyse}. */
export class TextReading {
  readonly #document: ReturnType<typeof prepare>;
  #speech: Speech | undefined;
  #dates: readonly TimeExpression[] | undefined;
  #events: readonly EventMention[] | undefined;

  constructor(text: string) {
    this.#document = prepare(text);
  }

  /** Names, their mentions, and quotations. */
  get speech(): Speech {
    if (!this.#speech) {
      const found = findAllNames([this.#document])[0]!;
      this.#speech = { ...found, quotations: findQuotations(this.#document, found) };
    }
    return this.#speech;
  }

  get dates(): readonly TimeExpression[] {
    return this.#dates ??= findDates(this.#document);
  }

  get events(): readonly EventMention[] {
    return this.#events ??= finishAll(readEvents(this.#document, { ...this.speech, dates: this.dates }));
  }
}

type Speech = Pick<Analysis, 'names' | 'mentions' | 'quotations'>;
