import type { SeatStatus, UnitShape } from 'web-shared/seat-map';
import type { TripMoveQuery } from '../../gql/graphql';

export type Move = TripMoveQuery['tripMove'];
export type Mover = Move['passengers'][number];

export const nameOf = (one: Mover): string => one.name ?? one.orderNumber;

/** The legs of the other trip that they ride on it; nobody's where they stay behind. */
const span = (one: Mover): [number, number] => [one.newFrom?.sequence ?? 0, one.newTo?.sequence ?? 0];

/** Whether two are on board the other trip together somewhere. */
export const meets = (one: Mover, other: Mover): boolean => span(one)[0] < span(other)[1] && span(other)[0] < span(one)[1];

/** Whether somebody else has the seat on the way of this one, or it is closed. */
export const isOccupied = (move: Move, seat: string, one: Mover | undefined): boolean => move.occupied.some((taken) => taken.seat === seat && (!one || (taken.from < span(one)[1] && span(one)[0] < taken.to)));

/** The seats of the other trip: all, or as the one who is being seated finds them. */
export function seatsOf(move: Move, chosen: Mover | undefined): Map<string, SeatStatus> {
  const labels = (move.units as UnitShape[]).flatMap((unit) => unit.decks.flatMap((deck) => deck.cells.flatMap((cell) => (cell.seat ? [cell.seat.label] : []))));
  const status = (label: string): SeatStatus => {
    if (isOccupied(move, label, chosen)) return 'SOLD';
    const others = move.passengers.filter((one) => one.newSeat === label && one.lineId !== chosen?.lineId && (!chosen || meets(one, chosen)));
    return others.length > 0 ? 'HELD' : 'FREE';
  };
  return new Map(labels.map((label) => [label, status(label)]));
}
