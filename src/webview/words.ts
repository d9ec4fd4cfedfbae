let translations: Readonly<Record<string, string>> = {};
let language = 'en-GB';

/** Sets the words of the writer's language, by the English ones, and the language that days and numbers are written in. */
export function setWords(words: Readonly<Record<string, string>>, locale: string): void {
  translations = words;
  language = locale.startsWith('en') ? 'en-GB' : locale;
}

/** The writer's language, as the formats of the platform know it. */
export const locale = (): string => language;

/** The message in the writer's language, `{0}`, `{1}` … filled in. */
export function say(message: string, ...values: readonly (string | number)[]): string {
  return (translations[message] ?? message).replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)] ?? ''));
}

/** A number as it is written. */
export const digits = (n: number): string => n.toLocaleString(language);

/** Numbers with their nouns. */
export const eventsInWords = (n: number): string => (n === 1 ? say('1 event') : say('{0} events', digits(n)));
export const sourcesInWords = (n: number): string => (n === 1 ? say('1 source') : say('{0} sources', digits(n)));
