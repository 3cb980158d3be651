import type { IconName } from 'web-shared';
import type { Permission } from '../gql/graphql';

/** Parts of the application, and the right each one needs. */
export const SECTIONS: { key: 'trips' | 'orders' | 'carriers' | 'layouts' | 'announcements' | 'mailbox' | 'jobs' | 'staff' | 'roles' | 'audit'; to: string; icon: IconName; permission: Permission }[] = [
  { key: 'trips', to: '/trips', icon: 'bus', permission: 'VIEW_TRIPS' },
  { key: 'orders', to: '/orders', icon: 'ticket', permission: 'VIEW_ORDERS' },
  { key: 'carriers', to: '/carriers', icon: 'people', permission: 'VIEW_CARRIERS' },
  { key: 'announcements', to: '/announcements', icon: 'board', permission: 'RUN_TRIPS' },
  { key: 'layouts', to: '/layouts', icon: 'seat', permission: 'MANAGE_FLEET' },
  { key: 'mailbox', to: '/mailbox', icon: 'mail', permission: 'VIEW_MAILBOX' },
  { key: 'jobs', to: '/jobs', icon: 'gear', permission: 'VIEW_JOBS' },
  { key: 'staff', to: '/staff', icon: 'people', permission: 'MANAGE_STAFF' },
  { key: 'roles', to: '/roles', icon: 'check', permission: 'MANAGE_STAFF' },
  { key: 'audit', to: '/audit', icon: 'list', permission: 'VIEW_AUDIT' },
];
