import { t } from '@vscode/l10n';
import { digits } from '../digits';
export { oneLine as onOneLine, shortened } from '../../features/oneLine';

/** Numbers with their nouns, as rows say them. */
export const sourcesInWords = (n: number): string => (n === 1 ? t('1 source') : t('{0} sources', digits(n)));
export const eventsInWords = (n: number): string => (n === 1 ? t('1 event') : t('{0} events', digits(n)));
export const namesInWords = (n: number): string => (n === 1 ? t('1 name') : t('{0} names', digits(n)));
export const articlesInWords = (n: number): string => (n === 1 ? t('1 article') : t('{0} articles', digits(n)));
export const mentionsInWords = (n: number): string => (n === 1 ? t('1 mention') : t('{0} mentions', digits(n)));
export const wordsInWords = (n: number): string => (n === 1 ? t('1 word') : t('{0} words', digits(n)));
export const problemsInWords = (n: number): string => (n === 1 ? t('1 problem') : t('{0} problems', digits(n)));

/** The parts that say something, on one line. */
export const joined = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(' · ');
/** The same for a screen reader, which makes a pause at a comma. */
export const spokenOf = (...parts: readonly (string | undefined | false)[]): string => parts.filter((part) => part !== undefined && part !== false && part !== '').join(', ');
