import type { NamesFound } from '../names';
import type { NameMention, Participant, Span, TextSpan } from '../types';
import { type Gender, genderOfName, genderOfTitle } from './gender';
import type { Speaker } from './speaking';

/** Mentions looked at for a pronoun or a common noun: who was not named for so long is not meant. */
const MEMORY = 40;
/** Code units after which nearness has lost one point. */
const FADE = 180;

/** How a mention stands in its sentence: opens it, owns something or follows a preposition, is spoken of in a quotation. */
const Standing = { read: 1, opens: 2, depends: 4, quoted: 8 } as const;

const pronouns = /^(?:he|she|his|her|they|their|it|its|who|that|which|i|we|my|our|you|one)$/;

/** Resolves the words that mention a speaker to a name of the text: by the mention inside them, by pronoun, by role. */
export class Resolver {
  private readonly genders = new Map<number, Gender | null>();
  private byTitle: Map<number, Gender> | null = null;
  private readonly standings: Uint8Array;
  /** Name that spoke last. */
  private last: number | null = null;

  /** `quoted`: the stretches quoted in the text, ascending and disjoint; who is named in one is spoken of, and seldom speaks. */
  constructor(private readonly text: string, private readonly found: NamesFound, private readonly quoted: readonly Span[]) {
    this.standings = new Uint8Array(found.mentions.length);
  }

  /**
   * The participant; `name` is null when the words name nobody the text identifies, and `canonical` then
   * those words (for `who`, the words it stands for). Call in order of the text.
   */
  resolve(speaker: Speaker): Participant {
    const name = this.nameOf(speaker);
    if (name !== null) this.last = name;
    return { ...speaker.mention, name, canonical: name === null ? (speaker.antecedent ?? speaker.mention).text : this.found.names[name]!.canonical };
  }

  private nameOf(speaker: Speaker): number | null {
    const { mention, antecedent } = speaker;
    const lower = mention.text.toLowerCase();
    if (pronouns.test(lower)) return antecedent ? this.phrase(antecedent) : this.pronoun(lower, mention.start);
    return this.phrase(mention) ?? this.commonNoun(mention);
  }

  /** The name a noun phrase is headed by: `China’s president, Xi Jinping` is Xi, `a spokesman for Apple` nobody named. */
  private phrase(span: TextSpan): number | null {
    const inside = this.inside(span.start, span.end);
    if (inside.length === 0) return null;
    let headEnd = span.start + headLength(span.text);
    // A preposition inside a name parts nothing: `the Bank of Leeds`.
    for (const m of inside) if (m.start < headEnd && m.end > headEnd) headEnd = m.end;
    const head = inside.filter((m) => m.start < headEnd);
    const last = head.at(-1);
    // `Smith and Jones` are two; `Trump supporters` are not Trump.
    if (last && this.endsAt(last, headEnd)) return /^\s+and\s/.test(this.text.slice(headEnd, headEnd + 6)) && this.startsPerson(inside, headEnd) ? null : last.name;
    // `Secretary of State John Smith`: the name closes what stands before the first comma.
    const comma = span.text.indexOf(','), partEnd = comma < 0 ? span.end : span.start + comma;
    const closing = inside.findLast((m) => m.kind === 'person' && this.endsAt(m, partEnd));
    if (closing && !/\s(?:for|from|with|against|about|to)\s(?:[A-Z][\w.]*\s)*$/.test(this.text.slice(span.start, closing.start))) return closing.name;
    // `the agency’s director, James Smith`
    const next = inside.find((m) => m.start >= headEnd && m.kind === 'person' && /^[,\s]*$/.test(this.text.slice(headEnd, m.start)));
    return next ? next.name : null;
  }

  /** The mention, with a suffix of its own, ends at an offset and owns nothing. */
  private endsAt(m: NameMention, offset: number): boolean {
    return !this.isOwner(m) && m.end <= offset && /^(?:\.|\s*(?:Jr|Sr|II|III|himself|herself)\.?)?$/.test(this.text.slice(m.end, offset));
  }

  private startsPerson(inside: readonly NameMention[], after: number): boolean {
    return inside.some((m) => m.kind === 'person' && m.start >= after && m.start <= after + 24);
  }

  private inside(start: number, end: number): NameMention[] {
    const result: NameMention[] = [];
    for (let i = this.firstFrom(start); i < this.found.mentions.length && this.found.mentions[i]!.start < end; i++) {
      if (this.found.mentions[i]!.end <= end) result.push(this.found.mentions[i]!);
    }
    return result;
  }

