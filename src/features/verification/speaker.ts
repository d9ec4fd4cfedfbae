import { foldName } from '../../corpus/fold';
import type { CorpusStore, NameId, NameRecord, QuotationRecord } from '../../corpus/store/store';
import type { Memo } from './memo';
import type { NamedSpeaker } from './paragraph';
import { quotationAt } from './sources';
import type { SourceMatch } from './verifyQuote';

/** How the speaker in the draft stands to the speaker in the source. `unknown` where either is not named or not for certain. */
export type SpeakerStatus = 'agrees' | 'disagrees' | 'second hand' | 'unknown';

export interface SpeakerCheck {
  readonly status: SpeakerStatus;
  /** As the draft has it; null when its sentence names nobody. */
  readonly named: NamedSpeaker | null;
  /** As the source has it: its words there and the full name; null when it names nobody. */
  readonly said: { readonly text: string; readonly canonical: string; readonly name: NameId | null } | null;
  /** The quotation of the source that the quote was taken from. */
  readonly quotation: QuotationRecord | null;
}

export const noSpeaker: SpeakerCheck = { status: 'unknown', named: null, said: null, quotation: null };

/** Short forms of first names, in groups. */
const shortForms = 'william bill will billy|robert bob rob bobby|richard dick rick|john jack|edward ted ed|anthony tony antony|elizabeth liz beth betty|catherine kate katherine|joseph joe|margaret peggy maggie|james jim jimmy|charles chuck charlie|henry harry|alexander alex sandy sasha|michael mike mick|vladimir volodymyr'
  .split('|').map((group) => new Set(group.split(' ')));
/** A line of a quotation that holds marks of its own. */
const holdsQuote = /^[^‘'"“\n\r\u2028\u2029]*[‘'"“].*[’'"”]/m;
/** Words by which a source says that it gives words from another's mouth. */
const secondHand = /\b(?:quot(?:ed|es|ing)|citing|cited|according to|as saying|recalled|told (?:him|her|them|me|us)|paraphras\w+)\b/i;

/**
 * Compares the speaker that the draft names with those that the sources have. Only two persons disagree, and only when both are known by
 * names that cannot be one: an office, a ministry or a country may speak through anybody.
 * @param sentence what the draft's sentence says outside quotes: where it has the source's speaker too, who is meant is not for us to tell
 * @param surely false for quotes too short to say whose they are: they never disagree
 */
export async function checkSpeaker(store: CorpusStore, memo: Memo, named: NamedSpeaker | undefined, sentence: () => string, matches: readonly SourceMatch[], surely: boolean): Promise<SpeakerCheck> {
  const quotations: QuotationRecord[] = [];
  const best = matches[0]?.comparison.status;
  for (const { comparison, source } of matches) {
    if (comparison.status !== best) break;
    const spoken = (await source.spoken()).quotations;
    for (const place of comparison.places.length > 0 ? comparison.places : [comparison.source]) {
      const quotation = quotationAt(spoken, place);
      if (quotation && !quotations.includes(quotation)) quotations.push(quotation);
    }
  }
  const saidBy = quotations.find(({ speaker }) => speaker !== null);
  const base: SpeakerCheck = { status: 'unknown', named: named ?? null, said: saidBy?.speaker ?? null, quotation: saidBy ?? quotations[0] ?? null };
  if (!named || !saidBy?.speaker) return base;
  const candidates = await memo.of(`form ${named.canonical}`, () => store.namesByForm(named.canonical));
  const agreeing = quotations.find(({ speaker }) => speaker && agrees(named, candidates, speaker));
  if (agreeing) return { ...base, status: 'agrees', said: agreeing.speaker, quotation: agreeing };
  if (!surely || quotations.some(({ speaker }) => speaker === null || speaker.name === null)) return base;
  const isPerson = candidates.length > 0 ? candidates.every(({ kind }) => kind === 'person') : named.person && /\s/.test(named.canonical.trim());
  if (!isPerson) return base;
  for (const quotation of quotations) {
    const speaker = quotation.speaker!, name = await memo.of(`name ${speaker.name}`, () => store.name(speaker.name!));
    if (hasSpeaker(sentence(), named, name ?? null, speaker.canonical)) return base;
    const second = relates(named, candidates, quotation);
    if (second) return { ...base, status: 'second hand', said: speaker, quotation };
    if (!name || name.kind !== 'person' || mayBeOne(named.canonical, name.canonical)) return base;
  }
  return { ...base, status: 'disagrees' };
}

function agrees(named: NamedSpeaker, candidates: readonly NameRecord[], speaker: NonNullable<QuotationRecord['speaker']>): boolean {
  if (speaker.name !== null && candidates.some(({ id }) => id === speaker.name)) return true;
  const a = foldName(named.canonical), said = [foldName(speaker.canonical), foldName(speaker.text)];
  return said.includes(a) || said.includes(foldName(named.text)) || within(a, said[0]!);
}

/** Whether a sentence of the draft has a form of the source's speaker that is not part of the name of the speaker whom it seems to name. */
function hasSpeaker(sentence: string, named: NamedSpeaker, name: NameRecord | null, canonical: string): boolean {
  const words = ` ${foldName(sentence)} `, own = foldName(named.canonical).split(' ');
  return [canonical, ...(name?.aliases ?? [])].map(foldName).some((form) => !form.split(' ').every((word) => own.includes(word)) && words.includes(` ${form} `));
}

/** Whether all words of one are among those of the other. */
function within(a: string, b: string): boolean {
  const one = a.split(' '), other = b.split(' ');
  const [few, many] = one.length <= other.length ? [one, other] : [other, one];
  return few.every((word) => many.includes(word));
}

/** Two spellings of one person's name: a surname in common and first names that may be one. */
function mayBeOne(a: string, b: string): boolean {
  const one = foldName(a).split(' '), other = foldName(b).split(' ');
  if (within(one.join(' '), other.join(' '))) return true;
  if (one.at(-1) !== other.at(-1)) return false;
  const first = one[0]!, second = other[0]!;
  return first[0] === second[0] || shortForms.some((group) => group.has(first) && group.has(second));
}

/** Whether the source gives the words as those of the person whom the draft names, out of another's mouth. */
function relates(named: NamedSpeaker, candidates: readonly NameRecord[], { context, passage, speaker }: QuotationRecord): boolean {
  const around = `${context.text.slice(0, Math.max(0, passage.start - context.start))} ${context.text.slice(Math.max(0, passage.end - context.start))}`;
  const own = new Set(foldName(speaker?.canonical ?? '').split(' '));
  const forms = [named.canonical, ...candidates.flatMap(({ canonical, aliases }) => [canonical, ...aliases])];
  const words = (text: string): string => ` ${foldName(text)} `;
  const inside = words(passage.text), outside = words(around);
  return forms.some((form) => {
    const folded = foldName(form);
    if (folded.length < 3 || folded.split(' ').some((word) => own.has(word))) return false;
    return (outside.includes(` ${folded} `) && secondHand.test(around)) || (inside.includes(` ${folded} `) && holdsQuote.test(passage.text));
  });
}
