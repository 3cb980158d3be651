import type { IconName } from 'web-shared';
import type { Permission } from '../gql/graphql';

interface Section {
  /** Its name is `nav.key`. */
  key: string;
  to: string;
  icon: IconName;
  permission: Permission;
}

/** Parts of the application, and the right each one needs. */
export const SECTIONS: Section[] = [
  { key: 'trips', to: '/trips', icon: 'bus', permission: 'VIEW_TRIPS' },
  { key: 'board', to: '/board', icon: 'clock', permission: 'VIEW_TRIPS' },
  { key: 'today', to: '/today', icon: 'chart', permission: 'VIEW_ORDERS' },
  { key: 'orders', to: '/orders', icon: 'ticket', permission: 'VIEW_ORDERS' },
  { key: 'announcements', to: '/announcements', icon: 'board', permission: 'RUN_TRIPS' },
  { key: 'closures', to: '/closures', icon: 'barrier', permission: 'RUN_TRIPS' },
  { key: 'carriers', to: '/carriers', icon: 'building', permission: 'VIEW_CARRIERS' },
  { key: 'vehicles', to: '/vehicles', icon: 'van', permission: 'VIEW_FLEET' },
  { key: 'drivers', to: '/drivers', icon: 'wheel', permission: 'VIEW_FLEET' },
  { key: 'permits', to: '/permits', icon: 'paper', permission: 'VIEW_FLEET' },
  { key: 'routes', to: '/routes', icon: 'swap', permission: 'MANAGE_TIMETABLE' },
  { key: 'tariff', to: '/tariff', icon: 'ticket', permission: 'MANAGE_TIMETABLE' },
  { key: 'promotions', to: '/promotions', icon: 'check', permission: 'MANAGE_TIMETABLE' },
  { key: 'holidays', to: '/holidays', icon: 'calendar', permission: 'MANAGE_TIMETABLE' },
  { key: 'stations', to: '/stations', icon: 'pin', permission: 'MANAGE_TIMETABLE' },
  { key: 'layouts', to: '/layouts', icon: 'seat', permission: 'MANAGE_FLEET' },
  { key: 'exchange', to: '/exchange', icon: 'list', permission: 'MANAGE_EXCHANGE' },
  { key: 'mailbox', to: '/mailbox', icon: 'mail', permission: 'VIEW_MAILBOX' },
  { key: 'jobs', to: '/jobs', icon: 'gear', permission: 'VIEW_JOBS' },
  { key: 'staff', to: '/staff', icon: 'people', permission: 'MANAGE_STAFF' },
  { key: 'partners', to: '/partners', icon: 'swap', permission: 'MANAGE_PARTNERS' },
  { key: 'roles', to: '/roles', icon: 'check', permission: 'MANAGE_STAFF' },
  { key: 'audit', to: '/audit', icon: 'list', permission: 'VIEW_AUDIT' },
];
