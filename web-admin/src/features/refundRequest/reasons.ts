import type { RefundRequestReason, RefundRequestState } from '../../gql/graphql';

/** In the order in which they are offered. */
export const REASONS: RefundRequestReason[] = ['ILLNESS', 'BEREAVEMENT', 'SUMMONS', 'MISSED_CONNECTION', 'SERVICE', 'OTHER'];

export const STATES: RefundRequestState[] = ['OPEN', 'QUESTIONED', 'GRANTED', 'DECLINED', 'WITHDRAWN'];

/** What stands with a state. */
export const TONES: Record<RefundRequestState, 'good' | 'bad' | 'quiet' | 'warn'> = { OPEN: 'warn', QUESTIONED: 'quiet', GRANTED: 'good', DECLINED: 'bad', WITHDRAWN: 'quiet' };
