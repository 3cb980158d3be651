import { type SearchText } from 'web-shared/routing';
import type { JourneyFilterInput, JourneySort } from '../../gql/graphql';

/** Times of day of departure on the wall clock of the first stop. */
export const DAY_PARTS = {
  night: ['00:00', '05:59'],
  morning: ['06:00', '11:59'],
  day: ['12:00', '17:59'],
  evening: ['18:00', '23:59'],
} as const;
export type DayPart = keyof typeof DAY_PARTS;
export const SORTS: JourneySort[] = ['DEPARTURE', 'PRICE', 'DURATION', 'ARRIVAL'];

export interface Filter {
  sort: JourneySort;
  onlyAvailable: boolean;
  direct: boolean;
  part: DayPart | null;
  carriers: string[];
  classes: string[];
  active: boolean;
}

const list = (text: string | undefined): string[] => (text ? text.split(',') : []);

export function readFilter(search: SearchText): Filter {
  const part = search.part && search.part in DAY_PARTS ? (search.part as DayPart) : null;
  const filter = {
    sort: SORTS.find((one) => one === search.sort) ?? 'DEPARTURE',
    onlyAvailable: search.free === '1',
    direct: search.direct === '1',
    part,
    carriers: list(search.carriers),
    classes: list(search.classes),
  };
  return { ...filter, active: filter.onlyAvailable || filter.direct || part !== null || filter.carriers.length > 0 || filter.classes.length > 0 };
}

export const toFilterInput = (filter: Filter): JourneyFilterInput => ({
  carriers: filter.carriers.length > 0 ? filter.carriers : undefined,
  vehicleClasses: filter.classes.length > 0 ? filter.classes : undefined,
  maxChanges: filter.direct ? 0 : undefined,
  onlyAvailable: filter.onlyAvailable || undefined,
  departAfter: filter.part ? DAY_PARTS[filter.part][0] : undefined,
  departBefore: filter.part ? DAY_PARTS[filter.part][1] : undefined,
});
