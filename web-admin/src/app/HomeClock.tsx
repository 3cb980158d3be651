import type { ReactNode } from 'react';
import { TimeZoneContext, useQuery } from 'web-shared';
import { SiteDocument } from '../gql/graphql';

/** Moments on all pages by the clock of the home station, wherever the browser is; nothing is shown by another clock before it is known. */
export function HomeClock({ children }: { children: ReactNode }) {
  const [{ data, error }] = useQuery({ query: SiteDocument });
  if (!data && !error) return null;
  return <TimeZoneContext.Provider value={data?.site.timeZone}>{children}</TimeZoneContext.Provider>;
}
