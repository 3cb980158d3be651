import type { CallPartsFragment } from '../../gql/graphql';

/** A stop of a way in its form; minutes count from the departure from the first stop. */
export interface PathRow {
  /** Tells rows apart while they are moved. */
  key: string;
  stop: { id: string; name: string } | null;
  arrives: number | '';
  departs: number | '';
  km: number | '';
  boarding: boolean;
  alighting: boolean;
  cabotage: number | '';
}

let next = 0;

export const emptyRow = (): PathRow => ({ key: `new${(next += 1)}`, stop: null, arrives: '', departs: '', km: '', boarding: true, alighting: true, cabotage: '' });

export function rowsOf(stops: CallPartsFragment[]): PathRow[] {
  return stops.map((call, index) => ({
    key: `${index}.${call.stop.id}`,
    stop: { id: call.stop.id, name: call.stop.name },
    arrives: call.arrives,
    departs: call.departs,
    km: call.metres === null ? '' : call.metres / 1000,
    boarding: call.boarding,
    alighting: call.alighting,
    cabotage: call.cabotage ?? '',
  }));
}

/** The way back: the same minutes, stays and distances from the other end; one boards where one alighted. */
export function reversed(rows: PathRow[]): PathRow[] {
  const last = rows.at(-1);
  const end = last === undefined || last.arrives === '' ? 0 : last.arrives;
  const length = last === undefined || last.km === '' ? null : last.km;
  const from = (minutes: number | '') => (minutes === '' ? '' : end - minutes);
  return rows.toReversed().map((row, index) => ({
    ...row,
    key: emptyRow().key,
    arrives: index === 0 ? 0 : from(row.departs),
    departs: index === rows.length - 1 ? from(row.departs) : from(row.arrives),
    km: row.km === '' || length === null ? '' : Math.round((length - row.km) * 1000) / 1000,
    boarding: row.alighting,
    alighting: row.boarding,
  }));
}

/** A row somewhere else. */
export function moved<T>(rows: T[], from: number, to: number): T[] {
  const others = rows.toSpliced(from, 1);
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, rows[from]!);
}

/** 95 as 1:35. */
export const clockOf = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
