import { useQuery } from 'web-shared';
import { SiteDocument } from '../gql/graphql';

const DAY = 86_400_000;

/** The day of an instant by a clock; of an end that is not included, the day before. Swedish days are written YYYY-MM-DD. */
export const dayIn = (timeZone: string, at: string | null | undefined, end = false): string => (at ? new Date(Date.parse(at) - (end ? DAY / 2 : 0)).toLocaleDateString('sv-SE', { timeZone }) : '');

/** The clock of the home station, by which the office's days begin; undefined until it is known. */
export function useHomeZone(): string | undefined {
  const [{ data }] = useQuery({ query: SiteDocument });
  return data?.site.timeZone;
}
