import type { Permission } from '../../gql/graphql';

/** In the order in which they are shown; a new one of the server's has to be put in its place here. */
const ORDER: Record<Permission, number> = {
  VIEW_TRIPS: 1,
  RUN_TRIPS: 2,
  VIEW_PASSENGERS: 3,
  VIEW_ORDERS: 4,
  CHANGE_ORDERS: 4.1,
  EXCHANGE_TICKETS: 4.2,
  OVERRULE_ORDERS: 4.3,
  VIEW_CARRIERS: 10,
  MANAGE_CARRIERS: 11,
  VIEW_FLEET: 12,
  MANAGE_FLEET: 13,
  CHECK_TICKETS: 5,
  WRITE_ANNOUNCEMENTS: 6,
  MANAGE_TIMETABLE: 14,
  MANAGE_PRICES: 14.1,
  MANAGE_QUOTAS: 15,
  MANAGE_EXCHANGE: 40,
  VIEW_MAILBOX: 50,
  VIEW_JOBS: 51,
  RETRY_JOBS: 52,
  SELL_AT_DESK: 4.4,
  RETURN_TICKETS: 4.5,
  OVERRULE_REFUNDS: 4.52,
  APPROVE_REFUNDS: 4.53,
  ANNUL_SALES: 4.55,
  VIEW_SHIFTS: 4.6,
  VIEW_REPORTS: 56,
  SHARE_REPORTS: 57,
  MANAGE_GATEWAYS: 58,
  MANAGE_PARTNERS: 59,
  MANAGE_STAFF: 60,
  VIEW_AUDIT: 61,
};

export const PERMISSIONS = (Object.keys(ORDER) as Permission[]).toSorted((a, b) => ORDER[a] - ORDER[b]);
