import { createGraphClient, createSession, currentLanguage, guestPort, sendMutation } from 'web-shared';
import { RefreshSessionDocument, type MePartsFragment } from '../../gql/graphql';

/** The passenger's session. */
export const { port: sessionPort, signedIn, signedOut, profileChanged, start: startSession, useSession } = createSession<MePartsFragment>({
  mark: 'beket.session',
  ask: async () => {
    const { client, close } = createGraphClient(currentLanguage(), guestPort);
    const { data } = await sendMutation(client, RefreshSessionDocument, {});
    close();
    if (!data) return 'unknown';
    return data.refreshSession.__typename === 'SignedIn' ? data.refreshSession : 'refused';
  },
});
