import type { IconName } from 'web-shared';
import type { Permission } from '../gql/graphql';

/** One right, or several of which one is enough. */
export type Right = Permission | readonly Permission[];

export interface Section {
  /** Its name is `nav.key`. */
  key: string;
  to: string;
  icon: IconName;
  permission: Right;
  /** Not for whoever is tied: to a carrier, or to a carrier or stations. The server refuses them whatever their role says. */
  closedTo?: 'carrier' | 'tied';
}

/** Whom somebody of the staff is tied to. */
export interface Ties {
  carrier?: object | null;
  stations: readonly object[];
}

/** Whether a section has something to show to them, beside the right. */
export const isOpenTo = ({ closedTo }: Section, { carrier, stations }: Ties): boolean => !closedTo || (!carrier && (closedTo === 'carrier' || stations.length === 0));

interface Group {
  /** Its name is `navGroup.key`. */
  key: string;
  sections: Section[];
}

/** Parts of the application by who works with them, and the right each one needs. */
export const GROUPS: Group[] = [
  {
    key: 'dispatch',
    sections: [
      { key: 'trips', to: '/trips', icon: 'bus', permission: 'VIEW_TRIPS' },
      { key: 'board', to: '/board', icon: 'clock', permission: 'VIEW_TRIPS' },
      { key: 'closures', to: '/closures', icon: 'barrier', permission: 'RUN_TRIPS', closedTo: 'tied' },
      { key: 'announcements', to: '/announcements', icon: 'board', permission: 'WRITE_ANNOUNCEMENTS', closedTo: 'carrier' },
    ],
  },
  {
    key: 'sales',
    sections: [
      { key: 'today', to: '/today', icon: 'chart', permission: ['VIEW_ORDERS', 'VIEW_TRIPS', 'VIEW_JOBS'] },
      { key: 'reports', to: '/reports', icon: 'chart', permission: 'VIEW_REPORTS' },
      { key: 'sale', to: '/sale', icon: 'ticket', permission: 'SELL_AT_DESK' },
      { key: 'shift', to: '/shift', icon: 'ticket', permission: 'SELL_AT_DESK' },
      { key: 'shifts', to: '/shifts', icon: 'list', permission: 'VIEW_SHIFTS' },
      { key: 'blanks', to: '/blanks', icon: 'paper', permission: 'MANAGE_BLANKS' },
      { key: 'orders', to: '/orders', icon: 'ticket', permission: 'VIEW_ORDERS' },
      { key: 'refundRequests', to: '/refund-requests', icon: 'paper', permission: 'OVERRULE_REFUNDS' },
      { key: 'waitingRefunds', to: '/waiting-refunds', icon: 'list', permission: 'APPROVE_REFUNDS' },
      { key: 'approvals', to: '/approvals', icon: 'check', permission: 'APPROVE_REFUNDS' },
      { key: 'companies', to: '/companies', icon: 'building', permission: 'MANAGE_CLIENTS' },
      { key: 'wallets', to: '/wallets', icon: 'people', permission: 'MANAGE_CLIENTS' },
      { key: 'partners', to: '/partners', icon: 'plug', permission: 'MANAGE_PARTNERS' },
      { key: 'gateways', to: '/gateways', icon: 'plug', permission: 'MANAGE_GATEWAYS' },
      { key: 'registries', to: '/registries', icon: 'list', permission: 'MANAGE_GATEWAYS' },
      { key: 'terminals', to: '/terminals', icon: 'plug', permission: 'MANAGE_GATEWAYS' },
      { key: 'receipts', to: '/receipts', icon: 'paper', permission: 'MANAGE_REGISTERS' },
      { key: 'registers', to: '/registers', icon: 'gear', permission: 'MANAGE_REGISTERS' },
    ],
  },
  {
    key: 'books',
    sections: [
      { key: 'settlements', to: '/settlements', icon: 'paper', permission: 'VIEW_SETTLEMENTS' },
      { key: 'ledger', to: '/ledger', icon: 'list', permission: 'MANAGE_SETTLEMENTS', closedTo: 'carrier' },
      { key: 'accounts', to: '/accounts', icon: 'gear', permission: 'MANAGE_SETTLEMENTS', closedTo: 'carrier' },
      { key: 'periods', to: '/periods', icon: 'calendar', permission: ['CLOSE_PERIODS', 'REOPEN_PERIODS'], closedTo: 'carrier' },
    ],
  },
  {
    key: 'timetable',
    sections: [
      { key: 'routes', to: '/routes', icon: 'swap', permission: ['MANAGE_TIMETABLE', 'MANAGE_PRICES'] },
      { key: 'tariff', to: '/tariff', icon: 'ticket', permission: 'MANAGE_PRICES', closedTo: 'tied' },
      { key: 'promotions', to: '/promotions', icon: 'check', permission: 'MANAGE_PRICES', closedTo: 'tied' },
      { key: 'holidays', to: '/holidays', icon: 'calendar', permission: 'MANAGE_TIMETABLE' },
      { key: 'stations', to: '/stations', icon: 'pin', permission: 'MANAGE_TIMETABLE' },
    ],
  },
  {
    key: 'fleet',
    sections: [
      { key: 'carriers', to: '/carriers', icon: 'building', permission: 'VIEW_CARRIERS' },
      { key: 'vehicles', to: '/vehicles', icon: 'van', permission: 'VIEW_FLEET' },
      { key: 'drivers', to: '/drivers', icon: 'wheel', permission: 'VIEW_FLEET' },
      { key: 'permits', to: '/permits', icon: 'paper', permission: 'VIEW_FLEET' },
      { key: 'layouts', to: '/layouts', icon: 'seat', permission: 'MANAGE_FLEET' },
    ],
  },
  {
    key: 'office',
    sections: [
      { key: 'staff', to: '/staff', icon: 'people', permission: 'MANAGE_STAFF' },
      { key: 'roles', to: '/roles', icon: 'check', permission: 'MANAGE_STAFF' },
      { key: 'exchange', to: '/exchange', icon: 'list', permission: 'MANAGE_EXCHANGE' },
      { key: 'mailbox', to: '/mailbox', icon: 'mail', permission: 'VIEW_MAILBOX' },
      { key: 'jobs', to: '/jobs', icon: 'gear', permission: 'VIEW_JOBS' },
      { key: 'audit', to: '/audit', icon: 'list', permission: 'VIEW_AUDIT' },
    ],
  },
];

