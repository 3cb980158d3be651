/** Which station's board a dispatcher has looked at last: it comes first the next time. */
const STATION_KEY = 'beket.board.station';

export const rememberStation = (id: string): void => localStorage.setItem(STATION_KEY, id);
export const rememberedStation = (): string | null => localStorage.getItem(STATION_KEY);
