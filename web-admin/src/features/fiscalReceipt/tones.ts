import type { FiscalReceiptState } from '../../gql/graphql';

/** How each state is shown. */
export const TONES: Record<FiscalReceiptState, 'good' | 'warn' | 'bad' | 'quiet'> = { DONE: 'good', QUEUED: 'warn', SENDING: 'warn', FAILED: 'bad', WAITING: 'quiet' };
