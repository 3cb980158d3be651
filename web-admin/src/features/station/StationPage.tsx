import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from 'web-shared';
import { useGo } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useRecord } from '../../app/useRecord';
import { StationRecordDocument } from '../../gql/graphql';
import { History } from '../audit/History';
import { Desks } from '../desk/Desks';
import { Platforms } from './Platforms';
import { StationForm } from './StationForm';
import { StationBadge } from './StationsPage';

/** One station: data, place on the map, hours, platforms, and what was done to it. */
export function StationPage() {
  const { t } = useTranslation();
  const { data, error, again, done, said, changes } = useRecord(StationRecordDocument);
  const station = data?.stationRecord;
  if (!station) return <Page title={t('station.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  return (
    <Page
      title={station.name}
      lead={
        <>
          {[station.code, t(`station.kindOf.${station.kind}`), station.place?.name].filter(Boolean).join(' · ')} · <StationBadge station={station} />
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.columns}>
        <section className={page.card} aria-labelledby="data">
          <h2 id="data">{t('staff.data')}</h2>
          {station.departures > 0 && <p className="bk-muted">{t('station.calls', { count: station.departures })}</p>}
          <StationForm key={station.id} station={station} onSaved={() => done(t('station.saved'))} reread={again} />
        </section>
        <div style={{ display: 'grid', gap: '1.2rem' }}>
          {station.kind === 'STATION' && <Platforms stationId={station.id} platforms={station.platforms} onSaved={done} reread={again} />}
          {station.kind !== 'BORDER' && <Desks stationId={station.id} onSaved={done} />}
          <History subjectKind="station" subjectId={station.id} changes={changes} />
        </div>
      </div>
    </Page>
  );
}

/** A station that is not there yet. */
export function NewStationPage() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Page title={t('stations.newTitle')} lead={t('stations.newLead')}>
      <section className={page.card} aria-label={t('staff.data')} style={{ maxWidth: '60rem' }}>
        <StationForm onSaved={(station) => void go({ to: `/stations/${encodeURIComponent(station.id)}` })} />
      </section>
    </Page>
  );
}
