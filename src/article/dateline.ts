import { isOutletName } from './outlets';
import { dateAtStart } from './statedDate';

/** What stands before an agency report's first sentence: `WASHINGTON (Reuters) - `, `BEIJING, Jan. 8 (Xinhua) -- `. */
export interface Dateline {
  /** Characters it takes from the start of the paragraph, dash and blank included. */
  readonly length: number;
  readonly outlet?: string;
  /** ISO date; only where the year stands too. */
  readonly published?: string;
}

/** Capitals for the place; at most two lesser parts (state, country) after commas. */
const place = /^\p{Lu}[\p{Lu}\p{M}.'’ -]{1,40}(?:, ?\p{Lu}[\p{L}. ]{1,25}){0,2}/u;

/** Reads the dateline at the start of a paragraph. Undefined when there is none, or when nothing but a place stands in it. */
export function readDateline(paragraph: string): Dateline | undefined {
  const open = paragraph.slice(0, 90).indexOf('(');
  if (open < 2) return undefined;
  const closing = paragraph.slice(open, open + 45).indexOf(')');
  if (closing < 0) return undefined;
  const before = paragraph.slice(0, open).trimEnd(), outlet = paragraph.slice(open + 1, open + closing).trim();
  const dash = /^\) ?(?:--?|–|—|_|:) ?/.exec(paragraph.slice(open + closing, open + closing + 8));
  const city = place.exec(before)?.[0];
  if (!dash || !city || !isAgency(outlet)) return undefined;
  const date = datePart(before);
  if (date === undefined) return undefined;
  return { length: open + closing + dash[0].length, outlet, ...(date ? { published: date } : {}) };
}

/** Agencies stand in brackets by their short names: `(AP)`, `(Xinhua)`, `(Kyodo News)`. */
function isAgency(words: string): boolean {
  return isOutletName(words) || /^\p{Lu}[\p{L}/-]{1,14}(?: \p{Lu}[\p{L}-]{1,14}){0,2}$/u.test(words);
}

/** The date that ends a dateline: ISO with its year, '' where it has none, undefined where the words are no dateline. */
function datePart(before: string): string | undefined {
  const day = /,? ((?:\p{Lu}[\p{L}]{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}[\p{L}]{2,8}\.?)(?:,? \d{4})?|\d{4}-\d\d-\d\d)$/u.exec(before);
  if (!day) return /\d/.test(before) ? undefined : '';
  return dateAtStart(day[1]!)?.value ?? '';
}
