import { phraseHash, wordHash } from './hash';

/** What a word or phrase of the gazetteer is known as; a bit set, since `Jordan` is a country and a first name. */
export const Known = {
  firstName: 1,
  surname: 2,
  /** A family name of a language in which it comes first: `Wang`, `Kim`, `Nguyen`. */
  leadingSurname: 4,
  country: 8,
  /** A city of 100,000 people or more, or a capital. */
  city: 16,
  town: 32,
  /** State, province, sea, river, continent, part of the world. */
  region: 64,
  /** A name of an organisation: agency, party, company, armed group, university. */
  organisation: 128,
  media: 256,
  /** A sports club or its nickname. */
  club: 512,
  /** The common noun at the head of an organisation's name: `Ministry`, `Bank`. */
  organisationHead: 1024,
  /** A common noun at the head of a place's name: `River`, `Airport`. */
  placeHead: 2048,
  /** Title or office that stands before a person: `Premier`. */
  title: 4096,
  demonym: 8192,
  /** Month, weekday, festival. */
  calendar: 16384,
  /** In a dictionary as a word that is no name. */
  common: 32768,
  /** Begins a phrase of two words or more that is in the gazetteer. */
  begins: 65536,
  person: 131072,
  /** Company ending: `Ltd`. */
  companyEnding: 262144,
  /** Verb of saying in any form. */
  saying: 524288,
  /** What teams do: `beat`, `striker`. */
  sport: 1048576,
  /** A work, prize, war, law or language: a name, but of neither person, organisation nor place. */
  other: 2097152,
} as const;

/** Longest phrase, in words. */
export const longestPhrase = 7;

/** Words and phrases by hash; lookup costs one probe on average and makes no garbage. */
export class Gazetteer {
  private readonly keys: Int32Array;
  private readonly values: Int32Array;
  private readonly mask: number;

  /** `packed`: the number of entries, the sorted keys, then the values, all 32 bit little endian. */
  constructor(packed: Uint8Array) {
    const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
    const n = packed.byteLength >= 4 ? view.getUint32(0, true) : 0;
    let size = 16;
    while (size * 2 < n * 3) size *= 2;
    this.keys = new Int32Array(size);
    this.values = new Int32Array(size);
    this.mask = size - 1;
    const width = 3;
    for (let i = 0; i < n; i++) {
      const key = view.getInt32(4 + 4 * i, true), at = 4 + 4 * n + width * i;
      let slot = key & this.mask;
      while (this.keys[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.values[slot] = packed[at]! | (packed[at + 1]! << 8) | (packed[at + 2]! << 16);
    }
  }

  /** The bits of {@link Known} for a hash; 0 when it is not there. */
  get(hash: number): number {
    let slot = hash & this.mask;
    for (let key = this.keys[slot]!; key !== 0; key = this.keys[slot]!) {
      if (key === hash) return this.values[slot]!;
      slot = (slot + 1) & this.mask;
    }
    return 0;
  }

  /** The bits of one word as written; a convenience for lists built at start. */
  word(word: string): number {
    return this.get(wordHash(word, 0, word.length));
  }
}

/** Hash under which a phrase is kept, given its words. */
export const hashOf = (words: readonly string[]): number =>
  words.reduce((h, word) => phraseHash(h, wordHash(word, 0, word.length)), 0);
