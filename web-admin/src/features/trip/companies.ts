interface Rider {
  lineId: string;
  orderId: string;
}

const FIRST = 'A'.charCodeAt(0);
const LETTERS = 26;

/** Who travels together, by a letter for each order of several: A, B, … Z, A2, … in the order of the list. */
export function companiesOf(riders: readonly Rider[]): Map<string, string> {
  const sizes = new Map<string, number>();
  for (const { orderId } of riders) sizes.set(orderId, (sizes.get(orderId) ?? 0) + 1);
  const orders = [...sizes].filter(([, size]) => size > 1).map(([orderId]) => orderId);
  return new Map(orders.map((orderId, index) => [orderId, `${String.fromCharCode(FIRST + (index % LETTERS))}${index < LETTERS ? '' : Math.floor(index / LETTERS) + 1}`]));
}

/** A company stands together where nothing else decides. */
export function together<R extends Rider>(riders: readonly R[]): (a: R, b: R) => number {
  const places = new Map<string, number>();
  for (const { orderId } of riders) if (!places.has(orderId)) places.set(orderId, places.size);
  return (a, b) => places.get(a.orderId)! - places.get(b.orderId)!;
}