  /** Index of the first mention that starts at or after an offset. */
  private firstFrom(offset: number): number {
    const { mentions } = this.found;
    let low = 0, high = mentions.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (mentions[mid]!.start < offset) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  private isOwner(m: NameMention): boolean {
    const code = this.text.charCodeAt(m.end);
    return (code === 39 || code === 0x2019 || code === 0x2018) && /^.(?:s\b|\s)/.test(this.text.slice(m.end, m.end + 3));
  }

  private pronoun(lower: string, at: number): number | null {
    if (lower === 'he' || lower === 'his') return this.nearest(at, 'he');
    if (lower === 'she' || lower === 'her') return this.nearest(at, 'she');
    if (lower === 'it' || lower === 'its') return this.nearest(at, 'it');
    if (lower !== 'they' && lower !== 'their') return null;
    return this.last !== null && this.found.names[this.last]!.kind !== 'person' ? this.last : null;
  }

  /** The best candidate before `at` for a pronoun or a common noun: near, fitting, speaking or a subject rather than an owner or an object. */
  private nearest(at: number, wanted: string): number | null {
    const { mentions } = this.found;
    let best: number | null = null, bestScore = -Infinity;
    const first = this.firstFrom(at);
    for (let i = first - 1; i >= 0 && i >= first - MEMORY; i--) {
      const m = mentions[i]!;
      if (!this.fits(m, wanted)) continue;
      const says = this.standingOf(i);
      let score = -(at - m.end) / FADE;
      if (this.last === m.name) score += 3;
      if (says & Standing.opens) score += 1.5;
      if (says & Standing.depends) score -= 1;
      if (says & Standing.quoted) score -= 5;
      if (score > bestScore) { best = m.name; bestScore = score; }
    }
    return best;
  }

  private fits({ kind, name }: NameMention, wanted: string): boolean {
    if (wanted === 'he') return kind === 'person' && this.gender(name) !== 'she';
    if (wanted === 'she') return kind === 'person' && this.gender(name) !== 'he';
    if (wanted === 'it') return kind === 'organisation';
    const { kind: bearer, canonical, aliases, roles } = this.found.names[name]!;
    if (bearer === 'organisation') {
      if (endsWith(canonical, wanted)) return true;
      for (let k = 0; k < aliases.length && k < 8; k++) if (endsWith(aliases[k]!, wanted)) return true;
    } else if (bearer === 'person') {
      for (let k = 0; k < roles.length && k < 8; k++) { const { text } = roles[k]!; if (endsWith(text.slice(0, headLength(text)), wanted)) return true; }
    }
    return false;
  }

  /** Bits of {@link Standing} of a mention, read once. */
  private standingOf(i: number): number {
    const known = this.standings[i]!;
    if (known) return known;
    const m = this.found.mentions[i]!;
    return this.standings[i] = Standing.read | (this.opensSentence(m) ? Standing.opens : 0) | (this.isOwner(m) || this.isObject(m) ? Standing.depends : 0) | (this.isQuoted(m) ? Standing.quoted : 0);
  }

  /** The mention, or a title before it, begins its line or sentence: it is the subject there. */
  private opensSentence(m: NameMention): boolean {
    const before = this.text.slice(Math.max(0, m.start - 24), m.start);
    // eslint-disable-next-line regexp/no-super-linear-move -- over 24 characters
    return /(?:^|[\n.!?]["”’']?\s*|,["”’']+\s+(?:said\s+)?)(?:[A-Z][\w.]*\s+){0,2}$/.test(before);
  }

  private isQuoted(m: NameMention): boolean {
    let low = 0, high = this.quoted.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (this.quoted[mid]!.end <= m.start) low = mid + 1;
      else high = mid;
    }
    return low < this.quoted.length && this.quoted[low]!.start <= m.start;
  }

  /** A preposition stands before the mention or its title: it is no subject. */
  private isObject(m: NameMention): boolean {
    return /\b(?:of|for|to|with|by|from|against|about|on|under|behind|than|between|like)\s+(?:[A-Z][\w.]*\s+){0,2}$/.test(this.text.slice(Math.max(0, m.start - 30), m.start));
  }

  private gender(name: number): Gender | null {
    const known = this.genders.get(name);
    if (known !== undefined) return known;
    const { canonical, roles } = this.found.names[name]!;
    let gender = this.titles().get(name) ?? genderOfName(canonical);
    for (const role of roles.slice(0, 8)) gender = genderOfTitle(role.text) ?? gender;
    this.genders.set(name, gender);
    return gender;
  }

  /** Genders told by the title before a mention, of all persons, read once. */
  private titles(): Map<number, Gender> {
    if (this.byTitle) return this.byTitle;
    const genders = new Map<number, Gender>();
    for (const m of this.found.mentions) {
      if (m.kind !== 'person' || genders.has(m.name)) continue;
      const title = /\b(?:Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame|King|Queen|Prince|Princess)\.?\s$/.exec(this.text.slice(Math.max(0, m.start - 10), m.start));
      const gender = title && genderOfTitle(title[0]);
      if (gender) genders.set(m.name, gender);
    }
    return this.byTitle = genders;
  }

  /** `the ministry`, `the senator`: the last name before that is one, by its own last word or by what the text calls it. */
  private commonNoun(mention: TextSpan): number | null {
    const words = /^(?:the|this|that)\s+(\S.*)$/i.exec(mention.text.slice(0, 80));
    if (!words) return null;
    const noun = words[1]!.slice(0, headLength(words[1]!)).trim().split(/\s+/).at(-1)?.toLowerCase() ?? '';
    if (noun.length < 4) return null;
    return this.nearest(mention.start, noun);
  }
}

const endsWith = (words: string, noun: string): boolean => {
  const lower = words.toLowerCase();
  return lower.endsWith(noun) && (lower.length === noun.length || lower[lower.length - noun.length - 1] === ' ');
};

/** Length of a noun phrase's head part: what follows a comma or a preposition qualifies it. */
function headLength(phrase: string): number {
  const cut = phrase.search(/,|\s\(|\s(?:of|for|at|in|from|with|on|to|who|which|that|about|against|and)\s/);
  return cut < 0 ? phrase.length : cut;
}
