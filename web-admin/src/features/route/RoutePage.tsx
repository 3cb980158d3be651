import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from 'web-shared';
import { useGo } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useRecord } from '../../app/useRecord';
import { RouteRecordDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { History } from '../audit/History';
import { Departures } from './Departures';
import { Paths } from './Paths';
import { PriceLists } from './PriceLists';
import { RouteForm } from './RouteForm';
import { RouteBadge } from './RoutesPage';

/** One line: what it is, which ways it goes, when, for how much, and what was done to it. */
export function RoutePage() {
  const { t } = useTranslation();
  const can = useCan();
  const runs = can('MANAGE_TIMETABLE');
  const { data, error, again, done, said, changes } = useRecord(RouteRecordDocument);
  const route = data?.routeRecord;
  if (!route) return <Page title={t('route.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  return (
    <Page
      title={`${route.number} ${route.name}`}
      lead={
        <>
          {route.carrier.name} · {t(`route.classOf.${route.serviceClass}`)} · <RouteBadge route={route} />
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.columns}>
        <div style={{ display: 'grid', gap: '1.2rem', gridTemplateColumns: 'minmax(0, 1fr)' }}>
          {runs && <Paths route={route} onSaved={done} reread={again} />}
          {runs && <Departures route={route} onSaved={done} reread={again} />}
          {can('MANAGE_PRICES') && <PriceLists route={route} onSaved={done} reread={again} />}
        </div>
        <div style={{ display: 'grid', gap: '1.2rem' }}>
          {runs && (
            <section className={page.card} aria-labelledby="data">
              <h2 id="data">{t('staff.data')}</h2>
              <RouteForm key={route.id} route={route} onSaved={(_, kept) => done(kept > 0 ? t('route.savedKept', { count: kept }) : t('route.saved'))} reread={again} />
            </section>
          )}
          <History subjectKind="route" subjectId={route.id} changes={changes} />
        </div>
      </div>
    </Page>
  );
}

/** A line that is not there yet. */
export function NewRoutePage() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Page title={t('routes.newTitle')} lead={t('routes.newLead')}>
      <section className={page.card} aria-label={t('staff.data')} style={{ maxWidth: '46rem' }}>
        <RouteForm onSaved={(route) => void go({ to: `/routes/${encodeURIComponent(route.id)}` })} />
      </section>
    </Page>
  );
}
