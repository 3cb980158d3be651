import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from 'web-shared';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useRecord } from '../../app/useRecord';
import { VehicleDocument, type VehicleQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { History } from '../audit/History';
import { Papers } from '../permit/Papers';
import { Photos } from './Photos';
import { VehicleForm } from './VehicleForm';

export type VehicleDetail = VehicleQuery['vehicle'];

/** One vehicle: data, photos, papers, and what was done. */
export function VehiclePage() {
  const { t } = useTranslation();
  const manages = useCan()('MANAGE_FLEET');
  const { data, error, again, done, said, changes } = useRecord(VehicleDocument);
  const vehicle = data?.vehicle;
  if (!vehicle) return <Page title={t('vehicle.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  return (
    <Page title={`${vehicle.make}, ${vehicle.plate}`} lead={[vehicle.carrier.name, vehicle.layoutName].filter(Boolean).join(' · ')}>
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.columns}>
        <div style={{ display: 'grid', gap: '1.2rem' }}>
          <Photos vehicle={vehicle} onChanged={done} />
          <Papers holder="VEHICLE" holderId={vehicle.id} permits={vehicle.permits} onChanged={done} reread={again} />
          <History subjectKind="vehicle" subjectId={vehicle.id} changes={changes} />
        </div>
        <section className={page.card} aria-labelledby="data">
          <h2 id="data">{t('staff.data')}</h2>
          {manages ? <VehicleForm vehicle={vehicle} onSaved={() => done(t('vehicle.saved'))} reread={again} /> : <Facts vehicle={vehicle} />}
        </section>
      </div>
    </Page>
  );
}

/** For those who may only look. */
function Facts({ vehicle }: { vehicle: VehicleDetail }) {
  const { t } = useTranslation();
  const facts: [string, string][] = [
    ['plate', vehicle.plate],
    ['year', String(vehicle.year ?? '—')],
    ['layout', vehicle.layoutName ?? '—'],
    ['seats', String(vehicle.seatCount)],
    ['amenities', vehicle.amenities.map((one) => t(`amenity.${one}`)).join(', ') || '—'],
    ['baggagePlaces', String(vehicle.baggagePlaces)],
    ['wheelchairPlaces', String(vehicle.wheelchairPlaces)],
  ];
  return (
    <dl className={page.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`vehicle.${name}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
