import { useTranslation } from 'react-i18next';
import type { TerminalOutcome } from '../../gql/graphql';

interface Told {
  outcome?: TerminalOutcome | null;
  status: number;
}

/** What a request was answered, in words: its outcome, or why it was refused at the door. */
export function useOutcome(): (told: Told) => string {
  const { t } = useTranslation();
  return ({ outcome, status }) => t(`terminal.outcome.${outcome ?? (status === 403 ? 'FORBIDDEN' : 'UNAUTHORIZED')}`);
}
