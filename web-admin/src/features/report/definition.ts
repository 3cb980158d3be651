import type { ReportAskedFragment, ReportColumnKind, ReportDefinitionInput } from '../../gql/graphql';

/** A report as a page's address holds it. */
export type Asked = ReportAskedFragment;

const EMPTY: Asked = { dataSet: 'sales', period: { kind: 'LAST_30_DAYS', from: null, to: null }, columns: [], groups: [], measures: [{ kind: 'COUNT', column: null }], filters: [], sort: null, chart: 'NONE' };

/** What the address asks for; what cannot be read is a report of nothing chosen yet. */
export function readAsked(text: string | undefined): Asked {
  try {
    const read = JSON.parse(text ?? '') as Partial<Asked>;
    return { ...EMPTY, ...read, period: { ...EMPTY.period, ...read.period } };
  } catch {
    return EMPTY;
  }
}

/** Without what the client adds to an answer for itself. */
export const writeAsked = (asked: Asked): string => JSON.stringify(asked, (key, value: unknown) => (key === '__typename' ? undefined : value));

/** For the server. */
export const inputOf = (asked: Asked): ReportDefinitionInput => asked as unknown as ReportDefinitionInput;

/** The keys of the groups that are gone into. */
export function readPath(text: string | undefined): (string | null)[] | null {
  try {
    const read: unknown = JSON.parse(text ?? '');
    return Array.isArray(read) ? (read as (string | null)[]) : null;
  } catch {
    return null;
  }
}

export const isTime = (kind: ReportColumnKind): boolean => kind === 'DATE' || kind === 'MOMENT';

/** The same list with one of its members moved up or down. */
export function moved<T>(list: readonly T[], from: number, by: 1 | -1): T[] {
  const to = from + by;
  const next = [...list];
  const one = next[from];
  const other = next[to];
  if (one === undefined || other === undefined) return next;
  next[from] = other;
  next[to] = one;
  return next;
}
