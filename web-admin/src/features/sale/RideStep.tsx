import { Skeleton } from '@mantine/core';
import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Empty, ProblemNotice, stopName, useFormat, useQuery } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import page from '../../app/Page.module.css';
import { SaleSearchDocument, type SaleSearchQuery } from '../../gql/graphql';
import { PlaceField, type Place } from './PlaceField';
import css from './Sale.module.css';

export type Ride = SaleSearchQuery['searchJourneys']['journeys'][number]['segments'][number];

interface RideStepProps {
  from: Place | null;
  day: string;
  onFrom: (place: Place) => void;
  onDay: (day: string) => void;
  chosen: Ride | null;
  onChoose: (ride: Ride | null) => void;
}

/** From where, to where, when: and the trips that go there, to be walked with the arrow keys. */
export function RideStep({ from, day, onFrom, onDay, chosen, onChoose }: RideStepProps) {
  const { t } = useTranslation();
  const [to, setTo] = useState<Place | null>(null);
  // Who has chosen where to, or has left the day by Enter or Tab, goes on to the trips as soon as they are there; who types a day does not.
  const [eager, setEager] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  const ready = from !== null && to !== null && day !== '';
  const [{ data, error, fetching, operation }, again] = useQuery({
    query: SaleSearchDocument,
    variables: { input: { from: from?.id ?? '', to: to?.id ?? '', date: day } },
    pause: !ready,
    requestPolicy: 'network-only',
  });
  // One ride at a time: whoever changes on the way gets two tickets by two sales.
  // What has come may still be of the question before.
  const asked = operation?.variables.input;
  const answered = ready && !fetching && asked?.from === from.id && asked.to === to.id && asked.date === day;
  const rides = answered && data ? data.searchJourneys.journeys.filter((one) => one.segments.length === 1 && one.segments[0]?.notOnSaleReason !== 'DEPARTED').map((one) => ({ ...one.segments[0]!, price: one.priceFrom })) : [];
  useEffect(() => first.current?.focus(), []);
  return (
    <section className={page.card} aria-labelledby="sale-ride">
      <h2 id="sale-ride">{t('sale.ride')}</h2>
      <PlaceField key={from?.id ?? 'from'} label={t('sale.from')} value={from} onChange={onFrom} />
      <PlaceField
        label={t('sale.to')}
        field={first}
        value={to}
        onChange={(place) => {
          onChoose(null);
          setTo(place);
          setEager(true);
        }}
      />
      <DayInput
        label={t('sale.day')}
        value={day}
        onChange={(next) => {
          onChoose(null);
          setEager(false);
          onDay(next);
        }}
        onDone={() => setEager(true)}
      />
      {error && <ProblemNotice error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
      {ready && !answered && !error && <Skeleton height={180} radius="lg" />}
      {answered && data && rides.length === 0 && <Empty title={t('sale.noRides')}>{t('sale.noRidesText')}</Empty>}
      {rides.length > 0 && <Rides key={`${from?.id} ${to?.id} ${day}`} at={from?.id ?? ''} rides={rides} eager={eager} chosen={chosen} onChoose={onChoose} />}
    </section>
  );
}

type Priced = Ride & { price: SaleSearchQuery['searchJourneys']['journeys'][number]['priceFrom'] };

interface RidesProps {
  rides: Priced[];
  /** Where the desk is: its name goes without saying. */
  at: string;
  /** The keyboard goes to them at once. */
  eager: boolean;
  chosen: Ride | null;
  onChoose: (ride: Ride) => void;
}

function Rides({ rides, at, eager, chosen, onChoose }: RidesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const box = useRef<HTMLUListElement>(null);
  const next = Math.max(
    0,
    rides.findIndex((one) => !one.notOnSaleReason && (one.seatsLeft ?? 1) > 0),
  );
  const [active, setActive] = useState(next);
  useEffect(() => {
    if (eager) box.current?.focus();
  }, [eager]);
  useEffect(() => {
    // What it gives back is a promise, which is nothing to clean up.
    void box.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const take = (index: number) => {
    const ride = rides[index];
    if (ride && !ride.notOnSaleReason) onChoose(ride);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: rides.length - 1 };
    const to = steps[event.key];
    if (to !== undefined) setActive(Math.min(rides.length - 1, Math.max(0, to)));
    else if (event.key === 'Enter' || event.key === ' ') take(active);
    else return;
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const index = [...(box.current?.children ?? [])].findIndex((one) => one.contains(event.target as Node));
    if (index < 0) return;
    setActive(index);
    take(index);
  };
  return (
    <ul ref={box} role="listbox" tabIndex={0} className={css.rides} aria-label={t('sale.rides')} aria-activedescendant={`ride-${active}`} onKeyDown={onKeyDown} onClick={onClick}>
      {rides.map((one, index) => (
        <li
          key={one.trip.id}
          id={`ride-${index}`}
          role="option"
          className={css.ride}
          aria-selected={index === active}
          aria-disabled={one.notOnSaleReason ? true : undefined}
          data-chosen={chosen?.trip.id === one.trip.id || undefined}
        >
          <strong>{clock(one.from.departure)}</strong>
          <span>
            {one.trip.number} · {one.trip.destination}
          </span>
          <span className={css.side}>{one.price && format.money(one.price)}</span>
          <small>
            {[one.from.stop.id !== at && one.from.stop.station?.id !== at && stopName(one.from.stop), one.from.platform && t('sale.platform', { platform: one.from.platform }), one.trip.carrier.name, one.trip.delayMinutes > 0 && t('sale.late', { minutes: one.trip.delayMinutes })].filter(Boolean).join(' · ')}
            {' · '}
            {one.notOnSaleReason ? t(`sale.notOnSale.${one.notOnSaleReason}`) : t('sale.left', { count: one.seatsLeft ?? 0 })}
          </small>
        </li>
      ))}
    </ul>
  );
}
