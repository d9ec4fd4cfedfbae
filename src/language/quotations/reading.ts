import type { TextDocument } from '../document';
import type { Sentence } from '../sentences';
import { TokenKind, type Tokens } from '../tokens';
import type { TextSpan } from '../types';
import { attributeSentence, type Attribution } from './attribution';
import { type Clause, reportingClauses } from './clauses';
import { endForgotten } from './forgotten';
import { fold, type Folded, mayTell, isCapital, isDash, type ItemRange, stretchAt } from './fold';
import { reportedClauses } from './indirect';
import { quotedStretches } from './marks';
import { phraseForward } from './phrases';
import { reporter, type Speaker, speakerIn, speakerOf, spanOf } from './speaking';
import { isSpeech } from './speech';
import { sentenceSubject } from './subjects';

/** A quotation before its speaker is resolved to a name. */
export interface Found extends TextSpan {
  readonly form: 'direct' | 'indirect';
  speaker: Speaker | null;
  readonly cue: TextSpan | null;
  utterance: number;
}

/** One pass over a text that keeps in mind who spoke last. Use once. */
export class Reading {
  private readonly found: Found[] = [];
  private utterances = 0;
  /** Who spoke last, in any paragraph. */
  private current: Speaker | null = null;
  /** The last quotation, where its paragraph ended before its closing mark came. */
  private open: Found | null = null;
  /** Who may speak in a paragraph that does not say, when the one before quotes nothing. */
  private introduced: Speaker | null = null;
  /** Quotations of a paragraph of nothing but quoted words: the next may sign them. */
  private unsigned: Found[] = [];

  constructor(private readonly document: TextDocument) {}

  /** Quotations in order of `start`. */
  read(): Found[] {
    const { tokens, words, sentences } = this.document;
    for (const paragraph of paragraphs(sentences)) {
      const end = paragraph.at(-1)!.endToken, first = paragraph[0]!.firstToken;
      const quoted = quotedStretches(tokens, first, end).map((stretch) =>
        stretch.closed || (stretch.endToken === end && opensAgain(tokens, end)) ? stretch : endForgotten(tokens, words, paragraph, stretch));
      if (quoted.length === 0 && this.unsigned.length === 0 && !mayTell(tokens, words, first, end)) { this.silent(); continue; }
      const f = fold(tokens, words, paragraph, quoted);
      this.sign(f);
      if (quoted.length > 0) this.paragraph(f);
      else this.plain(f);
    }
    return this.found;
  }

  /** `— Ada Smith, London` on a line of its own below the words quoted. */
  private sign(f: Folded): void {
    const signed = this.unsigned;
    this.unsigned = [];
    if (signed.length === 0 || !isDash(f.lower[0]!) || !isCapital(f, 1)) return;
    const phrase = phraseForward(f, 1, f.items.length, true);
    if (!phrase) return;
    const speaker = { mention: spanOf(f, phrase), antecedent: null };
    for (const quotation of signed) quotation.speaker = speaker;
    this.current = speaker;
  }

  /** A paragraph that neither quotes nor reports. */
  private silent(): void {
    this.open = null;
    this.introduced = null;
  }

  /** A paragraph that quotes nothing may report, and may say who speaks in the next. */
  private plain(f: Folded): void {
    this.silent();
    for (let s = 0; s < f.sentences.length; s++) {
      const sentence = f.sentences[s]!;
      const clauses = reportingClauses(f, sentence);
      if (clauses.length > 0) this.indirect(f, sentence, clauses);
      if (s < f.sentences.length - 3) continue;
      const colon = s === f.sentences.length - 1 && f.lower[sentence.to - 1] === ':';
      const clause = colon ? clauses.findLast((c) => c.subject !== null && c.order !== 'owner') : reporter(f, clauses);
      if (clause) this.introduced = speakerOf(f, clause);
      else if (colon) this.introduced = subjectOf(f, sentence) ?? this.introduced;
    }
  }

