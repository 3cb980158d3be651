import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import page from '../../app/Page.module.css';
import { TripPageDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { PlatformDialog } from '../trip/PlatformDialog';
import { TripActions } from '../trip/TripActions';
import css from './Board.module.css';
import type { Entry } from './entry';

/** What can be done with the chosen trip, without leaving the board. */
export function TripPanel({ entry, onChanged }: { entry: Entry; onChanged: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const { trip, call } = entry;
  const [{ data, error }, reload] = useQuery({ query: TripPageDocument, variables: { id: trip.id }, requestPolicy: 'cache-and-network' });
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const changed = () => {
    reload({ requestPolicy: 'network-only' });
    onChanged();
  };
  const whole = data?.trip?.id === trip.id ? data.trip : null;
  const here = whole?.calls.find((one) => one.sequence === call.sequence);
  const over = trip.state === 'CANCELLED' || trip.state === 'ARRIVED';
  const to = (part: string) => `/trips/${encodeURIComponent(trip.id)}${part}`;
  return (
    <>
      <VisuallyHidden role="status">
        {t('board.chosen', { number: trip.number, destination: trip.destination })}
      </VisuallyHidden>
      <section className={page.card} aria-label={trip.number}>
        <h2>
          {trip.number} · {trip.destination}
        </h2>
        {said && <Notice live tone="ok" title={said} />}
        <div className={css.badges}>
          <GoLink to={to('')} className={page.action} aria-keyshortcuts="T">
            {t('board.open')}
            <kbd aria-hidden>T</kbd>
          </GoLink>
          {can('RUN_TRIPS') && !over && (
            <GoLink to={to('/vehicle')} className={page.action} aria-keyshortcuts="V">
              {t('board.vehicle')}
              <kbd aria-hidden>V</kbd>
            </GoLink>
          )}
          {can('CHECK_TICKETS') && trip.state !== 'CANCELLED' && (
            <GoLink to={to('/boarding')} className={page.action}>
              {t('boarding.title')}
            </GoLink>
          )}
          {can('RUN_TRIPS') && here && (
            <Button variant="default" aria-keyshortcuts="P" disabled={over} onClick={() => setAsked(true)}>
              {call.platform ? t('board.platformHere', { platform: call.platform }) : t('board.noPlatform')}
              <kbd>P</kbd>
            </Button>
          )}
        </div>
      </section>
      {error && !whole && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!whole && !error && <Skeleton height={240} radius="lg" />}
      {whole && can('RUN_TRIPS') && <TripActions withKeys trip={{ ...whole, state: trip.state, delayMinutes: trip.delayMinutes, saleClosed: trip.saleClosed, roadClosed: trip.roadClosed }} onChanged={changed} />}
      {asked && whole && here && (
        <PlatformDialog
          trip={whole}
          call={{ ...here, platform: call.platform }}
          onClose={() => setAsked(false)}
          onChanged={(messages) => {
            setAsked(false);
            setSaid(t('otherPlatform.done', { count: messages }));
            changed();
          }}
        />
      )}
    </>
  );
}
