/** The shapes the seat map draws; the generated GraphQL types fit them. */
export type SeatStatus = 'FREE' | 'HELD' | 'SOLD' | 'BLOCKED';
export type CellKind = 'SEAT' | 'DRIVER' | 'GUIDE' | 'DOOR' | 'AISLE' | 'TOILET' | 'STAIRS' | 'LUGGAGE' | 'TABLE';
export interface SeatShape {
  label: string;
  number: string;
  seatClass: string;
  window: boolean;
  aisle: boolean;
  facing: 'FORWARD' | 'BACKWARD';
}
export interface CellShape {
  /** From 1, the front. */
  row: number;
  /** From 1, the left side in driving direction. */
  col: number;
  kind: CellKind;
  seat?: SeatShape | null;
}
export interface DeckShape {
  level: number;
  rows: number;
  cols: number;
  cells: CellShape[];
}
export interface UnitShape {
  name: string;
  decks: DeckShape[];
}
export interface SeatStateShape {
  label: string;
  status: SeatStatus;
}
export interface SeatMapUpdateShape {
  version: number;
  /** Of the plan that the labels are on: another one after the vehicle was changed. */
  planId: string;
  /** The states list every seat; otherwise only those that changed. */
  full: boolean;
  states: SeatStateShape[];
  seatsLeft: number;
}
/** What is known about the seats of a trip at one version. */
export interface SeatsNow {
  version: number;
  planId: string;
  seatsLeft: number;
  states: ReadonlyMap<string, SeatStatus>;
}

export const seatsNow = (snapshot: Omit<SeatMapUpdateShape, 'full'>): SeatsNow => ({
  version: snapshot.version,
  planId: snapshot.planId,
  seatsLeft: snapshot.seatsLeft,
  states: new Map(snapshot.states.map((state) => [state.label, state.status])),
});

/** Applies an update; one that is older than what is known changes nothing. */
export function applyUpdate(now: SeatsNow, update: SeatMapUpdateShape): SeatsNow {
  if (update.version < now.version) return now;
  if (update.full || update.planId !== now.planId) return seatsNow(update);
  const states = new Map(now.states);
  for (const state of update.states) states.set(state.label, state.status);
  return { version: update.version, planId: update.planId, seatsLeft: update.seatsLeft, states };
}

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** The nearest seat in the direction of the arrow, straight ahead first; null at the edge. */
export function neighbour(deck: DeckShape, from: CellShape, key: ArrowKey): CellShape | null {
  const vertical = key === 'ArrowUp' || key === 'ArrowDown';
  const sign = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
  let best: CellShape | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const cell of deck.cells) {
    if (cell.kind !== 'SEAT') continue;
    const ahead = (vertical ? cell.row - from.row : cell.col - from.col) * sign;
    const aside = Math.abs(vertical ? cell.col - from.col : cell.row - from.row);
    if (ahead <= 0 || (!vertical && aside > 0)) continue;
    const cost = ahead * 10 + aside;
    if (cost < bestCost) [best, bestCost] = [cell, cost];
  }
  return best;
}
