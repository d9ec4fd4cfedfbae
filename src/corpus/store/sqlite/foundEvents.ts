import { firstOf } from '../../firstOf';
import { firstDaysOfCode } from './headings';
import { NO_DAY } from './listingColumns';
import type { Days, ListingReader } from './listingReader';
import { countEach, firstOfEach } from './manyNumbers';

/** What a list may ask for besides words and a name; numbers as they stand in the columns. */
export interface Wishes {
  readonly types?: ReadonlySet<number>;
  readonly heading?: number;
  /** Days that an event has at least one of. */
  readonly from?: number;
  readonly to?: number;
  /** Numbers of events, of which it must or must not be one. */
  readonly only?: ReadonlySet<number>;
  readonly except?: ReadonlySet<number>;
}

/** Events that listings lead to, each once, in columns that are read when they are first asked for. */
export class FoundEvents {
  #days: Promise<Days> | undefined;
  #ids: Promise<Float64Array> | undefined;
  #byHeading: ReadonlyMap<number, number> | undefined;

  private constructor(
    private readonly reader: ListingReader, private readonly listings: Uint32Array, readonly types: Uint8Array, readonly headings: Int32Array,
  ) {}

  /** @param listings ascending; one whose event has been found by another is passed over */
  static async of(reader: ListingReader, listings: readonly number[]): Promise<FoundEvents> {
    const found = new Uint32Array(listings), { types, headings, alone } = await reader.kinds(found);
    markWhereUnmarked(alone, firstOfEach(await reader.events(unmarked(found, alone))));
    return new FoundEvents(reader, found, types, headings).#kept(alone);
  }

  get length(): number {
    return this.listings.length;
  }

  /** Days of each; `NO_DAY` where none is known. */
  days(): Promise<Days> {
    return this.#days ??= this.reader.days(this.listings);
  }

  /** Numbers of the events. */
  ids(): Promise<Float64Array> {
    return this.#ids ??= this.reader.events(this.listings);
  }

  /** How many stand under each heading. */
  get byHeading(): ReadonlyMap<number, number> {
    return this.#byHeading ??= countEach(this.headings);
  }

  /** Those that meet all wishes. */
  async meeting({ types, heading, from, to, only, except }: Wishes): Promise<FoundEvents> {
    const wishes: ((i: number) => boolean)[] = [];
    if (types) wishes.push((i) => types.has(this.types[i]!));
    if (heading !== undefined) wishes.push((i) => this.headings[i] === heading);
    if (from !== undefined || to !== undefined) {
      const { first, last } = await this.days();
      // No day is before all days, and an event without one meets no wish for days.
      wishes.push((i) => first[i] !== NO_DAY && last[i] !== NO_DAY && last[i]! >= (from ?? -Infinity) && first[i]! <= (to ?? Infinity));
    }
    if (only || except) {
      const ids = await this.ids();
      wishes.push((i) => only?.has(ids[i]!) !== false && except?.has(ids[i]!) !== true);
    }
    return wishes.length === 0 ? this : this.#kept(this.#marked((i) => wishes.every((meets) => meets(i))));
  }

  /** Numbers of events that follow each other in an order, a stretch of all of them: those with a day first; of one day, and of none, by what keeps them in order. */
  async inOrder(order: 'newest' | 'oldest', offset: number, limit: number): Promise<number[]> {
    return this.#foremost(order, offset + limit).#sorted(order, offset, limit);
  }

  async #sorted(order: 'newest' | 'oldest', offset: number, limit: number): Promise<number[]> {
    const { first, tie } = await this.days(), sign = order === 'newest' ? -1 : 1;
    const wanted = firstOf(Array.from(this.listings.keys()), (a, b) => {
      const one = first[a]!, two = first[b]!;
      if (one === NO_DAY || two === NO_DAY) return one !== two ? (one === NO_DAY ? 1 : -1) : tie[a]! - tie[b]! || a - b;
      return sign * (one - two) || -sign * (tie[a]! - tie[b]!) || a - b;
    }, offset, limit);
    const ascending = [...wanted].sort((a, b) => a - b), ids = await this.reader.events(Uint32Array.from(ascending, (i) => this.listings[i]!)), idOf = new Map(ascending.map((index, i) => [index, ids[i]!]));
    return wanted.map((index) => idOf.get(index)!);
  }

  /** Those among which the first so many in an order are for certain, as their headings tell; the days of all others need not be read. */
  #foremost(order: 'newest' | 'oldest', most: number): FoundEvents {
    // Days are turned round for the newest, so that the least come first either way.
    const spans = [...this.byHeading].flatMap(([heading, count]) => {
      const days = firstDaysOfCode(heading);
      return days ? [{ heading, count, from: order === 'oldest' ? days[0] : -days[1], to: order === 'oldest' ? days[1] : -days[0] }] : [];
    }).sort((a, b) => a.to - b.to);
    // So many events have their day up to here; nothing that can only come later is among the first.
    let found = 0, end = -Infinity;
    for (const { count, to } of spans) {
      if (found >= most) break;
      found += count;
      end = to;
    }
    const taken = new Set(spans.filter(({ from }) => from <= end).map(({ heading }) => heading));
    return found < most ? this : this.#kept(this.#marked((i) => taken.has(this.headings[i]!)));
  }

  /** Those that are marked. */
  #kept(marks: Uint8Array): FoundEvents {
    let count = 0;
    for (const mark of marks) count += mark;
    const listings = new Uint32Array(count), types = new Uint8Array(count), headings = new Int32Array(count);
    for (let i = 0, to = 0; i < marks.length; i++) {
      if (marks[i] === 0) continue;
      listings[to] = this.listings[i]!;
      types[to] = this.types[i]!;
      headings[to++] = this.headings[i]!;
    }
    return new FoundEvents(this.reader, listings, types, headings);
  }

  #marked(meets: (index: number) => boolean): Uint8Array {
    const marks = new Uint8Array(this.length);
    for (let i = 0; i < marks.length; i++) if (meets(i)) marks[i] = 1;
    return marks;
  }
}

// By themselves, loops over hundreds of thousands are compiled as soon as they are long; within what waits for the index they are not.

function unmarked(numbers: Uint32Array, marks: Uint8Array): Uint32Array {
  const those = new Uint32Array(numbers.length);
  let count = 0;
  for (let i = 0; i < marks.length; i++) if (marks[i] === 0) those[count++] = numbers[i]!;
  return those.subarray(0, count);
}

/** Gives each that has no mark the next of some. */
function markWhereUnmarked(marks: Uint8Array, next: Uint8Array): void {
  for (let i = 0, at = 0; i < marks.length; i++) if (marks[i] === 0) marks[i] = next[at++]!;
}
