import type { SettlementState } from '../../gql/graphql';

/** How a state is coloured. */
export const toneOf = (state: SettlementState): 'good' | 'warn' | 'quiet' => (state === 'PAID' ? 'good' : state === 'APPROVED' || state === 'PART_PAID' ? 'warn' : 'quiet');
