import type { SeatStatus, UnitShape } from 'web-shared/seat-map';
import type { VehicleSwapQuery } from '../../gql/graphql';

/** One who gets a seat in another vehicle. */
export type Sitter = NonNullable<VehicleSwapQuery['vehicleSwap']>['passengers'][number];

/** Whether two are on board together somewhere: otherwise they may have one seat. */
export const meets = (one: Sitter, other: Sitter): boolean => one.from.sequence < other.to.sequence && other.from.sequence < one.to.sequence;

export const nameOf = (one: Sitter): string => one.name ?? one.orderNumber;

const labels = (units: UnitShape[]): string[] => units.flatMap((unit) => unit.decks.flatMap((deck) => deck.cells.flatMap((cell) => (cell.seat ? [cell.seat.label] : []))));

const states = (units: UnitShape[], on: (label: string) => Sitter[]): Map<string, SeatStatus> =>
  new Map(labels(units).map((label) => [label, on(label).length === 0 ? 'FREE' : on(label).every((one) => one.held) ? 'HELD' : 'SOLD']));

/** The seats of the vehicle that runs the trip now. */
export const seatsBefore = (units: UnitShape[], sitters: Sitter[]): Map<string, SeatStatus> => states(units, (label) => sitters.filter((one) => one.seat === label));

/** The seats of the other vehicle: all, or as the one who is being seated finds them. */
export const seatsFor = (units: UnitShape[], sitters: Sitter[], chosen: Sitter | undefined): Map<string, SeatStatus> =>
  states(units, (label) => sitters.filter((one) => one.newSeat === label && one.lineId !== chosen?.lineId && (!chosen || meets(one, chosen))));
