import type { DispatchBoardQuery } from '../../gql/graphql';

export type Entry = DispatchBoardQuery['dispatchBoard'][number];

/** What has left or arrived so long ago is of the past. */
const STAYS_MS = 30 * 60_000;

/** Nothing is to be done with it any more, unless it asks for attention. */
export function isGone(entry: Entry, now = Date.now()): boolean {
  return entry.alarms.length === 0 && Date.parse(entry.expectedAt.at) < now - STAYS_MS;
}

/** Whether number, direction, plate or a driver's name contain what was typed. */
export function matches(entry: Entry, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  if (!wanted) return true;
  const { trip } = entry;
  const told = [trip.number, trip.destination, trip.vehicle.plate, ...Object.values(trip.originNames ?? {}), ...entry.drivers];
  return told.some((one) => one?.toLowerCase().includes(wanted));
}
