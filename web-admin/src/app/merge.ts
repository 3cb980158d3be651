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

/** A value with fields of its own, such as a text in three languages. */
const isGroup = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Two people have edited one record: what only one of them has changed is taken from them, what both have is mine, and told. */
export function merge<V extends object>(base: V, mine: V, theirs: V): Merged<V> {
  const values = { ...theirs };
  const clashes: Partial<V> = {};
  for (const field of Object.keys(mine) as (keyof V)[]) {
    const [was, here, there] = [base[field], mine[field], theirs[field]];
    if (same(here, was) || same(here, there)) continue;
    if (same(there, was)) {
      values[field] = here;
    } else if (isGroup(was) && isGroup(here) && isGroup(there) && !('id' in here)) {
      // One language of a text is one field, whoever has changed another.
      const inside = merge(was, here, there);
      values[field] = inside.values as V[keyof V];
      if (Object.keys(inside.clashes).length > 0) clashes[field] = inside.clashes as V[keyof V];
    } else {
      values[field] = here;
      clashes[field] = there;
    }
  }
  return { values, clashes };
}
