import type { Name, NameKind } from '../language/types';
import { foldName } from './fold';

/**
 * Which names of different articles are one, and under which forms a name is found. A name is what kind it is and its
 * full form, folded; so the outcome cannot depend on the order in which articles arrive, and two persons who share a
 * surname stay two. A name an article gives by surname or acronym alone stays a name of its own: nothing in that
 * article says whose it is. Both are found by the form they share.
 */

/** How a form belongs to its name. */
export const FormUse = {
  /** The full form, as an article spells it. */
  canonical: 0,
  /** Another form that an article uses and links to the name. */
  alias: 1,
  /** A form nobody has used yet but a writer may: the surname of a full name. */
  implied: 2,
  /** What an article says the bearer is. Never looked up. */
  role: 3,
} as const;
export type FormUse = (typeof FormUse)[keyof typeof FormUse];

export interface NameForm {
  readonly use: FormUse;
  readonly text: string;
  /** {@link foldName} of the text; roles are kept unfolded. */
  readonly folded: string;
}

/** What makes two names of different articles one. */
export function nameKey(name: Pick<Name, 'kind' | 'canonical'>): string {
  return `${name.kind} ${foldName(name.canonical)}`;
}

/** Forms an article gives a name, each once per use: canonical, aliases, implied forms, roles. */
export function formsOf(name: Name): NameForm[] {
  const forms: NameForm[] = [form(FormUse.canonical, name.canonical)];
  const folded = new Set(forms.map((each) => each.folded));
  const add = (use: FormUse, text: string): void => {
    const each = form(use, text);
    if (each.folded === '' || folded.has(each.folded)) return;
    folded.add(each.folded);
    forms.push(each);
  };
  for (const alias of name.aliases) add(FormUse.alias, alias);
  for (const implied of impliedForms(name.kind, name.canonical)) add(FormUse.implied, implied);
  for (const text of new Set(name.roles.map((role) => role.text.trim()))) {
    if (text !== '') forms.push({ use: FormUse.role, text, folded: '' });
  }
  return forms;
}

function form(use: FormUse, text: string): NameForm {
  return { use, text, folded: foldName(text) };
}

/** Frequent surnames that stand first in romanised Chinese, Korean and Vietnamese names (census lists of the countries). */
const SURNAMES_FIRST = new Set((
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang ' +
  'han feng deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu ding ren yao shen ' +
  'zhong cui tan fan qin shi hou bai jia meng long duan lei qian yin geng mao xi hua lai bo ' +
  'kim park choi jung kang cho yoon jang lim moon nguyen tran pham hoang phan vo dang bui'
).split(' '));

const GENERATION = /^(?:jr|sr|ii|iii|iv)$/;
/** Particles that belong to the surname after them: `van der Leyen`, `bin Salman`. */
const PARTICLES = new Set(['van', 'von', 'der', 'den', 'de', 'da', 'di', 'del', 'della', 'la', 'le', 'bin', 'ibn', 'ben', 'al', 'el', 'abu', 'mac', 'st', 'dos', 'du', 'ten', 'ter']);
const COUNTRY_FIRST = /^(?:U\.S\.|US|U\.K\.|UK|EU|United States|United Kingdom) (?=\S+ \S)/;

/**
 * Forms that a writer uses for a name though no article may have: surnames of persons of two words or more, an
 * organisation without its country in front. Empty for places.
 */
export function impliedForms(kind: NameKind, canonical: string): string[] {
  if (kind === 'organisation') {
    const short = canonical.replace(/^the /i, '').replace(COUNTRY_FIRST, '');
    return short !== canonical ? [short] : [];
  }
  if (kind !== 'person') return [];
  const words = canonical.split(/\s+/).filter((word) => word !== '');
  while (words.length > 2 && GENERATION.test(foldName(words.at(-1) ?? ''))) words.pop();
  if (words.length < 2 || words.length > 6) return [];
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const implied = [last];
  let from = words.length - 1;
  while (from > 1 && PARTICLES.has(foldName(words[from - 1] ?? ''))) from--;
  if (from < words.length - 1) implied.push(words.slice(from).join(' '));
  if (words.length <= 3 && SURNAMES_FIRST.has(foldName(first))) implied.push(first);
  return implied.filter((word) => foldName(word).length > 1);
}

/**
 * True when the two differ by exactly one slip: a character added, dropped or changed, or two neighbours swapped
 * (optimal string alignment distance 1). Equal strings are no slip.
 */
export function oneSlipApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}

/** Shortest form for which a slip is considered: below, one slip leads to too many words. */
export const SHORTEST_SLIP = 4;

/**
 * Lengths of the beginning and the ending of a form of which one slip leaves at least one intact: a slip touches at
 * most two neighbouring characters, so with a character between the two parts it cannot reach both.
 */
export function intactParts(length: number): { readonly head: number; readonly tail: number } {
  const head = Math.floor((length - 1) / 2);
  return { head, tail: length - 1 - head };
}
