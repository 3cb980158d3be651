import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useQuery } from 'web-shared';
import { TripConsequencesDocument } from '../../gql/graphql';

interface ConsequencesProps {
  id: string;
  /** Only those who get on or off at this call. */
  stoppingAt?: number;
  /** What was paid goes back. */
  money?: boolean;
  /** It can't be taken back. */
  forGood?: boolean;
  /** Nobody is told. */
  quiet?: boolean;
}

/** Whom it touches, counted at the moment of the question. */
export function Consequences({ id, stoppingAt, money = false, forGood = false, quiet = false }: ConsequencesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, error }] = useQuery({ query: TripConsequencesDocument, variables: { id, stoppingAt: stoppingAt ?? null }, requestPolicy: 'network-only' });
  const found = data?.tripConsequences;
  if (error) return <ProblemNotice error={error} />;
  if (!found) return <p aria-live="polite">{t('run.counting')}</p>;
  return (
    <ul aria-live="polite">
      <li>{t('run.passengers', { count: found.passengers })}</li>
      {found.held > 0 && <li>{t('run.held', { count: found.held })}</li>}
      <li>{quiet ? t('run.untold') : t('run.told', { mails: found.withEmail, sms: found.withPhone })}</li>
      {money && found.paid.map((sum) => <li key={sum.currency}>{t('run.money', { amount: format.money(sum) })}</li>)}
      {forGood && <li>{t('run.forGood')}</li>}
    </ul>
  );
}
