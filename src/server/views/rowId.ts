/**
 * Ids of rows: the ids of the rows above, then what the row is and which, `period:2023-10>event:k3f`. So the id of a row
 * says whose children are asked for.
 */
export interface RowStep {
  readonly kind: string;
  readonly key: string;
}

/** The id of a row below another (undefined: of the first level). Keys may hold any characters. */
export function rowId(parent: string | undefined, kind: string, key: string | number = ''): string {
  const own = `${kind}:${encodeURIComponent(String(key))}`;
  return parent === undefined ? own : `${parent}>${own}`;
}

/** The steps from the first level down to a row. Empty for what is no id. */
export function stepsOf(id: string | undefined): RowStep[] {
  if (id === undefined) return [];
  return id.split('>').flatMap((step) => {
    const colon = step.indexOf(':');
    if (colon < 0) return [];
    try {
      return [{ kind: step.slice(0, colon), key: decodeURIComponent(step.slice(colon + 1)) }];
    } catch {
      return [];
    }
  });
}
