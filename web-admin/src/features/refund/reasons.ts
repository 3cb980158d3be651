import type { OverrulePartsFragment, OverruleReason, OverruleState } from '../../gql/graphql';

/** In the order in which they are offered; a new one of the server's has to be put in its place here. */
const ORDER: Record<OverruleReason, number> = {
  SALES_STAFF_ERROR: 1,
  PAYMENT_FAILURE: 2,
  DISRUPTION: 3,
  CONNECTION_BROKEN: 4,
  EQUIPMENT_FAILURE: 5,
  INABILITY_TO_TRAVEL: 6,
  CERTIFIED_MEDICAL_CONDITION: 7,
};

export const REASONS = (Object.keys(ORDER) as OverruleReason[]).toSorted((a, b) => ORDER[a] - ORDER[b]);

/** What stands with a state of an overrule. */
export const TONES: Record<OverruleState, 'good' | 'bad' | 'quiet' | 'warn'> = { OFFERED: 'quiet', AT_ONCE: 'quiet', WAITING: 'warn', APPROVED: 'good', DECLINED: 'bad' };

export const nameOf = (person: OverrulePartsFragment['askedBy']): string => [person?.lastName, person?.firstName].filter(Boolean).join(' ') || '—';
