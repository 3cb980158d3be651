import { createGraphClient, createSession, currentLanguage, guestPort, sendMutation } from 'web-shared';
import type { Right } from '../../app/sections';
import { StaffRefreshDocument, type Permission, type StaffPartsFragment } from '../../gql/graphql';

/** The session of a member of staff: apart from the passenger's, by another cookie. */
export const { port: sessionPort, signedIn, signedOut, start: startSession, useSession } = createSession<StaffPartsFragment>({
  mark: 'beket.staffSession',
  ask: async () => {
    const { client, close } = createGraphClient(currentLanguage(), guestPort);
    const { data } = await sendMutation(client, StaffRefreshDocument, {});
    close();
    if (!data) return 'unknown';
    return data.refreshSession.__typename === 'SignedIn' ? data.refreshSession : 'refused';
  },
});

/** The server decides; this only keeps closed doors out of sight. */
export function useCan(): (right: Right) => boolean {
  const { me } = useSession();
  const has = (permission: Permission) => me?.permissions.includes(permission) ?? false;
  return (right) => (typeof right === 'string' ? has(right) : right.some(has));
}
