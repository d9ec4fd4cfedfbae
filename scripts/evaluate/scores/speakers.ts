import type { Span } from '../../../src/language/types';
import { shared } from './pairs';

/** Words that name nobody: pronouns, particles, titles and offices. */
const idle = new Set(('a an the of in on at for to from by with and or but who whom which that this these those his her its their our my your ' +
  'he she they it we i you him them us me himself herself themselves itself one some many other another ' +
  'mr mrs ms miss dr sen rep gov senator representative congressman congresswoman governor president vice secretary ' +
  'former late then now new said says also sir prof professor judge justice st jr sr rev gen lt col maj sgt capt lord lady ' +
  'spokesman spokeswoman spokesperson director chairman chairwoman leader official officials').split(' '));

const edge = /[\s.,;:!?"“”'‘’()[\]–—-]/;

/** A span without what `edge` matches at its ends; null when nothing is left. */
export function trim(text: string, { start, end }: Span, mark: RegExp): Span | null {
  while (start < end && mark.test(text[start]!)) start++;
  while (end > start && mark.test(text[end - 1]!)) end--;
  return end > start ? { start, end } : null;
}

function words(text: string): string[] {
  const found = text.replace(/[’']s\b/g, '').match(/[\p{L}\p{N}][\p{L}\p{N}.'’-]*/gu) ?? [];
  return found.map((word) => word.replace(/[.'’-]+$/, ''));
}

const telling = (text: string): string[] => words(text).map((word) => word.toLowerCase().replaceAll('.', '')).filter((word) => word.length > 1 && !idle.has(word));
const surname = (text: string): string | undefined => words(text).filter((word) => /^\p{Lu}/u.test(word) && !idle.has(word.toLowerCase())).at(-1)?.toLowerCase();

/** Whether two mentions speak of one bearer as far as their words go: a telling word or the last capitalised one in common. */
export function shareWord(a: string, b: string): boolean {
  const other = new Set(telling(b));
  if (telling(a).some((word) => other.has(word))) return true;
  return surname(a) !== undefined && surname(a) === surname(b);
}

/** Whether the right speaker was found: nobody where there is nobody, else spans that meet or words in common. */
export function sameSpeaker(text: string, gold: Span | null, found: Span | null, foundName?: string): boolean {
  if (!gold || !found) return !gold && !found && !foundName;
  const g = trim(text, gold, edge) ?? gold, f = trim(text, found, edge) ?? found;
  return (g.start === f.start && g.end === f.end) || shared(g, f) > 0 || shareWord(text.slice(g.start, g.end), text.slice(f.start, f.end));
}
