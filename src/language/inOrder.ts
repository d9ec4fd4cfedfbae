/**
 * Two lists as one, each in order of its places; of equal places those of the first list come first.
 * @param placeOf where an element stands
 */
export function inOrder<T>(some: readonly T[], others: readonly T[], placeOf: (each: T) => number): T[] {
  const all: T[] = [];
  let k = 0;
  for (const each of some) {
    const place = placeOf(each);
    while (k < others.length && placeOf(others[k]!) < place) all.push(others[k++]!);
    all.push(each);
  }
  while (k < others.length) all.push(others[k++]!);
  return all;
}
