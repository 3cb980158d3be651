import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useQuery } from 'web-shared';
import { useParam } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { DriverDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { History } from '../audit/History';
import { Papers } from '../permit/Papers';
import { DriverForm } from './DriverForm';

/** One driver: data, papers, and what was done. */
export function DriverPage() {
  const { t } = useTranslation();
  const manages = useCan()('MANAGE_FLEET');
  const id = useParam('id');
  const [{ data, error }, reload] = useQuery({ query: DriverDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const [said, setSaid] = useState<string | null>(null);
  const [changes, setChanges] = useState(0);
  const again = () => reload({ requestPolicy: 'network-only' });
  const done = (words: string) => {
    setSaid(words);
    setChanges((was) => was + 1);
    again();
  };
  const driver = data?.driver;
  if (!driver) return <Page title={t('driver.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  return (
    <Page title={driver.name} lead={[driver.carrier.name, driver.phone].filter(Boolean).join(' · ')}>
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.columns}>
        <div style={{ display: 'grid', gap: '1.2rem' }}>
          <Papers holder="DRIVER" holderId={driver.id} permits={driver.permits} onChanged={done} reread={again} />
          <History subjectKind="driver" subjectId={driver.id} changes={changes} />
        </div>
        {manages && (
          <section className={page.card} aria-labelledby="data">
            <h2 id="data">{t('staff.data')}</h2>
            <DriverForm driver={driver} onSaved={() => done(t('driver.saved'))} reread={again} />
          </section>
        )}
      </div>
    </Page>
  );
}
