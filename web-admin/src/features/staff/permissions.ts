import type { Permission } from '../../gql/graphql';

/** In the order in which they are shown; a new one of the server's has to be put in its place here. */
const ORDER: Record<Permission, number> = {
  VIEW_TRIPS: 1,
  RUN_TRIPS: 2,
  VIEW_PASSENGERS: 3,
  VIEW_ORDERS: 4,
  VIEW_MAILBOX: 5,
  VIEW_JOBS: 6,
  RETRY_JOBS: 7,
  MANAGE_STAFF: 8,
  VIEW_AUDIT: 9,
};

export const PERMISSIONS = (Object.keys(ORDER) as Permission[]).toSorted((a, b) => ORDER[a] - ORDER[b]);
