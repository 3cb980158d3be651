import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Empty, Notice, problemOf, ProblemNotice, stopName, townName, useFormat, useQuery, useSubscription, zoneNote } from 'web-shared';
import { GoLink, useParam } from 'web-shared/routing';
import { applyUpdate, SeatMap, seatsNow, type SeatsNow } from 'web-shared/seat-map';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { SeatMapChangedDocument, SeatMapOfDocument, TripPageDocument, TripPassengersDocument, type TripPageQuery, type TripPassengersQuery } from '../../gql/graphql';
import { useCan, useSession } from '../account/session';
import { History } from '../audit/History';
import { Manifest } from '../manifest/Manifest';
import { Crew } from './Crew';
import { PlatformDialog } from './PlatformDialog';
import { SkipDialog, stopsBetween } from './SkipDialog';
import { TripActions } from './TripActions';
import { TripBadge } from './TripBadge';
import css from './TripPage.module.css';

type Trip = NonNullable<TripPageQuery['trip']>;
type Passenger = TripPassengersQuery['tripPassengers'][number];

/** One trip: its stops, its seats as they are now, its passengers. */
export function TripPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const id = useParam('id');
  const [{ data, fetching, error }, reload] = useQuery({ query: TripPageDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const [{ data: passengerData, error: passengerError }, reloadPassengers] = useQuery({
    query: TripPassengersDocument,
    variables: { id },
    pause: !can('VIEW_PASSENGERS'),
    requestPolicy: 'cache-and-network',
  });
  const [marked, setMarked] = useState<string | null>(null);
  const [changes, setChanges] = useState(0);
  const changed = () => {
    setChanges((was) => was + 1);
    reload({ requestPolicy: 'network-only' });
  };
  const trip = data?.trip;
  const passengers = passengerData?.tripPassengers;

  // What the server does not show of a trip, passengers above all, is another carrier's or another station's: none of it is.
  const foreign = passengerError !== undefined && problemOf(passengerError).kind === 'notFound';
  const waiting = fetching || (can('VIEW_PASSENGERS') && !passengerData && !passengerError);
  if (!trip || foreign || (waiting && !passengers && can('VIEW_PASSENGERS'))) {
    return (
      <Page title={t('trip.title')}>
        {error ? <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} /> : waiting ? <Skeleton height={420} radius="lg" /> : <Empty title={t('trip.notFound')} action={<GoLink to="/trips">{t('trips.title')}</GoLink>} />}
      </Page>
    );
  }
  return (
    <Page
      title={t('trip.named', { number: trip.number, destination: trip.destination })}
      lead={`${format.date(trip.serviceDate, 'weekday')} · ${trip.route.name} · ${trip.carrier.name} · ${trip.vehicle.name}`}
      tools={
        <div className={page.tools}>
          {can('CHECK_TICKETS') && trip.state !== 'CANCELLED' && (
            <GoLink to={`/trips/${encodeURIComponent(trip.id)}/boarding`} className={page.action}>
              {t('boarding.title')}
            </GoLink>
          )}
          {can('MANAGE_QUOTAS') && trip.state !== 'CANCELLED' && trip.state !== 'ARRIVED' && (
            <GoLink to={`/trips/${encodeURIComponent(trip.id)}/seats`} className={page.action}>
              {t('quota.title')}
            </GoLink>
          )}
          <TripBadge trip={trip} />
        </div>
      }
    >
      <div className={page.columns}>
        <div className={page.page}>
          {can('RUN_TRIPS') && <TripActions trip={trip} onChanged={changed} />}
          <Passengers passengers={passengers} error={passengerError} allowed={can('VIEW_PASSENGERS')} marked={marked} onRetry={() => reloadPassengers({ requestPolicy: 'network-only' })} />
          {can('VIEW_PASSENGERS') && <Manifest tripId={trip.id} travellers={passengers?.filter((one) => one.line.state === 'ISSUED' || one.line.state === 'USED').length ?? 0} />}
          {can('VIEW_FLEET') && <Crew tripId={trip.id} over={trip.state === 'CANCELLED' || trip.state === 'ARRIVED'} onChanged={changed} />}
          <Calls trip={trip} onChanged={changed} />
          <History subjectKind="trip" subjectId={trip.id} changes={`${changes} ${trip.state} ${trip.delayMinutes} ${trip.saleClosed}`} />
        </div>
        <Seats trip={trip} passengers={passengers ?? []} onInspect={setMarked} onSold={() => reloadPassengers({ requestPolicy: 'network-only' })} />
      </div>
    </Page>
  );
}

