/**
 * What the language part says of a text. Every offset is a UTF-16 code unit, half open `[start, end)`,
 * and every `text` is exactly `source.slice(start, end)`.
 */

/** A stretch of a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text with the characters that stand there. */
export interface TextSpan extends Span {
  readonly text: string;
}

/** What a name names. */
export type NameKind = 'person' | 'organisation' | 'place';

/** A person, organisation or place, as one text speaks of it: all its mentions linked together. */
export interface Name {
  /** The fullest form in the text, possessive removed: `Wang Di`, `South China Morning Post`. */
  readonly canonical: string;
  readonly kind: NameKind;
  /** Other forms in this text, canonical excluded, in order of first appearance: `Wang`, `SCMP`. */
  readonly aliases: readonly string[];
  /** What the text says the bearer is, verbatim: `foreign ministry spokesman`. In order of appearance. */
  readonly roles: readonly TextSpan[];
}

/** One occurrence of a name. Titles, roles, articles and possessive endings are no part of it. */
export interface NameMention extends TextSpan {
  readonly kind: NameKind;
  /** Index into {@link Analysis.names}. */
  readonly name: number;
  /** False where the link to `name` was implied (a surname, an acronym) and another reading was possible. */
  readonly certain: boolean;
  /** True where a place stands for its government or people (`Beijing said`). */
  readonly metonym?: boolean;
}

/** A participant of a quotation or an event: words in the text, resolved to a name where they can be. */
export interface Participant extends TextSpan {
  /** Index into {@link Analysis.names}; null when the words name nobody the text identifies (`one user`). */
  readonly name: number | null;
  /** The resolved name's canonical form, else the words themselves. */
  readonly canonical: string;
}

/** Words somebody said or wrote, as an article gives them. */
export interface Quotation extends TextSpan {
  /** `direct`: between quotation marks (the span excludes them). `indirect`: a reported clause, never offered as a quotation. */
  readonly form: 'direct' | 'indirect';
  readonly speaker: Participant | null;
  /** The reporting verb or phrase: `said`, `according to`. */
  readonly cue: TextSpan | null;
  /** Parts that carry the same number belong to one utterance (a split quotation, one that goes on in the next paragraph). */
  readonly utterance: number;
}

/** A TIMEX3 time expression. */
export interface TimeExpression extends TextSpan {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value; unknown parts are `X` (`XXXX-10-07`, `XXXX-WXX-3`): never a false year or day. */
  readonly value: string;
  /** `stated`: stands in the text. `inferred`: follows from the publication date or from what `reason` says. `relative`: cannot be anchored. */
  readonly certainty: DateCertainty;
  /** In words, why an inferred value is what it is; absent for stated ones. */
  readonly reason?: string;
}

export type DateCertainty = 'stated' | 'inferred' | 'relative';

/** Event categories of PLOVER (Political Language Ontology for Verifiable Event Records), or `other`. */
export type EventType =
  | 'agree' | 'consult' | 'support' | 'cooperate' | 'aid' | 'retreat' | 'request' | 'accuse' | 'reject'
  | 'threaten' | 'protest' | 'sanction' | 'mobilize' | 'coerce' | 'assault' | 'other';

/** How the text presents an event. */
export type Modality = 'fact' | 'planned' | 'denied' | 'feared';

/** When an event happened: the event's own time, not that of the saying. */
export interface EventDate {
  /** ISO 8601 with explicit precision or TIMEX3 with `X` for what is unknown. */
  readonly value: string;
  readonly certainty: DateCertainty;
  readonly reason?: string;
  /** The expression it rests on; null when it follows from the publication date alone. */
  readonly expression: TextSpan | null;
}

/** One report of something that happened; the span is the clause that reports it. */
export interface EventMention extends TextSpan {
  readonly trigger: TextSpan;
  /** Lemma of the trigger, lower case: `attack`. */
  readonly lemma: string;
  readonly type: EventType;
  readonly modality: Modality;
  readonly who: readonly Participant[];
  readonly whom: readonly Participant[];
  readonly where: Participant | null;
  readonly date: EventDate | null;
  /** A line a person would write: `Hamas attacks Israel`. */
  readonly title: string;
  /** `main`: worth a line in the sidebar. `minor`: a saying, a fragment or a bare word of happening, kept for linking only; absent means `main`. */
  readonly salience?: 'main' | 'minor';
  /** True for the one event that its sentence reports above all. */
  readonly principal?: true;
}

/** Everything the language part finds in one text. Lists are in order of `start`. */
export interface Analysis {
  readonly sentences: readonly Span[];
  readonly names: readonly Name[];
  readonly mentions: readonly NameMention[];
  readonly quotations: readonly Quotation[];
  readonly dates: readonly TimeExpression[];
  readonly events: readonly EventMention[];
}

/** What is known of a text besides its characters. */
export interface AnalysisContext {
  /** Publication date, ISO 8601 (`2024-04-12`, `2024-04`, `2024`); absent when unknown. */
  readonly published?: string;
  /** Spans that are no article text (advertisement markers, front matter, bylines): nothing is found in them. Ascending, disjoint. */
  readonly noise?: readonly Span[];
}