export const SECTIONS: Section[] = GROUPS.flatMap((group) => group.sections);

/** Pages that need another right than the section whose address they begin with. */
const PAGES: [RegExp, Right][] = [
  [/^\/trips\/[^/]+\/boarding$/, 'CHECK_TICKETS'],
  [/^\/trips\/[^/]+\/(vehicle|move)$/, 'RUN_TRIPS'],
  [/^\/(trips|departures)\/[^/]+\/seats$/, 'MANAGE_QUOTAS'],
  [/^\/orders\/[^/]+\/exchange$/, 'EXCHANGE_TICKETS'],
  [/^\/(routes|stations)\/new$/, 'MANAGE_TIMETABLE'],
];

const within = (path: string): string => path.replace(/^\/admin(?=\/|$)/, '').replace(/\/$/, '') || '/';

/** The section that a page belongs to. */
export function sectionOf(path: string): Section | undefined {
  const here = within(path);
  return SECTIONS.find((one) => here === one.to || here.startsWith(`${one.to}/`));
}

/** The right without which a page has nothing to show; undefined where everybody may look. */
export function rightOf(path: string): Right | undefined {
  const here = within(path);
  return PAGES.find(([pattern]) => pattern.test(here))?.[1] ?? sectionOf(path)?.permission;
}
