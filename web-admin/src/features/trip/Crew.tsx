import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import page from '../../app/Page.module.css';
import { TripCrewDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { CrewDialog } from './CrewDialog';

/** Which vehicle runs the trip and who drives. */
export function Crew({ tripId, over, onChanged }: { tripId: string; over: boolean; onChanged: () => void }) {
  const { t } = useTranslation();
  const assigns = useCan()('RUN_TRIPS');
  const [asked, setAsked] = useState(false);
  const [{ data, error }, reload] = useQuery({ query: TripCrewDocument, variables: { id: tripId }, requestPolicy: 'cache-and-network' });
  const crew = data?.trip?.crew;
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <section className={page.card} aria-labelledby="crew">
      <h2 id="crew">{t('crew.title')}</h2>
      {error && <ProblemNotice error={error} onRetry={again} />}
      {crew && (
        <dl className={page.facts}>
          <div>
            <dt>{t('vehicle.title')}</dt>
            <dd>{crew.vehicle ? <GoLink to={`/vehicles/${encodeURIComponent(crew.vehicle.id)}`}>{`${crew.vehicle.make}, ${crew.vehicle.plate}`}</GoLink> : t('crew.undecided')}</dd>
          </div>
          <div>
            <dt>{t('drivers.title')}</dt>
            <dd>{crew.drivers.map((one) => [one.name, one.phone].filter(Boolean).join(', ')).join('; ') || t('crew.undecided')}</dd>
          </div>
        </dl>
      )}
      {crew && !over && crew.objections.length > 0 && (
        <Notice tone="warn" title={t('crew.against')}>
          {crew.objections.map((one) => one.message).join('; ')}
        </Notice>
      )}
      {crew?.leftOut && !over && (
        <Notice tone="warn" title={t('crew.leftOut', { plate: crew.leftOut.vehicle.plate })}>
          {t('crew.leftOutText', { why: crew.leftOut.objections.map((one) => one.message).join('; ') })}
        </Notice>
      )}
      {assigns && !over && (
        <div className={page.tools}>
          <Button variant="default" disabled={!crew} onClick={() => setAsked(true)}>
            {t('crew.assign')}
          </Button>
          <GoLink to={`/trips/${encodeURIComponent(tripId)}/vehicle`} className={page.action}>
            {t('swap.title')}
          </GoLink>
        </div>
      )}
      {asked && (
        <CrewDialog
          tripId={tripId}
          onClose={() => setAsked(false)}
          onAssigned={() => {
            setAsked(false);
            again();
            onChanged();
          }}
        />
      )}
    </section>
  );
}
