import { OBJECT, plainOf } from '../../draft/plain';
import type { Block, DraftText } from '../../draft/text';
import { prepare } from '../../language/document';
import { findNames, type NamesFound } from '../../language/names';
import { findQuotations } from '../../language/quotations';
import type { Quotation, Span, TextSpan } from '../../language/types';

/** Who speaks, as a draft has it. */
export interface NamedSpeaker extends TextSpan {
  /** What the words stand for in their paragraph: `he` → `Geng Shuang`. */
  readonly canonical: string;
  /** The paragraph takes it for a person's name. */
  readonly person: boolean;
}

interface Said {
  readonly found: NamesFound;
  readonly quotations: readonly Quotation[];
}

/** Paragraphs remembered. */
const MOST = 1_000;

/** Reads paragraphs of drafts as articles are read: who says what. Remembers them by their words. */
export class Paragraphs {
  readonly #known = new Map<string, Said>();

  /** The speaker whom the paragraph gives to the words at a span; undefined when it names nobody. */
  speakerOf(draft: DraftText, block: Block, quote: Span): NamedSpeaker | undefined {
    const plain = plainOf(draft.text, block);
    const { found, quotations } = this.#read(plain.text.replaceAll(OBJECT, ' ').replace(/[\r\n]/g, ' '));
    const start = plain.toPlain(quote.start), end = plain.toPlain(quote.end);
    const quotation = quotations.find((each) => each.form === 'direct' && each.start < end && start < each.end);
    const speaker = quotation?.speaker;
    if (!speaker) return undefined;
    const from = plain.toSource(speaker.start), to = plain.toSource(speaker.end - 1) + 1;
    const person = speaker.name !== null && found.names[speaker.name]?.kind === 'person';
    return { start: from, end: to, text: draft.text.slice(from, to), canonical: speaker.canonical, person };
  }

  #read(text: string): Said {
    let said = this.#known.get(text);
    if (!said) {
      const document = prepare(text), found = findNames(document);
      said = { found, quotations: findQuotations(document, found) };
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(text, said);
    }
    return said;
  }
}
