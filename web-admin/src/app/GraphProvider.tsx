import { useEffect, useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Provider } from 'urql';
import { createGraphClient } from 'web-shared';
import { sessionPort, useSession } from '../features/account/session';

/** One client for each language and each person: nothing of one is ever shown to another from the cache. */
export function GraphProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const { person } = useSession();
  const graph = useMemo(() => ({ person, ...createGraphClient(i18n.language, sessionPort) }), [i18n.language, person]);
  useEffect(() => () => graph.close(), [graph]);
  return <Provider value={graph.client}>{children}</Provider>;
}
