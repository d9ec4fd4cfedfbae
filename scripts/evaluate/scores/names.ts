import type { Span } from '../../../src/language/types';
import { harmonic, prf, type Prf } from './prf';

/** `PER`, `ORG`, `LOC`; gold data may have others (`MISC`). */
export interface TypedSpan extends Span {
  readonly type: string;
  /** Whatever tells the bearers of names apart within one text. */
  readonly entity?: string | number;
  /** Gold only: an address of the bearer. */
  readonly link?: string;
}

export interface NamesPair { readonly gold: readonly TypedSpan[]; readonly found: readonly TypedSpan[] }

const measured = new Set(['PER', 'ORG', 'LOC']);
const key = ({ start, end }: Span): string => `${start}:${end}`;

/** Each span and type once. */
function distinct(spans: readonly TypedSpan[]): TypedSpan[] {
  return [...new Map(spans.filter(({ type }) => measured.has(type)).map((span) => [`${key(span)}:${span.type}`, span])).values()];
}

/** What counts of one text: found names that touch a gold name of another type are neither right nor wrong, unless they are a gold name exactly. */
function counted({ gold, found }: NamesPair): { gold: TypedSpan[]; found: TypedSpan[] } {
  const right = distinct(gold), spans = new Set(right.map(key)), others = gold.filter(({ type }) => !measured.has(type));
  const free = distinct(found).filter((name) => spans.has(key(name)) || !others.some((other) => other.start < name.end && name.start < other.end));
  return { gold: right, found: free };
}

/** Persons, organisations and places: same span and same type (`exact`), same span whatever the type (`span`). */
export function scoreNames(pairs: readonly NamesPair[]): { readonly exact: Prf; readonly span: Prf } {
  let exact = 0, span = 0, found = 0, gold = 0;
  for (const pair of pairs) {
    const text = counted(pair), types = new Map(text.gold.map((name) => [key(name), name.type]));
    found += text.found.length;
    gold += text.gold.length;
    for (const name of text.found) {
      const type = types.get(key(name));
      if (type !== undefined) span++;
      if (type === name.type) exact++;
    }
  }
  return { exact: prf(exact, found, gold), span: prf(span, found, gold) };
}

/**
 * Alias linking within a text: B-cubed over the gold names that carry a link and were found with their exact span (Bagga and Baldwin 1998).
 * @param types counts only these types; all three when left out
 */
export function scoreLinking(pairs: readonly NamesPair[], types: ReadonlySet<string> = measured): Pick<Prf, 'precision' | 'recall' | 'f1'> & { readonly mentions: number } {
  let mentions = 0, precision = 0, recall = 0;
  for (const pair of pairs) {
    const text = counted(pair), entities = new Map(text.found.map((name) => [key(name), name.entity]));
    const linked = text.gold.filter((name) => name.link !== undefined && types.has(name.type))
      .flatMap((name) => { const entity = entities.get(key(name)); return entity === undefined ? [] : [{ link: name.link, entity }]; });
    for (const one of linked) {
      const same = linked.filter((other) => other.link === one.link), together = linked.filter((other) => other.entity === one.entity);
      const both = same.filter((other) => other.entity === one.entity).length;
      precision += both / together.length;
      recall += both / same.length;
      mentions++;
    }
  }
  const p = mentions ? precision / mentions : 0, r = mentions ? recall / mentions : 0;
  return { precision: p, recall: r, f1: harmonic(p, r), mentions };
}
