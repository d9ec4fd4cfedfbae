import type { Span } from '../../../src/language/types';
import type { Engine } from './engine';

/** What a few plain regular expressions reach: every figure is read against it. */

const capitalised = /\p{Lu}[\p{L}\p{N}.&’'-]*(?: (?:of |the |de |al-)?\p{Lu}[\p{L}\p{N}.&’'-]*){0,6}/gu;
const pronounOrName = String.raw`(?:\b(?:he|she|they|He|She|They)\b|(?!(?:The|A|An|But|And|In|On|At|It|This|That|If|When|As|For|With|Then|So|There|What|We|I|You|One)\b)\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){0,4})`;
const saying = '(?:said|says|say|told|tells|added|adds|wrote|writes|asked|tweeted|called|argued|noted|insisted|declared|warned|explained|replied|responded|continued|concluded|according to)';
const speaking = new RegExp(`(${pronounOrName})[^“”"\\n]{0,60}?\\b${saying}\\b|\\b${saying}\\b[^“”"\\n]{0,12}?(${pronounOrName})`, 'gu');

const mention = new RegExp(pronounOrName, 'gu');

function runs(text: string): Span[] {
  return [...text.matchAll(capitalised)].map((found) => {
    const words = found[0].replace(/(?:[’']s|[.’'-]+)$/u, '');
    return { start: found.index, end: found.index + words.length };
  }).filter(({ start, end }) => end > start && !(/^(?:^|[.!?\n“"]\s*)$/.test(text.slice(Math.max(0, start - 2), start)) && !text.slice(start, end).includes(' ')));
}

/** The mention at a saying word nearest to a quotation, else the nearest name or pronoun, in its paragraph; `before` where the paragraph is all quotation. */
function nearestSpeaker(text: string, quotation: Span, before: Span | null): Span | null {
  const from = text.lastIndexOf('\n', quotation.start) + 1, next = text.indexOf('\n', quotation.end), to = next < 0 ? text.length : next;
  // What stands between marks is blanked: nobody in there speaks.
  const around = text.slice(from, to).replace(/[“"][^“”"]*[”"]/g, (words) => '"'.repeat(words.length));
  return nearest(around, speaking, from, quotation) ?? (around.replace(/[\s"]/g, '').length < 8 ? before : nearest(around, mention, from, quotation));
}

function nearest(around: string, pattern: RegExp, from: number, quotation: Span): Span | null {
  let best: Span | null = null, least = Infinity;
  for (const found of around.matchAll(pattern)) {
    const name = found[1] ?? found[2] ?? found[0], start = from + found.index + found[0].indexOf(name), end = start + name.length;
    const distance = start >= quotation.end ? start - quotation.end : quotation.start - end;
    if (distance >= 0 && distance < least) { least = distance; best = { start, end }; }
  }
  return best;
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';
const monthNumber = (name: string): string => String(months.split('|').indexOf(name) + 1).padStart(2, '0');
const written = new RegExp(`\\b(${months}) (\\d{1,2}), (\\d{4})\\b|\\b(${months}) (\\d{4})\\b|\\b(\\d{4}-\\d\\d-\\d\\d)\\b|\\b((?:19|20)\\d\\d)\\b`, 'g');

export const floor: Engine = {
  name: 'regular expression',
  nameSpans: ({ text }) => runs(text),
  quotations({ text }) {
    let speaker: Span | null = null;
    return [...text.matchAll(/[“"]([^“”"\n]+)(?:[”"]|(?=\n|$))/g)].map((found) => {
      const quotation = { start: found.index + 1, end: found.index + 1 + found[1]!.length };
      speaker = nearestSpeaker(text, quotation, speaker);
      return { ...quotation, speaker };
    });
  },
  dates: ({ text }) => [...text.matchAll(written)].map((found) => {
    const value = found[1] ? `${found[3]!}-${monthNumber(found[1])}-${found[2]!.padStart(2, '0')}` : found[4] ? `${found[5]!}-${monthNumber(found[4])}` : found[6] ?? found[7]!;
    return { start: found.index, end: found.index + found[0].length, type: 'DATE', value };
  }),
  triple({ text }) {
    const names = [...text.matchAll(capitalised)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
    // Without a parser the first word that looks like a finite verb is taken for it.
    const verb = /\b\p{Ll}+ed\b|\b(?:said|told|met|held|made|will|has|have|had|is|was|were)\b/u.exec(text);
    const at = verb?.index ?? text.length;
    return { source: names.filter(({ end }) => end <= at).slice(0, 1), target: names.filter(({ start }) => start > at).slice(0, 1) };
  },
};
