// eslint-disable-next-line no-restricted-imports -- how the index keeps its rows small is the engine's business
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Packer, Unpacker } from './pack';

/** Words that the data of most articles share: what is compressed refers to them. Part of the format, as the tables are. */
const DICTIONARY = new TextEncoder().encode(
  'the quarter before publication on the year of publication on the weekend before publication on the night before publication on ' +
  'the week before publication on the month before publication on the day before publication on publication on ' +
  'the Saturday before publication on the Sunday before publication on the Monday before publication on the Tuesday before publication on ' +
  'the Wednesday before publication on the Thursday before publication on the Friday before publication on ' +
  ' officials committee government ministry department university president minister spokesman spokeswoman said says killed attack meeting people ' +
  'United States, American Russia China Israel Ukraine European Union of the in the and the to the for the with on 2019-2020-2021-2022-2023-2024-2025-',
);

/** Up to so many bytes a compressor of a tenth of the memory, which it clears each time, does as well. */
const SMALL = 3_000, FOR_SMALL = { windowBits: 12, memLevel: 5 };

/** Numbers and texts in sections, each text once; what {@link DataReader} reads. */
export class DataWriter {
  readonly #sections: Packer[] = [new Packer()];
  readonly #texts = new Map<string, number>();

  /** What follows stands in a section of its own, which can be read without those before. */
  next(): this {
    this.#sections.push(new Packer());
    return this;
  }

  /** @param value whole, 0 up to 2^53 - 1 */
  put(value: number): this {
    this.#sections.at(-1)!.put(value);
    return this;
  }

  text(text: string): this {
    let index = this.#texts.get(text);
    if (index === undefined) this.#texts.set(text, (index = this.#texts.size));
    return this.put(index);
  }

  bytes(): Uint8Array {
    const texts = [...this.#texts.keys()].map((text) => Buffer.from(text, 'utf8')), sections = this.#sections.map((section) => section.bytes());
    const head = new Packer().put(texts.length).put(sections.length);
    for (const part of [...texts, ...sections]) head.put(part.length);
    const all = Buffer.concat([head.bytes(), ...texts, ...sections]), small = all.length < SMALL;
    return new Uint8Array(deflateRawSync(all, { dictionary: DICTIONARY, ...(small ? FOR_SMALL : {}) }));
  }
}

/** Reads what {@link DataWriter} wrote; sections in any order. */
export class DataReader {
  readonly #bytes: Buffer;
  /** Where each text and each section begins, and the end. */
  readonly #starts: number[] = [];
  readonly #texts: number;
  readonly #known: (string | undefined)[] = [];
  #section: Unpacker;

  constructor(data: Uint8Array) {
    this.#bytes = inflateRawSync(data, { dictionary: DICTIONARY, chunkSize: 4_096 });
    const head = new Unpacker(this.#bytes), texts = head.take(), sections = head.take();
    const lengths = Array.from({ length: texts + sections }, () => head.take());
    let at = head.position;
    for (const length of lengths) {
      this.#starts.push(at);
      at += length;
    }
    this.#starts.push(at);
    this.#texts = texts;
    this.#section = this.#open(0);
  }

  /** Goes to the beginning of a section, counted from 0. */
  at(section: number): this {
    this.#section = this.#open(section);
    return this;
  }

  /** Whether the section has been read to its end. */
  get done(): boolean {
    return this.#section.done;
  }

  take(): number {
    return this.#section.take();
  }

  /** Passes over so many numbers; a text is one. */
  skip(count: number): void {
    for (let left = count; left > 0; left--) this.#section.take();
  }

  text(): string {
    const index = this.take();
    return this.#known[index] ??= this.#bytes.toString('utf8', this.#starts[index], this.#starts[index + 1]);
  }

  #open(section: number): Unpacker {
    return new Unpacker(this.#bytes.subarray(this.#starts[this.#texts + section], this.#starts[this.#texts + section + 1]));
  }
}
