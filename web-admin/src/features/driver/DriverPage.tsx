import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from 'web-shared';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useRecord } from '../../app/useRecord';
import { DriverDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { History } from '../audit/History';
import { Papers } from '../permit/Papers';
import { DriverForm } from './DriverForm';

/** One driver: data, papers, and what was done. */
export function DriverPage() {
  const { t } = useTranslation();
  const manages = useCan()('MANAGE_FLEET');
  const { data, error, again, done, said, changes } = useRecord(DriverDocument);
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
