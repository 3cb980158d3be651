import { useMutation } from 'web-shared';
import { dropDrafts } from '../../app/drafts';
import { StaffSignOutDocument } from '../../gql/graphql';
import { signedOut } from './session';

/** Out, once the server has ended the session. */
export function useSignOut() {
  const [{ fetching, error }, ask] = useMutation(StaffSignOutDocument);
  const signOut = () =>
    void ask({}).then(({ data }) => {
      if (!data) return;
      dropDrafts();
      signedOut();
    });
  return { fetching, error, signOut };
}
