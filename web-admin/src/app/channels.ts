import type { SalesChannel } from '../gql/graphql';

/** Ways of selling, in the order in which forms offer them. */
export const CHANNELS: SalesChannel[] = ['WEB', 'DESK', 'PARTNER', 'TERMINAL', 'ONBOARD', 'BOT'];
