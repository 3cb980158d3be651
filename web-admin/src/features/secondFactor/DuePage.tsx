import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { StaffSignOutDocument } from '../../gql/graphql';
import { Door } from '../account/Door';
import { sessionPort, signedOut } from '../account/session';
import { SetUp } from './SetUp';

/** The role demands a second factor, and there is none: before anything else it is set up. */
export function DuePage() {
  const { t } = useTranslation();
  const [{ fetching }, signOut] = useMutation(StaffSignOutDocument);
  return (
    <Door title={t('secondFactor.due')}>
      <p className="bk-muted">{t('secondFactor.dueText')}</p>
      <SetUp onDone={() => void sessionPort.refresh()} />
      <Button variant="subtle" loading={fetching} onClick={() => void signOut({}).then(({ data }) => data && signedOut())}>
        {t('signOut')}
      </Button>
    </Door>
  );
}
