import { foldName } from '../fold';
import { impliedForms, oneSlipApart, SHORTEST_SLIP } from '../linking';
import type { CorpusStore, MentionRecord, NameChoice, NameId, NamePart, NameRecord, Page } from '../store/store';
import { pageOf, type Sorted } from './insertedPage';
import type { CorrectedName } from './nameUnits';
import type { ResolvedNames } from './resolveNames';

type Inner = Pick<CorpusStore, 'name' | 'names' | 'countNames' | 'namesByForm' | 'namesByPrefix' | 'namesBySlip' | 'mentions' | 'company'>;

/** Names as corrections make them, over those of an index. */
export class CorrectedNames {
  constructor(private readonly inner: Inner, readonly resolved: ResolvedNames) {}

  /** The corrected name of an id, be it the corrected name's or that of a name that has become it. */
  corrected(id: NameId): CorrectedName | undefined {
    return this.resolved.touched.has(id) ? this.resolved.nameIn(id) : this.resolved.names.find((name) => name.id === id);
  }

  async name(id: NameId): Promise<NameRecord | undefined> {
    return this.corrected(id) ?? (this.resolved.touched.has(id) ? undefined : this.inner.name(id));
  }

  async byForm(form: string, limit = Infinity): Promise<readonly NameRecord[]> {
    const folded = foldName(form), found = await this.inner.namesByForm(form, limit === Infinity ? undefined : limit + this.resolved.touched.size);
    return this.#withCorrected(found, (own) => own === folded).slice(0, limit);
  }

  async byPrefix(prefix: string, limit: number): Promise<readonly NameRecord[]> {
    const folded = foldName(prefix);
    if (folded === '' || limit <= 0) return [];
    return (await this.#withCorrected(await this.inner.namesByPrefix(prefix, limit + this.resolved.touched.size), (own) => own.startsWith(folded))).slice(0, limit);
  }

  async bySlip(form: string, limit: number): Promise<readonly NameRecord[]> {
    const folded = foldName(form);
    if (folded.length < SHORTEST_SLIP || limit <= 0) return [];
    return (await this.#withCorrected(await this.inner.namesBySlip(form, limit + this.resolved.touched.size), (own) => oneSlipApart(folded, own))).slice(0, limit);
  }

  async page(page: Page, which: NameChoice = {}): Promise<readonly NameRecord[]> {
    const sorted: Sorted<NameRecord> = { compare: which.order === 'alphabet' ? byLetters : byMentions, page: (each) => this.inner.names(each, which), isSame: (a, b) => a.id === b.id };
    const wanted = ({ kind }: NameRecord): boolean => which.kind === undefined || which.kind === kind;
    return pageOf(sorted, { gone: [...this.resolved.touched.values()].filter(wanted), come: this.resolved.names.filter(wanted) }, page);
  }

  async count(kind: NameRecord['kind']): Promise<number> {
    const ofKind = (names: Iterable<NameRecord>): number => [...names].filter((name) => name.kind === kind).length;
    return (await this.inner.countNames(kind)) - ofKind(this.resolved.touched.values()) + ofKind(this.resolved.names);
  }

  async mentions(name: NameId | readonly NamePart[], page: Page): Promise<readonly MentionRecord[]> {
    if (typeof name !== 'number') return this.inner.mentions(name, page);
    const corrected = this.corrected(name);
    if (!corrected) return this.resolved.touched.has(name) ? [] : this.inner.mentions(name, page);
    return (await this.inner.mentions(corrected.parts, page)).map((mention) => ({ ...mention, name: corrected.id }));
  }

  /** What the whole names that a corrected one is made of have for company, in turn. */
  async company(id: NameId, limit: number): Promise<readonly NameRecord[]> {
    const own = this.corrected(id);
    if (!own && this.resolved.touched.has(id)) return [];
    const ids = own ? own.parts.filter(({ within }) => !within).map(({ name }) => name) : [id];
    const lists = await Promise.all(ids.map((each) => this.inner.company(each, limit + this.resolved.touched.size)));
    const found = new Map<NameId, NameRecord>();
    for (let i = 0; lists.some((list) => i < list.length); i++) {
      for (const list of lists) {
        const other = list[i] && this.shown(list[i]!);
        if (other && other.id !== (own?.id ?? id)) found.set(other.id, other);
      }
    }
    return [...found.values()].slice(0, limit);
  }

  /** A name of the index as it is shown; undefined where it is none. */
  shown(name: NameRecord): NameRecord | undefined {
    return this.resolved.touched.has(name.id) ? this.resolved.nameIn(name.id) : name;
  }

  /** Names of the index with corrected ones in place of those they are made of, and those one of whose own forms fits; most mentions first. */
  #withCorrected(found: readonly NameRecord[], fits: (folded: string) => boolean): NameRecord[] {
    const ids = new Set(found.map(({ id }) => id)), corrected = this.resolved.names.filter(
      (name) => name.parts.some((part) => ids.has(part.name)) || name.ownForms.some((form) => [form, ...impliedForms(name.kind, form)].some((each) => fits(foldName(each)))),
    );
    return [...found.filter(({ id }) => !this.resolved.touched.has(id)), ...corrected].sort(byMentions);
  }
}

const keyOf = ({ kind, canonical }: NameRecord): string => `${kind} ${foldName(canonical)}`;

/** As the index orders names by their letters. */
function byLetters(a: NameRecord, b: NameRecord): number {
  const one = foldName(a.canonical), two = foldName(b.canonical);
  return one < two ? -1 : one > two ? 1 : 0;
}

/** As the index orders names by how much is said of them. */
function byMentions(a: NameRecord, b: NameRecord): number {
  if (a.mentions !== b.mentions) return b.mentions - a.mentions;
  const one = keyOf(a), two = keyOf(b);
  return one < two ? -1 : one > two ? 1 : 0;
}
