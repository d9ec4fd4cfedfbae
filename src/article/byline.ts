import { isOutletName } from './outlets';

/** Authors of a byline, and the outlet where the byline names one. */
export interface Byline {
  /** As written: `Jane Doe and John Roe`. */
  readonly authors: string;
  readonly outlet?: string;
}

const particles = 'de|da|di|del|della|van|von|der|den|el|al|bin|ibn|la|le|du|dos|ter|ten|y|e';
/** One part of a person's name: a capitalised word, an initial, or a particle that stands in lower case. */
const part = String.raw`(?:\p{Lu}[\p{L}\p{M}'’.-]{0,30}|(?:${particles})(?= ))`;
const person = String.raw`\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?: ${part}){1,4}`;
const people = new RegExp(String.raw`^${person}(?:(?:, and |, | and | & |; )${person}){0,5}$`, 'u');

/** Words with a capital that begin headlines and labels rather than names of persons. */
const notPerson = /\b(?:the|of|news|press|times|advertisement|photo|image|getty|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|updated|published|staff|editorial|opinion|analysis|world|politics|business|sport)\b/i;

/** Whether words are one or several persons' names and nothing else: `Jake Smith`, `JANE DOE and Juan de la Cruz`. */
export function arePeople(words: string): boolean {
  return words.length <= 150 && people.test(words) && !notPerson.test(words);
}

/**
 * Reads what follows `By`: `Jane Doe`, `JANE DOE, Associated Press`, `Jane Doe in Beijing`, `Jane Doe | Example Times`.
 * @returns undefined when the words are no byline (`By the end of the year …`)
 */
export function readByline(words: string): Byline | undefined {
  const text = words.trim().replace(/[.,;|]$/, '').replace(/^(?:our|staff) (?:correspondent|reporter)s? /i, '');
  if (text.length > 200) return undefined;
  const place = / (?:in|reporting from) \p{Lu}[\p{L} .,'’-]{1,60}$/u.exec(text);
  const named = place ? text.slice(0, place.index) : text;
  if (arePeople(named) && !lastIsOutlet(named)) return { authors: named };
  for (const separator of [' | ', ', ', ' / ', ' - ', ' – ', ' — ', ' for ', ' of ']) {
    const at = named.lastIndexOf(separator);
    if (at < 0) continue;
    const authors = named.slice(0, at), rest = named.slice(at + separator.length).replace(/^the (?=\p{Lu})/u, '');
    if (!arePeople(authors)) continue;
    if (isOutletName(rest)) return { authors, outlet: rest };
    if (separator !== ' of ' && /^(?:[\p{L}-]+ ){0,4}(?:correspondent|editor|writer|reporter|staff|contributor|columnist|analyst)\b/iu.test(rest)) return { authors };
  }
  return isOutletName(text) ? { authors: text, outlet: text } : undefined;
}

function lastIsOutlet(named: string): boolean {
  const at = named.lastIndexOf(', ');
  return at > 0 && isOutletName(named.slice(at + 2));
}
