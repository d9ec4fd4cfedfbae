import { irregularVerbs } from './irregularVerbs';

/** The forms of one verb; alternatives where English has them. */
export interface VerbForms {
  readonly third: string;
  readonly gerund: string;
  readonly past: readonly string[];
  readonly participle: readonly string[];
}

const irregular = new Map<string, { past: string[]; participle: string[] }>();
for (const entry of irregularVerbs.trim().split('|')) {
  const [base, past, participle] = entry.trim().split(' ') as [string, string, string];
  irregular.set(base, { past: past.split('/'), participle: participle.split('/') });
}

/** Verbs of two syllables and more, stressed on the last, that double their consonant. */
const doubling = new Set('admit commit compel concur confer control defer deter dispel emit equip excel expel incur infer occur omit permit patrol prefer propel rebut recur refer regret remit repel submit transfer transmit rebel abhor acquit abet cancel travel counsel label model signal quarrel marshal kidnap worship handicap'.split(' '));

const vowel = (c: string | undefined): boolean => c !== undefined && 'aeiou'.includes(c);

function doubles(base: string): boolean {
  const n = base.length, last = base[n - 1], before = base[n - 2], first = base[n - 3];
  if (!last || 'aeiouwxy'.includes(last) || !vowel(before) || (vowel(first) && !(first === 'u' && base[n - 4] === 'q'))) return false;
  return doubling.has(base) || (base.match(/[aeiouy]+/g) ?? []).length === 1;
}

/** `attack` gives `attacks`, `carry` `carries`, `push` `pushes`: third person and plural follow one rule. */
export function withS(word: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(word)) return word + 'es';
  if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + 'ies';
  if (/(?:go|do|eto|ero|cho)$/.test(word)) return word + 'es';
  if (/sis$/.test(word)) return word.slice(0, -2) + 'es';
  if (/man$/.test(word)) return word.slice(0, -2) + 'en';
  return word + 's';
}

/** All forms of a verb given its base form, lower case. */
export function verbForms(base: string): VerbForms {
  const stem = /[^e]e$/.test(base) && !/(?:ye|oe)$/.test(base) ? base.slice(0, -1) : doubles(base) ? base + base[base.length - 1] : base;
  const known = irregular.get(base);
  const regular = /[^aeiou]y$/.test(base) ? base.slice(0, -1) + 'ied' : base.endsWith('e') ? base + 'd' : stem + 'ed';
  const gerund = base.endsWith('ie') ? base.slice(0, -2) + 'ying' : stem + 'ing';
  return { third: base === 'have' ? 'has' : withS(base), gerund, past: known?.past ?? [regular], participle: known?.participle ?? [regular] };
}

/** Base form guessed for an unknown word in `-ed` or `-ing`: `tasked` gives `task`, `savaged` `savage`. The word itself when nothing fits. */
export function guessBase(word: string): string {
  const cut = word.endsWith('ied') ? word.slice(0, -3) + 'y' : word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : word;
  if (cut === word || cut.length < 2) return word;
  const n = cut.length, last = cut[n - 1]!;
  if (last === cut[n - 2] && (!'lsez'.includes(last) || (last === 'l' && (cut.match(/[aeiou]+/g) ?? []).length > 1))) return cut.slice(0, -1);
  if (/[^aeiou](?:at|iz|is|in|ag|as|ut|ur|or|ir|us|os|id|od|ak|ap|op|ul)$|[uvcg]$|[^aeiou]l$|rs$|ns$/.test(cut)) return cut + 'e';
  return cut;
}
