import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, stopName, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import page from '../../app/Page.module.css';
import { TripPageDocument } from '../../gql/graphql';
import { useCan, useSession } from '../account/session';
import { CrewDialog } from '../trip/CrewDialog';
import { PlatformDialog } from '../trip/PlatformDialog';
import { SkipDialog, stopsBetween } from '../trip/SkipDialog';
import { TripActions } from '../trip/TripActions';
import css from './Board.module.css';
import type { Entry } from './entry';

interface TripPanelProps {
  entry: Entry;
  /** Grows with what others do. */
  news: number;
  onChanged: () => void;
  /** After a button's work the keyboard goes back to the list, where there is one beside. */
  onDone?: () => void;
}

/** What can be done with the chosen trip, without leaving the board. */
export function TripPanel({ entry, news, onChanged, onDone }: TripPanelProps) {
  const { t } = useTranslation();
  const can = useCan();
  const { me } = useSession();
  const { trip, call } = entry;
  const [{ data, error }, reload] = useQuery({ query: TripPageDocument, variables: { id: trip.id }, requestPolicy: 'cache-and-network' });
  const [asked, setAsked] = useState<'platform' | 'crew' | 'skip' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const changed = () => {
    reload({ requestPolicy: 'network-only' });
    onChanged();
  };
  const done = (words: string) => {
    setAsked(null);
    setSaid(words);
    changed();
  };
  const heard = useRef(news);
  useEffect(() => {
    if (heard.current === news) return;
    heard.current = news;
    reload({ requestPolicy: 'network-only' });
  }, [news, reload]);
  const whole = data?.trip?.id === trip.id ? data.trip : null;
  const here = whole?.calls.find((one) => one.sequence === call.sequence);
  const between = whole ? stopsBetween(whole, me?.stations) : [];
  const leftOut = whole?.calls.filter((one) => one.skipped) ?? [];
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
        {leftOut.length > 0 && <Notice tone="warn" title={t('skip.passing', { stops: leftOut.map((one) => stopName(one.stop)).join(', ') })} />}
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
            <Button variant="default" aria-keyshortcuts="P" disabled={over} onClick={() => setAsked('platform')}>
              {call.platform ? t('board.platformHere', { platform: call.platform }) : t('board.noPlatform')}
              <kbd aria-hidden>P</kbd>
            </Button>
          )}
          {can('RUN_TRIPS') && can('VIEW_FLEET') && (
            <Button variant="default" aria-keyshortcuts="C" disabled={over} onClick={() => setAsked('crew')}>
              {t('crew.title')}
              <kbd aria-hidden>C</kbd>
            </Button>
          )}
          {can('RUN_TRIPS') && between.length > 0 && (
            <Button variant="default" aria-keyshortcuts="L" disabled={over} onClick={() => setAsked('skip')}>
              {t('skip.open')}
              <kbd aria-hidden>L</kbd>
            </Button>
          )}
        </div>
      </section>
      {error && !whole && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!whole && !error && <Skeleton height={240} radius="lg" />}
      {whole && can('RUN_TRIPS') && <TripActions withKeys trip={{ ...whole, state: trip.state, delayMinutes: trip.delayMinutes, saleClosed: trip.saleClosed, roadClosed: trip.roadClosed }} onChanged={changed} onDone={onDone} />}
      {asked === 'platform' && whole && here && <PlatformDialog trip={whole} call={{ ...here, platform: call.platform }} onClose={() => setAsked(null)} onChanged={(messages) => done(t('otherPlatform.done', { count: messages }))} />}
      {asked === 'crew' && <CrewDialog tripId={trip.id} onClose={() => setAsked(null)} onAssigned={() => done(t('crew.done'))} />}
      {asked === 'skip' && whole && between[0] && <SkipDialog trip={whole} call={between.find((one) => one.sequence === call.sequence) ?? between[0]} choices={between} onClose={() => setAsked(null)} onChanged={done} />}
    </>
  );
}
