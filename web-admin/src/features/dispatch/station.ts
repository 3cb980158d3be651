/** Which station's board a dispatcher has looked at last: it comes first the next time. */
const STATION_KEY = 'beket.board.station';

export const rememberStation = (id: string): void => localStorage.setItem(STATION_KEY, id);
export const rememberedStation = (): string | null => localStorage.getItem(STATION_KEY);

/** The board as it was seen last on this tab, with its day, filters and chosen trip: the way back leads there. */
const BOARD_KEY = 'beket.board.last';

type Search = Record<string, string | undefined>;

export const rememberBoard = (search: Search): void => sessionStorage.setItem(BOARD_KEY, JSON.stringify(search));

export interface OnBoard {
  id: string;
  serviceDate: string;
  calls: readonly { departure: { local: string }; stop: { id: string; station?: { id: string } | null } }[];
}

/** Where the board shows a trip: as it was left, if that was with this trip, otherwise at a station it calls at: the one looked at last, or its first. */
export function boardWith(trip: OnBoard): Search {
  const last = JSON.parse(sessionStorage.getItem(BOARD_KEY) ?? '{}') as Search;
  if (last.trip === trip.id) return last;
  const stationOf = ({ stop }: OnBoard['calls'][number]) => stop.station?.id ?? stop.id;
  const call = trip.calls.find((one) => stationOf(one) === rememberedStation()) ?? trip.calls[0];
  return { station: call && stationOf(call), date: call?.departure.local.slice(0, 10) ?? trip.serviceDate, trip: trip.id };
}
