import type { CitedArticle } from './citedArticle';

/** Words that tell nothing apart. */
const dull = new Set((
  'a an the this that these those and or but nor so of in on at to for from by with without as into onto over under after before since until than ' +
  'is are was were be been being has have had do does did will would can could may might must shall should it its he she they we you i his her their our your ' +
  'said says say tells told amid while when where who what why how not no all any some more most other says new late date s t ' +
  'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun ' +
  'january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'
).split(' '));
/** Words of a headline that go into a key, and how long they may be together. */
const WORDS = 3, LONGEST = 40;

/**
 * A key by which drafts cite an article: outlet in short, year or `nd`, first telling words of the headline or, where
 * none is stated, of the first sentence: `scmp-2023-wang-di-visit`. ASCII letters, digits and hyphens; the same article
 * always gets the same key unless it is taken.
 * @param taken keys that other articles have; comparison ignores case
 */
export function citationKey(article: CitedArticle, taken: Iterable<string> = []): string {
  const year = /^\d{4}/.exec(article.metadata.published?.value ?? '')?.[0] ?? 'nd';
  const words = tellingWords(article.metadata.title?.value ?? '');
  const telling = words.length > 0 ? words : tellingWords(article.opening);
  const parts = [outletShort(article.metadata.outlet?.value ?? ''), year, ...(telling.length > 0 ? telling : [fingerprint(article.path)])];
  const key = parts.filter((part) => part !== '').join('-');
  const others = new Set([...taken].map((other) => other.toLowerCase()));
  if (!others.has(key)) return key;
  let n = 2;
  while (others.has(`${key}-${n}`)) n++;
  return `${key}-${n}`;
}

/** `South China Morning Post` → `scmp`, `The Guardian` → `guardian`, `Financial Times` → `financial-times`; empty for nothing. */
export function outletShort(outlet: string): string {
  const words = ascii(outlet).split('-').filter((word) => word !== '');
  if (words[0] === 'the' && words.length > 1) words.shift();
  const telling = words.filter((word) => !/^(?:of|and|for|the|de|la)$/.test(word));
  if (telling.length > 2) return telling.map((word) => word[0]).join('');
  return words.join('-').slice(0, LONGEST);
}

function tellingWords(text: string): string[] {
  const found: string[] = [];
  let length = 0;
  for (const word of ascii(text).split('-')) {
    if (word === '' || dull.has(word) || length + word.length > LONGEST) continue;
    found.push(word);
    length += word.length;
    if (found.length === WORDS) break;
  }
  return found;
}

/** Lower-case ASCII with hyphens for everything else; apostrophes and accents dropped. */
function ascii(text: string): string {
  return text.slice(0, 1000).normalize('NFKD').replace(/\p{M}|['’‘]s\b|['’‘]/gu, '').replace(/ß/g, 'ss').replace(/[Øø]/g, 'o').replace(/[Łł]/g, 'l').toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

/** For articles whose words are in another script: a short hash of the path (FNV-1a, 32 bit). */
function fingerprint(path: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(36);
}
