/** The first things of many in an order, without putting all of them in it. */
export class First<T> {
  #best: T[] = [];

  /** @param most how many are wanted */
  constructor(private readonly order: (a: T, b: T) => number, private readonly most: number) {}

  add(each: T): void {
    const best = this.#best, { most, order } = this;
    if (best.length >= most && (most === 0 || order(each, best[most - 1]!) >= 0)) return;
    best.push(each);
    // Beyond those wanted they wait, so that they are seldom put in order.
    if (best.length >= 2 * most) this.#best = best.sort(order).slice(0, most);
    else if (best.length === most) best.sort(order);
  }

  /** Those that are wanted, in order. */
  taken(): T[] {
    return this.#best.sort(this.order).slice(0, this.most);
  }
}

/** The first of a list in an order, from an offset on. Of equal ones, those may be taken that stand further down: an order that lets none be equal gives the same as sorting. */
export function firstOf<T>(list: readonly T[], order: (a: T, b: T) => number, offset: number, limit: number): T[] {
  const most = offset + limit;
  if (most * 4 > list.length) return [...list].sort(order).slice(offset, most);
  const first = new First(order, most);
  for (const each of list) first.add(each);
  return first.taken().slice(offset);
}
