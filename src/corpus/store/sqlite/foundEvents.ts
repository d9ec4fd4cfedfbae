import { firstOf } from '../../firstOf';
import { firstDaysOfCode } from './headings';
import { type ListingColumns, NO_DAY } from './listingColumns';

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

interface Days { readonly first: Int32Array; readonly last: Int32Array; readonly tie: Int32Array }

/** Events that listings lead to, each once, in columns that are read when they are first asked for. */
export class FoundEvents {
  #days: Promise<Days> | undefined;
  #ids: Promise<Float64Array> | undefined;

  private constructor(
    private readonly columns: ListingColumns, private readonly listings: Uint32Array, readonly types: Uint8Array, readonly headings: Int32Array,
  ) {}

  /** @param listings ascending; one whose event has been found by another is passed over */
  static async of(columns: ListingColumns, listings: readonly number[]): Promise<FoundEvents> {
    const { length } = listings, types = new Uint8Array(length), headings = new Int32Array(length), found = new Uint32Array(listings), keep = new Uint8Array(length), shared: number[] = [];
    await columns.kinds(found, (i, type, heading, alone) => {
      types[i] = type;
      headings[i] = heading;
      if (alone) keep[i] = 1;
      else shared.push(i);
    });
    const seen = new Set<number>();
    await columns.events(shared.map((index) => found[index]!), (i, event) => {
      if (seen.size < seen.add(event).size) keep[shared[i]!] = 1;
    });
    return new FoundEvents(columns, found, types, headings).#kept(keep);
  }

  get length(): number {
    return this.listings.length;
  }

  /** Days of each; `NO_DAY` where none is known. */
  days(): Promise<Days> {
    return this.#days ??= (async () => {
      const { length } = this, days = { first: new Int32Array(length), last: new Int32Array(length), tie: new Int32Array(length) };
      await this.columns.days(this.listings, (i, first, last, tie) => {
        days.first[i] = first;
        days.last[i] = last;
        days.tie[i] = tie;
      });
      return days;
    })();
  }

  /** Numbers of the events. */
  ids(): Promise<Float64Array> {
    return this.#ids ??= this.#idsOf(this.listings);
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
    const ascending = [...wanted].sort((a, b) => a - b), ids = await this.#idsOf(Uint32Array.from(ascending, (i) => this.listings[i]!)), idOf = new Map(ascending.map((index, i) => [index, ids[i]!]));
    return wanted.map((index) => idOf.get(index)!);
  }

  /** Those among which the first so many in an order are for certain, as their headings tell; the days of all others need not be read. */
  #foremost(order: 'newest' | 'oldest', most: number): FoundEvents {
    const counts = new Map<number, number>();
    for (const heading of this.headings) counts.set(heading, (counts.get(heading) ?? 0) + 1);
    // Days are turned round for the newest, so that the least come first either way.
    const spans = [...counts].flatMap(([heading, count]) => {
      const days = firstDaysOfCode(heading);
      return days ? [{ heading, count, from: order === 'oldest' ? days[0] : -days[1], to: order === 'oldest' ? days[1] : -days[0] }] : [];
    }).sort((a, b) => a.from - b.from);
    const taken = new Set<number>();
    let found = 0, end = -Infinity;
    for (const { heading, count, from, to } of spans) {
      if (found >= most && from > end) break;
      taken.add(heading);
      found += count;
      end = Math.max(end, to);
    }
    return found < most ? this : this.#kept(this.#marked((i) => taken.has(this.headings[i]!)));
  }

  async #idsOf(listings: Uint32Array): Promise<Float64Array> {
    const ids = new Float64Array(listings.length);
    await this.columns.events(listings, (i, event) => (ids[i] = event));
    return ids;
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
    return new FoundEvents(this.columns, listings, types, headings);
  }

  #marked(meets: (index: number) => boolean): Uint8Array {
    const marks = new Uint8Array(this.length);
    for (let i = 0; i < marks.length; i++) if (meets(i)) marks[i] = 1;
    return marks;
  }
}
