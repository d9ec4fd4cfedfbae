import { OBJECT, plainOf } from '../../draft/plain';
import type { Block, DraftText } from '../../draft/text';
import { TextReading } from '../../language/analyse';
import type { TimeExpression, EventMention, Span, TextSpan } from '../../language/types';

/** Who speaks, as a draft has it. */
export interface NamedSpeaker extends TextSpan {
  /** What the words stand for in their paragraph: `he` → `Geng Shuang`. */
  readonly canonical: string;
  /** The paragraph takes it for a person's name. */
  readonly person: boolean;
}

/** An event as a paragraph reports it; places are those of the draft. */
export interface ReportedEvent extends Span {
  readonly mention: EventMention;
  readonly trigger: Span;
  /** The words that date it; null where it has no date of its own. */
  readonly date: TextSpan | null;
}

/** Paragraphs remembered. */
const MOST = 1_000;

/** Reads paragraphs of drafts as articles are read: who says what, and what happened. Remembers them by their words. */
export class Paragraphs {
  readonly #known = new Map<string, TextReading>();

  /** The speaker whom the paragraph gives to the words at a span; undefined when it names nobody. */
  speakerOf(draft: DraftText, block: Block, quote: Span): NamedSpeaker | undefined {
    const plain = plainOf(draft.text, block);
    const { names, quotations } = this.#read(plain.text).speech;
    const start = plain.toPlain(quote.start), end = plain.toPlain(quote.end);
    const quotation = quotations.find((each) => each.form === 'direct' && each.start < end && start < each.end);
    const speaker = quotation?.speaker;
    if (!speaker) return undefined;
    const from = plain.toSource(speaker.start), to = plain.toSource(speaker.end - 1) + 1;
    const person = speaker.name !== null && names[speaker.name]?.kind === 'person';
    return { start: from, end: to, text: draft.text.slice(from, to), canonical: speaker.canonical, person };
  }

  /** Whether a paragraph has a date that is wanted. */
  hasDate(draft: DraftText, block: Block, isWanted: (date: TimeExpression) => boolean): boolean {
    return this.#read(plainOf(draft.text, block).text).dates.some(isWanted);
  }

  /** What a paragraph says has happened and is wanted, in order of the trigger. */
  eventsOf(draft: DraftText, block: Block, isWanted: (mention: EventMention) => boolean = () => true): ReportedEvent[] {
    const plain = plainOf(draft.text, block);
    const place = ({ start, end }: Span): TextSpan => {
      const from = plain.toSource(start), to = plain.toSource(Math.max(start, end - 1)) + 1;
      return { start: from, end: to, text: draft.text.slice(from, to) };
    };
    return this.#read(plain.text).events.filter(isWanted).map((mention) => {
      const { start, end } = place(mention), { expression } = mention.date ?? { expression: null };
      return { start, end, mention, trigger: place(mention.trigger), date: expression && place(expression) };
    });
  }

  /** A line break within a paragraph is a blank; lengths stay, so that offsets do. */
  #read(plain: string): TextReading {
    const text = plain.replaceAll(OBJECT, ' ').replace(/[\r\n]/g, ' ');
    let known = this.#known.get(text);
    if (!known) {
      known = new TextReading(text);
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(text, known);
    }
    return known;
  }
}
