/** Values of a form by field. */
export type Values = Record<string, unknown>;

export interface Merged<V> {
  values: V;
  /** Fields that both have changed, with what the other has made of them. */
  clashes: Partial<V>;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Whether anything was typed that differs from what was read. */
export function isChanged<V extends object>(base: V, mine: V): boolean {
  return !same(base, mine);
}

/** Two people have edited one record: what only one of them has changed is taken from them, what both have is mine, and told. */
export function merge<V extends object>(base: V, mine: V, theirs: V): Merged<V> {
  const values = { ...theirs };
  const clashes: Partial<V> = {};
  for (const field of Object.keys(mine) as (keyof V)[]) {
    if (same(mine[field], base[field]) || same(mine[field], theirs[field])) continue;
    values[field] = mine[field];
    if (!same(theirs[field], base[field])) clashes[field] = theirs[field];
  }
  return { values, clashes };
}
