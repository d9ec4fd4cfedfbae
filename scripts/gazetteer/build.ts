/**
 * Compiles the gazetteer of the name tagger: the lists beside this script and what npm packages carry, into one file of
 * hashes and bits. Deterministic: the same packages and lists give the same bytes. Run: `npm run gazetteer`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf, Known, longestPhrase } from '../../src/language/names/gazetteer';
import { openers } from '../../src/language/names/words';
import { prepare } from '../../src/language/document';
import { tokenText } from '../../src/language/tokens';
import { cities, dictionary, givenAndFamilyNames, lexicon } from './packages';

const folder = path.join(process.cwd(), 'scripts', 'gazetteer', 'lists');
const bits = new Map<number, number>();

/** Words of an entry as the tokeniser sees them in a text. */
function wordsOf(entry: string): string[] {
  const { tokens } = prepare(entry);
  return Array.from({ length: tokens.count }, (_, i) => tokenText(tokens, i));
}

function add(entry: string, bit: number): void {
  const words = wordsOf(entry.trim());
  if (words.length === 0 || words.length > longestPhrase) return;
  const hash = hashOf(words) >>> 0;
  bits.set(hash, (bits.get(hash) ?? 0) | bit);
  if (words.length > 1) {
    const first = hashOf(words.slice(0, 1)) >>> 0;
    bits.set(first, (bits.get(first) ?? 0) | Known.begins);
  }
}

/** A list file: entries between commas and line breaks, `#` starts a comment line. */
function list(name: string): string[] {
  return readFileSync(path.join(folder, `${name}.txt`), 'utf8').split('\n').filter((line) => !line.startsWith('#'))
    .flatMap((line) => line.split(',')).map((entry) => entry.trim()).filter(Boolean);
}

const sections = (name: string): string[][] => readFileSync(path.join(folder, `${name}.txt`), 'utf8').split(/^#.*$/m)
  .map((part) => part.split(/[,\n]/).map((entry) => entry.trim()).filter(Boolean)).filter((part) => part.length > 0);

function addAll(entries: Iterable<string>, bit: number): void {
  for (const entry of entries) add(entry, bit);
}

async function main(): Promise<void> {
  addAll(list('countries'), Known.country);
  addAll(list('regions'), Known.region);
  addAll(list('demonyms').flatMap((d) => [d, /[hsz]$|[hs]e$/.test(d) ? d : `${d}s`]), Known.demonym);
  addAll(list('titles').flatMap((t) => [t, `${t}s`]), Known.title);
  addAll(list('organisations'), Known.organisation);
  addAll(list('media'), Known.organisation | Known.media);
  addAll(list('clubs'), Known.club);
  addAll(list('other'), Known.other);
  addAll(list('saying'), Known.saying);
  addAll(list('sport'), Known.sport);
  addAll(list('leading-surnames'), Known.leadingSurname);
  addAll(list('calendar'), Known.calendar);
  addAll(list('first-names'), Known.firstName);
  addAll(list('surnames'), Known.surname);
  addAll(list('persons'), Known.person);
  const [organisationHeads, placeHeads, companyEndings] = sections('heads');
  addAll(organisationHeads ?? [], Known.organisationHead);
  addAll(placeHeads ?? [], Known.placeHead);
  addAll(companyEndings ?? [], Known.companyEnding);
  const names = await givenAndFamilyNames();
  addAll(names.given, Known.firstName);
  addAll(names.family, Known.surname);
  for (const [entry, bit] of lexicon()) add(entry, bit);
  for (const { name, population } of cities()) add(name, population >= 100_000 ? Known.city : Known.town);
  addAll(dictionary(), Known.common);
  addAll(openers, Known.common);

  const sorted = [...bits].sort((a, b) => a[0] - b[0]);
  const packed = Buffer.alloc(4 + 7 * sorted.length);
  packed.writeUInt32LE(sorted.length, 0);
  sorted.forEach(([hash, value], i) => {
    packed.writeUInt32LE(hash, 4 + 4 * i);
    packed.writeUIntLE(value, 4 + 4 * sorted.length + 3 * i, 3);
  });
  const target = path.join(process.cwd(), 'src', 'language', 'names', 'model', 'gazetteer.ts');
  writeFileSync(target, `/** Built by scripts/gazetteer/build.ts; sources and licences in NOTICE.md. */\nexport const gazetteer = '${packed.toString('base64')}';\n`);
  console.log(`${sorted.length} entries, ${packed.length} bytes`);
}

void main();