function Calls({ trip, onChanged }: { trip: Trip; onChanged: () => void }) {
  const { t } = useTranslation();
  const changes = useCan()('RUN_TRIPS') && trip.state !== 'CANCELLED' && trip.state !== 'ARRIVED';
  const [asked, setAsked] = useState<Trip['calls'][number] | null>(null);
  const [skipped, setSkipped] = useState<Trip['calls'][number] | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const start = trip.calls[0];
  const between = stopsBetween(trip, useSession().me?.stations);
  return (
    <section className={page.card} aria-labelledby="calls">
      <h2 id="calls">{t('trip.stops')}</h2>
      {said && <Notice live tone="ok" title={said} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={page.scroll} tabIndex={0} role="region" aria-labelledby="calls">
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{t('trip.stop')}</th>
              <th scope="col">{t('trip.arrival')}</th>
              <th scope="col">{t('trips.departure')}</th>
              <th scope="col">{t('trip.platform')}</th>
              {changes && <th scope="col" aria-label={t('skip.column')} />}
            </tr>
          </thead>
          <tbody>
            {trip.calls.map((call, index) => {
              const zone = start ? zoneNote(call.departure, start.departure) : null;
              return (
                <tr key={call.sequence}>
                  <td style={{ minWidth: '10rem' }}>
                    {stopName(call.stop)}
                    {call.skipped && <Badge tone="warn">{t('skip.passes')}</Badge>}
                    {!call.boarding && index < trip.calls.length - 1 && <small>{t('trip.noBoarding')}</small>}
                    {!call.alighting && index > 0 && <small>{t('trip.noAlighting')}</small>}
                  </td>
                  <td className={page.number}>{index === 0 ? '—' : clock(call.arrival)}</td>
                  <td className={page.number}>
                    {index === trip.calls.length - 1 ? '—' : clock(call.departure)} {zone}
                  </td>
                  <td>
                    {changes ? (
                      <Button variant="subtle" size="compact-md" onClick={() => setAsked(call)} aria-label={t('otherPlatform.change', { stop: stopName(call.stop), platform: call.platform ?? '—' })}>
                        {call.platform ?? '—'}
                      </Button>
                    ) : (
                      (call.platform ?? '—')
                    )}
                  </td>
                  {changes && (
                    <td>
                      {between.includes(call) && (
                        <Button variant="subtle" color={call.skipped ? undefined : 'red'} size="compact-md" onClick={() => setSkipped(call)} aria-label={t(call.skipped ? 'skip.backNamed' : 'skip.skipNamed', { stop: stopName(call.stop) })}>
                          {t(call.skipped ? 'skip.back' : 'skip.skip')}
                        </Button>
                      )}
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {skipped && (
        <SkipDialog
          trip={trip}
          call={skipped}
          onClose={() => setSkipped(null)}
          onChanged={(words) => {
            setSaid(words);
            setSkipped(null);
            onChanged();
          }}
        />
      )}
      {asked && (
        <PlatformDialog
          trip={trip}
          call={asked}
          onClose={() => setAsked(null)}
          onChanged={(messages) => {
            setAsked(null);
            setSaid(t('otherPlatform.done', { count: messages }));
            onChanged();
          }}
        />
      )}
    </section>
  );
}

interface SeatsProps {
  trip: Trip;
  passengers: Passenger[];
  onInspect: (seat: string) => void;
  onSold: () => void;
}

/** The live map for a part of the way: the same seat may be sold to several people one after another. */
function Seats({ trip, passengers, onInspect, onSold }: SeatsProps) {
  const { t } = useTranslation();
  const lastIndex = trip.calls.length - 1;
  const [from, setFrom] = useState(trip.calls[0]?.sequence ?? 0);
  const [to, setTo] = useState(trip.calls[lastIndex]?.sequence ?? 1);
  const variables = { tripId: trip.id, from, to };
  const [{ data, fetching, error }, reload] = useQuery({ query: SeatMapOfDocument, variables, requestPolicy: 'cache-and-network' });
  const [{ data: pushed }] = useSubscription({ query: SeatMapChangedDocument, variables });
  const [now, setNow] = useState<SeatsNow | null>(null);
  const [looked, setLooked] = useState<string | null>(null);
  const map = data?.seatMap;
  const update = pushed?.seatMapChanged;
  useEffect(() => {
    setNow(map ? seatsNow(map) : null);
  }, [map]);
  useEffect(() => {
    if (!update) return;
    setNow((known) => (known ? applyUpdate(known, update) : update.full ? seatsNow(update) : known));
    if (!update.full) onSold();
    if (map && map.planId !== update.planId) {
      // Another vehicle: its plan, and who sits where.
      reload({ requestPolicy: 'network-only' });
      onSold();
    }
    // A change of the seats is the only reason.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [update]);

  const nameAt = (sequence: number) => {
    const call = trip.calls.find((one) => one.sequence === sequence);
    return call ? stopName(call.stop) : '';
  };
  const ridersOf = (label: string) => passengers.filter((one) => one.line.seat === label && one.from.sequence < to && one.to.sequence > from);
  const describe = (label: string) => {
    const riders = ridersOf(label);
    return riders.map((one) => [one.passenger.lastName, one.passenger.firstName].filter(Boolean).join(' ') || one.orderNumber).join('; ') || undefined;
  };

  const inspect = (label: string) => {
    setLooked(label);
    onInspect(label);
  };

  return (
    <section className={page.card} aria-labelledby="seats">
      <h2 id="seats">{t('trip.seats')}</h2>
      <div className={page.filters}>
        <NativeSelect
          label={t('trip.from')}
          value={String(from)}
          onChange={(event) => {
            const next = Number(event.currentTarget.value);
            setFrom(next);
            if (to <= next) setTo(next + 1);
          }}
          data={trip.calls.slice(0, -1).map((one) => ({ value: String(one.sequence), label: stopName(one.stop) }))}
        />
        <NativeSelect
          label={t('trip.to')}
          value={String(to)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
          data={trip.calls.filter((one) => one.sequence > from).map((one) => ({ value: String(one.sequence), label: stopName(one.stop) }))}
        />
      </div>
      {error && !map && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {fetching && !map && <Skeleton height={420} radius="lg" />}
      {map && (
        <p aria-live="polite">
          {t('trip.left', { left: now?.seatsLeft ?? map.seatsLeft, capacity: map.capacity })}, {nameAt(from)} — {nameAt(to)}
        </p>
      )}
      {map?.openSeating && <Notice title={t('trip.openSeating')} />}
      {map && !map.openSeating && <SeatMap name={trip.vehicle.name} units={map.units} states={now?.states ?? new Map()} describe={describe} onInspect={inspect} />}
      {looked && (
        <div className={css.looked} role="status">
          <strong>{t('trip.seatNamed', { seat: looked })}</strong>
          {ridersOf(looked).length === 0 && <span>{t('trip.seatOfNobody')}</span>}
          {ridersOf(looked).map((one) => (
            <span key={one.line.id}>
              {[one.passenger.lastName, one.passenger.firstName].filter(Boolean).join(' ') || t('trip.noName')} · {townName(one.from.stop)} — {townName(one.to.stop)} · {one.orderNumber}
            </span>
          ))}
        </div>
      )}
    </section>
  );
}

interface PassengersProps {
  passengers: Passenger[] | undefined;
  error: Parameters<typeof ProblemNotice>[0]['error'] | undefined;
  allowed: boolean;
  marked: string | null;
  onRetry: () => void;
}

function Passengers({ passengers, error, allowed, marked, onRetry }: PassengersProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const seesMoney = passengers?.some((one) => one.price) ?? false;
  return (
    <section className={page.card} aria-labelledby="passengers">
      <h2 id="passengers">{passengers ? t('trip.passengers', { count: passengers.length }) : t('trip.passengersTitle')}</h2>
      {!allowed && <Notice title={t('trip.passengersHidden')} />}
      {error && !passengers && <ProblemNotice error={error} onRetry={onRetry} />}
      {allowed && !passengers && !error && <Skeleton height={160} radius="md" />}
      {passengers?.length === 0 && <Empty title={t('trip.noPassengers')}>{t('trip.noPassengersText')}</Empty>}
      {passengers && passengers.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={page.scroll} tabIndex={0} role="region" aria-labelledby="passengers">
          <table className={page.table}>
            <thead>
              <tr>
                <th scope="col">{t('trip.seat')}</th>
                <th scope="col">{t('trip.passenger')}</th>
                <th scope="col">{t('trip.way')}</th>
                <th scope="col">{t('trip.order')}</th>
                {seesMoney && <th scope="col">{t('trip.paid')}</th>}
                <th scope="col">{t('trips.state')}</th>
              </tr>
            </thead>
            <tbody>
              {passengers.map((one) => (
                <tr key={one.line.id} data-marked={(marked !== null && one.line.seat === marked) || undefined}>
                  <td className={page.number}>{one.line.seat ?? '—'}</td>
                  <td>
                    {[one.passenger.lastName, one.passenger.firstName].filter(Boolean).join(' ') || t('trip.noName')}
                    <small>{one.passenger.category.name}</small>
                    {one.passenger.documentNumber && <small>{one.passenger.documentNumber}</small>}
                  </td>
                  <td>
                    {townName(one.from.stop)}&nbsp;— {townName(one.to.stop)}
                  </td>
                  <td className={page.number}>
                    <GoLink to={`/orders/${encodeURIComponent(one.orderId)}`}>{one.orderNumber}</GoLink>
                    <small>{one.phone}</small>
                  </td>
                  {seesMoney && (
                    <td className={page.number}>
                      {one.price ? format.money(one.price) : '—'}
                      <small>{one.paidBy.join(', ')}</small>
                    </td>
                  )}
                  <td>
                    <Badge tone={one.line.state === 'ISSUED' || one.line.state === 'USED' ? 'good' : one.line.state === 'HELD' ? 'warn' : 'quiet'}>{t(`line.${one.line.state}`)}</Badge>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
