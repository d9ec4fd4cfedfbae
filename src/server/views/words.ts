import { t } from '@vscode/l10n';
import { oneLine as onOneLine } from '../../features/oneLine';

export { onOneLine };

/** Numbers with their nouns, as rows say them. */
export const sourcesInWords = (n: number): string => (n === 1 ? t('1 source') : t('{0} sources', n));
export const eventsInWords = (n: number): string => (n === 1 ? t('1 event') : t('{0} events', n));
export const namesInWords = (n: number): string => (n === 1 ? t('1 name') : t('{0} names', n));
export const articlesInWords = (n: number): string => (n === 1 ? t('1 article') : t('{0} articles', n));
export const mentionsInWords = (n: number): string => (n === 1 ? t('1 mention') : t('{0} mentions', n));
export const wordsInWords = (n: number): string => (n === 1 ? t('1 word') : t('{0} words', n));
export const problemsInWords = (n: number): string => (n === 1 ? t('1 problem') : t('{0} problems', n));

/** The parts that say something, on one line. */
export const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(' · ');
/** The same for a screen reader, which makes a pause at a comma. */
export const spokenOf = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ');

/** Text on one line, cut at a word so that what stands beside it in a narrow view is still seen. */
export function shortened(text: string, longest: number): string {
  const line = onOneLine(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest + 1), end = cut.lastIndexOf(' ');
  let to = end > longest / 2 ? end : longest;
  while (to > 0 && /[\s,;:.–—-]/.test(cut.charAt(to - 1))) to--;
  return `${cut.slice(0, to)}…`;
}

