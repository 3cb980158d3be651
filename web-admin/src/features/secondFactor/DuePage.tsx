import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Door } from '../account/Door';
import { sessionPort } from '../account/session';
import { useSignOut } from '../account/useSignOut';
import { SetUp } from './SetUp';

/** The role demands a second factor, and there is none: before anything else it is set up. */
export function DuePage() {
  const { t } = useTranslation();
  const { fetching, signOut } = useSignOut();
  return (
    <Door title={t('secondFactor.due')}>
      <p className="bk-muted">{t('secondFactor.dueText')}</p>
      <SetUp onDone={() => void sessionPort.refresh()} />
      <Button variant="subtle" loading={fetching} onClick={signOut}>
        {t('signOut')}
      </Button>
    </Door>
  );
}
