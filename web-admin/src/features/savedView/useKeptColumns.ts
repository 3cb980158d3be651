import { useLocalStorage } from '@mantine/hooks';
import { useSearchText } from 'web-shared/routing';
import { useSession } from '../account/session';

/** What is set on a list: what its address says, and where that says nothing of columns, those that this person has left out here before. */
export function useKeptColumns(list: string): { search: Record<string, string | undefined>; keep: (hide: string | undefined) => void } {
  const search = useSearchText();
  const { me } = useSession();
  const [kept, keep] = useLocalStorage({ key: `beket.columns.${me?.id ?? ''}.${list}`, defaultValue: '', getInitialValueInEffect: false });
  return { search: { ...search, hide: search.hide ?? (kept || undefined) }, keep: (hide) => keep(hide ?? '') };
}
