import { Packer, signed, unsigned, Unpacker } from './pack';
import { reportsOf } from './reportIds';

/** Reports that are kept of those near one: a set that hangs together holds no more. */
const MOST_NEAR = 120;

/**
 * Which reports merging would join with those of one article, were there no others. Kept, since a report that comes has all that hangs together
 * with it merged again, and finding what is near an old one costs as much as taking a new one in.
 */
export class NearReports {
  #changed = false;

  private constructor(private readonly article: number, private readonly known: (Set<number> | undefined)[]) {}

  /** Of an article that is new: nothing has been worked out. */
  static unknown(article: number, count: number): NearReports {
    return new NearReports(article, Array.from({ length: count }, () => undefined));
  }

  /** As its row has them; null where it has none: nothing is near any report. */
  static of(article: number, count: number, packed: Uint8Array | null): NearReports {
    const [first] = reportsOf(article);
    if (!packed) return new NearReports(article, Array.from({ length: count }, () => new Set<number>()));
    const unpacker = new Unpacker(packed);
    return new NearReports(article, Array.from({ length: count }, () => {
      const size = unpacker.takeOptional();
      if (size === null) return undefined;
      let last = 0;
      return new Set(Array.from({ length: size }, (_, i) => (last = i === 0 ? first + signed(unpacker.take()) : last + unpacker.take())));
    }));
  }

  /** True when its row is to be written. */
  get changed(): boolean {
    return this.#changed;
  }

  /** Reports near one, by its position; undefined while that has not been worked out. */
  get(index: number): ReadonlySet<number> | undefined {
    return this.known[index];
  }

  set(index: number, reports: ReadonlySet<number>): void {
    this.known[index] = new Set([...reports].slice(0, MOST_NEAR));
    this.#changed = true;
  }

  /** Adds a report to those near one, where these have been worked out. */
  add(index: number, report: number): void {
    const known = this.known[index];
    if (!known || known.size >= MOST_NEAR || known.has(report)) return;
    known.add(report);
    this.#changed = true;
  }

  delete(index: number, report: number): void {
    if (this.known[index]?.delete(report)) this.#changed = true;
  }

  /** All that is known, for its row; null where nothing is near any of its reports. */
  pack(): Uint8Array | null {
    this.#changed = false;
    if (this.known.every((reports) => reports?.size === 0)) return null;
    const packer = new Packer(), [first] = reportsOf(this.article);
    for (const reports of this.known) {
      packer.putOptional(reports?.size ?? null);
      let last = 0;
      for (const report of [...reports ?? []].sort((a, b) => a - b)) {
        packer.put(last === 0 ? unsigned(report - first) : report - last);
        last = report;
      }
    }
    return packer.bytes();
  }
}
