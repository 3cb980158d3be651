import { useMutation } from 'web-shared';
import { StaffSignOutDocument } from '../../gql/graphql';
import { signedOut } from './session';

/** Out, once the server has ended the session. */
export function useSignOut() {
  const [{ fetching, error }, ask] = useMutation(StaffSignOutDocument);
  const signOut = () => void ask({}).then(({ data }) => data && signedOut());
  return { fetching, error, signOut };
}
