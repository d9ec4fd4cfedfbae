import { t } from '@vscode/l10n';
export { oneLine as onOneLine, shortened } from '../../features/oneLine';

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
