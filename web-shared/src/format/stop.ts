/** A stop, perhaps a platform of a station. */
export interface StopLike {
  name: string;
  station?: { name: string } | null;
}

/** The name to show: of the station, as the platform's number stands beside it. */
export const stopName = (stop: StopLike): string => stop.station?.name ?? stop.name;

/** The town, where the station would be too long to read. */
export const townName = (stop: StopLike & { place?: { name: string } | null }): string => stop.place?.name ?? stopName(stop);
