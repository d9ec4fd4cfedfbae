import type { Database } from './database';
import { writeListings, type ListedEvent } from './listingColumns';
import { PostingWriter } from './postings/postingWriter';
import { listingPostings } from './postings/tables';
import { ReportListings } from './reportListings';
import type { Totals } from './totals';
import type { Pause } from './write';

/**
 * Notes, while one transaction runs, to which event each report belongs, so that lists find the event by the report's words. A report gets a listing when it comes into
 * an event; what the event looks like to a list stands under that number in narrow columns, of which hundreds are read in the time of a row.
 */
export class ListingWriter {
  readonly #listings: ReportListings;
  readonly #words: PostingWriter;
  readonly #changes = new Map<number, ListedEvent | undefined>();
  /** Words of reports that have no listing yet. */
  readonly #found = new Map<number, string>();

  constructor(private readonly database: Database, private readonly totals: Totals) {
    this.#listings = new ReportListings(database);
    this.#words = new PostingWriter(database, listingPostings);
  }

  /** @param words the words and tokens it is found by, where it has to be given a listing */
  set(report: number, event: ListedEvent, words: () => string): void {
    if (!this.#found.has(report) && this.#listings.get(report) === undefined) this.#found.set(report, words());
    this.#changes.set(report, event);
  }

  /** Notes that a report is in no event. */
  drop(report: number): void {
    this.#changes.set(report, undefined);
  }

  async flush(pause: Pause): Promise<void> {
    const events = new Map<number, ListedEvent>();
    for (const report of [...this.#changes.keys()].sort((a, b) => a - b)) {
      const event = this.#changes.get(report), known = this.#listings.get(report);
      if (event) {
        const listing = known ?? this.totals.reserve('nextListing', 1);
        events.set(listing, event);
        if (known !== undefined) continue;
        this.#listings.set(report, listing);
        this.#words.add(listing, this.#found.get(report)!);
      } else if (known !== undefined) {
        this.#listings.set(report, undefined);
        this.#words.remove(known);
      }
    }
    this.#changes.clear();
    this.#found.clear();
    this.#listings.flush();
    await pause();
    writeListings(this.database, events, this.totals.transaction);
    await this.#words.flush(pause);
  }
}
