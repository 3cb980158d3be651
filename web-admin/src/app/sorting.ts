import { useSearchText } from 'web-shared/routing';
import type { SortDirection } from '../gql/graphql';

export interface Sorted<Key extends string> {
  sort: Key;
  direction: SortDirection;
}

export interface Sorting<Key extends string = string> extends Sorted<Key> {
  /** As the list comes when nobody has chosen. */
  usual: Sorted<Key>;
}

/** `NUMBER`, or `-NUMBER` from the last to the first. */
export const written = ({ sort, direction }: Sorted<string>): string => (direction === 'DESC' ? `-${sort}` : sort);

/** What an address says of a list's order; nonsense is the usual. */
export function readSorting<Key extends string>(text: string | undefined, keys: readonly Key[], usual: Sorted<Key>): Sorting<Key> {
  const sort = keys.find((key) => key === text?.replace(/^-/, ''));
  return sort ? { sort, direction: text!.startsWith('-') ? 'DESC' : 'ASC', usual } : { ...usual, usual };
}

/** What a press on a column's head makes of the order: up, down, and where no column has the usual order, back to it. */
export function pressed(key: string, now: Sorting, columns: readonly (string | undefined)[]): string | undefined {
  const next = now.sort !== key ? { sort: key, direction: 'ASC' as const } : now.direction === 'ASC' ? { sort: key, direction: 'DESC' as const } : columns.includes(now.usual.sort) ? { sort: key, direction: 'ASC' as const } : now.usual;
  return written(next) === written(now.usual) ? undefined : written(next);
}

/** The order of a list, kept in its address. */
export function useSorting<Key extends string>(keys: readonly Key[], usual: Sorted<Key>): Sorting<Key> {
  const { sort } = useSearchText();
  return readSorting(sort, keys, usual);
}
