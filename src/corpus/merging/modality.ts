import type { Modality } from '../../language/types';

const MODALITIES: readonly Modality[] = ['fact', 'planned', 'denied', 'feared'];
const FACT = 0, DENIED = 2, FEARED = 3;

/** A number from 0 to 3. */
export function modalityOf(modality: Modality): number {
  return MODALITIES.indexOf(modality);
}

/**
 * Whether what is told in these ways cannot be one thing: told as a fact, denied, or neither yet. A plan and a fear may be of one thing, a fact and a
 * fear are not told of one. A plan may have come true.
 * @param one number of a modality ({@link modalityOf})
 */
export function modalitiesClash(one: number, two: number): boolean {
  if (one === two) return false;
  if (one === DENIED || two === DENIED) return true;
  return (one === FEARED || two === FEARED) && (one === FACT || two === FACT);
}
