import type { SeatStatus, UnitShape } from './model';

/** Rows that count as near each other. */
const NEAR = 6;

/** Columns from a seat to the one across an aisle. */
const ACROSS = 2;

interface Place {
  label: string;
  seatClass: string;
  unit: number;
  level: number;
  row: number;
  col: number;
  free: boolean;
}

/**
 * Seats for a party that does not care which: together, of one class, and without leaving a free seat alone between
 * taken ones where it can be avoided. The order of wishes is that of the server, which chooses where no seats are named;
 * here it lets people see the choice on the map, and change it, before anything is held. Null when too few are free.
 */
export function bestSeats(units: UnitShape[], states: ReadonlyMap<string, SeatStatus>, count: number): string[] | null {
  const places = placesOf(units, states);
  const free = places.flatMap((place, index) => (place.free ? [index] : []));
  const classes = [...new Set(places.map((place) => place.seatClass))];
  const ofOneClass = classes.map((name) => best(places, free.filter((index) => places[index]!.seatClass === name), count)).filter((found) => found !== null);
  const found = ofOneClass.length > 0 ? ofOneClass.reduce((least, one) => (isLess(one.cost, least.cost) ? one : least)) : best(places, free, count);
  return found && found.seats.map((index) => places[index]!.label);
}

/** Along the rows, from the front, so that neighbours stand beside each other in the list. */
function placesOf(units: UnitShape[], states: ReadonlyMap<string, SeatStatus>): Place[] {
  const places = units.flatMap((one, unit) =>
    one.decks.flatMap(({ level, cells }) =>
      cells.flatMap(({ row, col, seat }): Place[] => (seat ? [{ label: seat.label, seatClass: seat.seatClass, unit, level, row, col, free: states.get(seat.label) === 'FREE' }] : [])),
    ),
  );
  return places.toSorted((a, b) => a.unit - b.unit || a.level - b.level || a.row - b.row || a.col - b.col);
}

const sideBySide = (a: Place, b: Place): boolean => a.unit === b.unit && a.level === b.level && a.row === b.row && Math.abs(a.col - b.col) === 1;

/** Indices of the seats beside one. */
const beside = (places: Place[], index: number): number[] => [index - 1, index + 1].filter((other) => places[other] && sideBySide(places[index]!, places[other]));

/** Free, and with neighbours who are all taken already or by the choice. */
function isLonely(places: Place[], index: number, chosen: number[]): boolean {
  const others = beside(places, index);
  return others.length > 0 && others.every((other) => !places[other]!.free || chosen.includes(other));
}

const distance = (a: Place, b: Place): number =>
  Math.abs(a.unit - b.unit) * 1000 + Math.abs(a.level - b.level) * 100 + Math.abs(a.row - b.row) * 3 + Math.abs(a.col - b.col);

/** Two want to sit side by side; of a bigger party somebody always sits across the aisle or in another row. */
function isBeside(places: Place[], index: number, other: number, party: number): boolean {
  const [a, b] = [places[index]!, places[other]!];
  const across = party > 2 && index !== other && a.unit === b.unit && a.level === b.level && a.row === b.row && Math.abs(a.col - b.col) <= ACROSS;
  return across || beside(places, index).includes(other);
}

/** How far from good a choice is, compared from the first number to the last. */
function costOf(places: Place[], chosen: number[]): number[] {
  const together = (index: number) => chosen.some((other) => isBeside(places, index, other, chosen.length));
  const alone = chosen.length === 1 ? 0 : chosen.filter((index) => !together(index)).length;
  const spread = Math.max(0, ...chosen.flatMap((a, at) => chosen.slice(at + 1).map((b) => distance(places[a]!, places[b]!))));
  const far = Math.floor(Math.max(0, spread - chosen.length) / NEAR);
  const left = new Set(chosen.flatMap((index) => beside(places, index)).filter((index) => places[index]!.free && !chosen.includes(index)));
  const lonely = [...left].filter((index) => isLonely(places, index, chosen) && !isLonely(places, index, [])).length;
  const joined = chosen.filter((index, at) => at > 0 && beside(places, index).includes(chosen[at - 1]!)).length;
  const order = chosen.reduce((sum, index) => sum + index, 0);
  return [alone, far, lonely, chosen.length - joined, spread, order];
}

function isLess(a: number[], b: number[]): boolean {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at >= 0 && a[at]! < b[at]!;
}

/** Free seats that are looked at together, beyond those needed. */
const spare = (count: number): number => (count === 1 || count > 8 ? 0 : count <= 4 ? 3 : 2);

function best(places: Place[], candidates: number[], count: number): { cost: number[]; seats: number[] } | null {
  let found: { cost: number[]; seats: number[] } | null = null;
  for (let start = 0; start + count <= candidates.length; start += 1) {
    for (const seats of combinations(candidates.slice(start, start + count + spare(count)), count)) {
      const cost = costOf(places, seats);
      if (!found || isLess(cost, found.cost)) found = { cost, seats };
    }
  }
  return found;
}

function combinations(items: number[], count: number): number[][] {
  if (count === 0) return [[]];
  return items.flatMap((item, index) => combinations(items.slice(index + 1), count - 1).map((rest) => [item, ...rest]));
}