  private paragraph(f: Folded): void {
    const waiting: Found[] = [];
    let here: Speaker | null = null, previous: Found | null = null, previousAttribution: Attribution | null = null;
    const opened = this.open;
    this.open = null;
    for (const sentence of f.sentences) {
      const clauses = reportingClauses(f, sentence);
      const attributions = attributeSentence(f, sentence, clauses);
      this.indirect(f, sentence, clauses);
      let floor = 0;
      for (const a of attributions) {
        if (!isSpeech(f, sentence, a)) continue;
        const continues = opened !== null && a.item === 0;
        const speaker = this.choose(f, a, here, continues ? opened : null);
        const quotation = this.direct(f, a, speaker);
        if (continues && (a.weight <= 60 || isSame(speaker, opened.speaker))) quotation.utterance = opened.utterance;
        else if (previous && previousAttribution && goesOn(previousAttribution, a)) quotation.utterance = previous.utterance;
        else quotation.utterance = this.utterances++;
        if (!speaker) waiting.push(quotation);
        else if (a.weight > 0 || continues) {
          // A phrase quoted in passing does not take the floor from who speaks in its sentence.
          if (a.weight >= 90 || floor < 90) here = speaker;
          floor = Math.max(floor, a.weight);
          for (const w of waiting.splice(0)) w.speaker = speaker;
        }
        previous = quotation;
        previousAttribution = a;
        this.open = stretchAt(f, a.item)!.closed || a.item < f.items.length - 1 ? null : quotation;
      }
      if (attributions.length > 0) continue;
      const clause = reporter(f, clauses);
      here = (clause ? speakerOf(f, clause) : namedSubject(f, sentence)) ?? here;
      previousAttribution = null;
    }
    const before = this.introduced ?? this.current;
    for (const w of waiting) w.speaker = before;
    if (here === null) this.unsigned = waiting;
    this.introduced = null;
    this.current = here ?? (waiting.length > 0 ? before : this.current);
  }

  private choose(f: Folded, a: Attribution, here: Speaker | null, opened: Found | null): Speaker | null {
    const own = speakerIn(f, a);
    if (opened) return a.weight > 60 ? own : opened.speaker;
    // `It’s “…”`: an empty subject speaks less than whoever speaks already.
    if (a.bare || (here && a.weight === 0 && own && /^it$/i.test(own.mention.text))) return here;
    return own ?? here;
  }

  private direct(f: Folded, a: Attribution, speaker: Speaker | null): Found {
    const { start, end } = stretchAt(f, a.item)!;
    const quotation: Found = { start, end, text: f.tokens.text.slice(start, end), form: 'direct', speaker, cue: a.clause && cueOf(f, a.clause), utterance: 0 };
    this.found.push(quotation);
    return quotation;
  }

  private indirect(f: Folded, sentence: ItemRange, clauses: readonly Clause[]): void {
    for (const { clause, words } of reportedClauses(f, sentence, clauses)) {
      this.found.push({ ...spanOf(f, words), form: 'indirect', speaker: speakerOf(f, clause), cue: cueOf(f, clause), utterance: this.utterances++ });
    }
  }
}

/** Whether a second mention may be of the same speaker: a pronoun, or a word of the first. */
function isSame(second: Speaker | null, first: Speaker | null): boolean {
  if (!second || !first) return second === first;
  const last = second.mention.text.split(/\s+/).at(-1)!;
  return /^(?:he|she|they|it|who|i|we)$/i.test(second.mention.text) || first.mention.text.includes(last);
}

/** The next paragraph begins with an opening mark, as one that goes on with a quotation does. */
function opensAgain(tokens: Tokens, next: number): boolean {
  return next < tokens.count && tokens.kinds[next] === TokenKind.quote;
}

function cueOf(f: Folded, clause: Clause): TextSpan {
  return spanOf(f, { from: clause.cueFrom, to: clause.cue + 1 });
}

/**
 * Whether the second of two quotations in a paragraph goes on with the first: `“…,” she said, “…”` around one clause, or
 * `“…,” she said. “…”` with nothing but quoted words.
 */
function goesOn(first: Attribution, second: Attribution): boolean {
  if (second.bare) return true;
  return first.clause !== null && first.clause === second.clause && first.clause.cue > first.item && first.clause.cue < second.item;
}

function subjectOf(f: Folded, sentence: ItemRange): Speaker | null {
  const subject = sentenceSubject(f, sentence.from, sentence.to);
  return subject && { mention: spanOf(f, subject), antecedent: null };
}

/** The subject of a sentence that reports nothing, where it is a person's name or pronoun: who is spoken of is quoted next. */
function namedSubject(f: Folded, sentence: ItemRange): Speaker | null {
  const subject = sentenceSubject(f, sentence.from, sentence.to);
  if (!subject) return null;
  const pronoun = /^(?:he|she)$/.test(f.lower[subject.from]!);
  return pronoun || (isCapital(f, subject.from) && isCapital(f, subject.to - 1)) ? { mention: spanOf(f, subject), antecedent: null } : null;
}

/** Sentences grouped by paragraph; noise between two sentences parts them too. */
function* paragraphs(sentences: readonly Sentence[]): Generator<readonly Sentence[]> {
  let from = 0;
  for (let i = 1; i <= sentences.length; i++) {
    const a = sentences[i - 1]!, b = sentences[i];
    if (b && b.paragraph === a.paragraph && b.firstToken === a.endToken) continue;
    yield sentences.slice(from, i);
    from = i;
  }
}
