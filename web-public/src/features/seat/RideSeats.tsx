import { Button, Skeleton, VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Icon, Notice, problemOf, ProblemNotice, stopName, useFormat, useQuery, zoneNote, type MoneyLike } from 'web-shared';
import { bestSeats, SeatMap } from 'web-shared/seat-map';
import { SeatMapOfDocument, type SeatMapOfQuery } from '../../gql/graphql';
import type { Ride } from '../journey/wish';
import { emptyChoice, toggleSeat, type SeatChoice } from './seatChoice';
import { useLiveSeats } from './useLiveSeats';
import css from './SeatsPage.module.css';

/** What the page needs to know of a ride once its seat map came. */
export interface RideFacts {
  from: string;
  to: string;
  openSeating: boolean;
  planId: string;
  price: MoneyLike | null;
  /** What an adult pays in a seat, by its label. */
  priceOf: (label: string) => MoneyLike | null;
}

type SeatMapOfClass = NonNullable<SeatMapOfQuery['seatMap']>['classPrices'][number];

function factsOf(map: NonNullable<SeatMapOfQuery['seatMap']>): RideFacts {
  const classes = new Map(map.units.flatMap((unit) => unit.decks.flatMap((deck) => deck.cells.flatMap((cell) => (cell.seat ? [[cell.seat.label, cell.seat.seatClass] as const] : [])))));
  const priceOf = (label: string) => map.classPrices.find((one) => one.seatClass === null || one.seatClass === classes.get(label))?.price ?? null;
  return { from: stopName(map.from.stop), to: stopName(map.to.stop), openSeating: map.openSeating, planId: map.planId, price: map.price ?? null, priceOf };
}

interface RideSeatsProps {
  id: string;
  /** «Туда», «Обратно» or the number of the ride; null when there is only one. */
  label: string | null;
  ride: Ride;
  people: number;
  /** Grows when everything is to be read anew. */
  asked: number;
  open: boolean;
  choice: SeatChoice;
  onOpen: () => void;
  onFacts: (facts: RideFacts) => void;
  onChoice: (change: (was: SeatChoice) => SeatChoice) => void;
  onNext?: () => void;
  /** There is no such ride. */
  onGone: () => void;
}

export function RideSeats({ id, label, ride, people, asked, open, choice, onOpen, onFacts, onChoice, onNext, onGone }: RideSeatsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, fetching, error }, reload] = useQuery({ query: SeatMapOfDocument, variables: { ...ride }, requestPolicy: 'cache-and-network' });
  const map = data?.seatMap;
  const again = useRef(asked);
  useEffect(() => {
    if (again.current === asked) return;
    again.current = asked;
    reload({ requestPolicy: 'network-only' });
  }, [asked, reload]);
  const [lost, setLost] = useState<string[]>([]);
  /** The plan was changed while somebody looked at it. */
  const [swapped, setSwapped] = useState(false);
  const live = useLiveSeats(ride, map, () => {
    setSwapped(true);
    setLost([]);
    onChoice(() => emptyChoice);
    reload({ requestPolicy: 'network-only' });
  });
  /** What was chosen for the passengers, while they have not changed it. */
  const [picked, setPicked] = useState<SeatChoice | null>(null);
  const mapBox = useRef<HTMLDivElement>(null);
  const listeners = useRef({ onFacts, onGone });
  const unknown = error ? ['notFound', 'badInput'].includes(problemOf(error).kind) : data?.seatMap === null;

  useEffect(() => {
    listeners.current = { onFacts, onGone };
  });
  useEffect(() => {
    if (unknown) listeners.current.onGone();
  }, [unknown]);
  useEffect(() => {
    if (map) listeners.current.onFacts(factsOf(map));
  }, [map]);

  // A chosen seat that is no longer free was taken by somebody else: say so at once.
  useEffect(() => {
    if (!live) return;
    const gone = choice.filter((label) => live.states.has(label) && live.states.get(label) !== 'FREE');
    if (gone.length === 0) return;
    setLost(gone);
    onChoice((was) => was.filter((label) => !gone.includes(label)));
  }, [live, choice, onChoice]);

  // The map may be longer than the screen.
  useEffect(() => {
    if (picked) mapBox.current?.querySelector('[data-status="CHOSEN"]')?.scrollIntoView({ block: 'center' });
  }, [picked]);

  if (error && !map) return <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  if (!map) return fetching ? <Skeleton height={560} radius="lg" /> : null;

  const closed = map.notOnSaleReason != null || map.seatsLeft === 0;
  const zone = zoneNote(map.to.arrival, map.from.departure);
  const seatsLeft = live?.seatsLeft ?? map.seatsLeft;
  const bodyId = `${id}-body`;
  const best = live && !closed ? bestSeats(map.units, live.states, people) : null;
  const isPicked = picked !== null && picked.join() === choice.join();

  return (
    <section id={id} className={css.ride} aria-labelledby={`${id}-title`}>
      <header className={css.rideHead}>
        <div>
          <h2 id={`${id}-title`}>
            {label && <span className={css.direction}>{label}</span>}
            {stopName(map.from.stop)} — {stopName(map.to.stop)}
          </h2>
          <p className="bk-muted">
            {format.date(map.from.departure.local, 'weekday')}, {clock(map.from.departure)} – {clock(map.to.arrival)}
            {zone && ` (${zone})`} · {t('journey.number', { number: map.trip.number })} · {map.trip.carrier.name} · {map.trip.vehicle.name}
          </p>
        </div>
        {!open && (
          <Button variant="default" aria-expanded={false} aria-controls={bodyId} onClick={onOpen}>
            {t('seats.show')}
          </Button>
        )}
      </header>
      <div id={bodyId} hidden={!open} className={css.rideBody}>
        {closed && (
          <Notice tone="error" title={t(map.notOnSaleReason ? 'journey.state.NOT_ON_SALE' : 'journey.state.SOLD_OUT')}>
            {map.notOnSaleReason ? t(`notOnSale.${map.notOnSaleReason}`) : t('seats.chooseOther')}
          </Notice>
        )}
        {swapped && (
          <Notice live tone="warn" title={t('seats.swapped')} action={<Button variant="default" onClick={() => setSwapped(false)}>{t('seats.understood')}</Button>}>
            {map.openSeating ? t('seats.swappedOpen') : t('seats.swappedText')}
          </Notice>
        )}
        {lost.length > 0 && (
          <Notice live tone="warn" title={t('seats.lost', { seats: lost.join(', '), count: lost.length })} action={<Button variant="default" onClick={() => setLost([])}>{t('seats.understood')}</Button>}>
            {t('seats.lostText')}
          </Notice>
        )}
        {map.openSeating ? (
          <Notice title={t('seats.openTitle')}>
            {t('seats.openText', { capacity: map.capacity })}
            <p className={css.left}>{t('seatsLeft', { count: seatsLeft })}</p>
          </Notice>
        ) : (
          <>
            <div className={css.mapHead}>
              <span aria-live="polite">
                {isPicked ? t('seats.picked', { seats: choice.join(', '), count: choice.length }) : t('seats.progress', { chosen: choice.length, people })} · {t('seatsLeft', { count: seatsLeft })}
              </span>
              <Button
                variant="light"
                leftSection={<Icon name="check" />}
                disabled={best === null}
                onClick={() => {
                  if (!best) return;
                  setPicked(best);
                  onChoice(() => best);
                }}
              >
                {t('seats.best')}
              </Button>
            </div>
            <div ref={mapBox}>
              <SeatMap
                classes={map.classPrices.flatMap((one) => (one.seatClass ? [{ seatClass: one.seatClass, words: t('seats.classPrice', { name: t(`seatClass.${one.seatClass}`, one.seatClass), price: format.money(one.price) }) }] : []))}
                name={map.trip.vehicle.name}
                units={map.units}
                states={live?.states ?? new Map()}
                chosen={choice}
                onToggle={closed ? undefined : (seat) => onChoice((was) => toggleSeat(was, seat, people))}
              />
            </div>
          </>
        )}
        {map.classPrices.map((one) => (
          <PriceWords key={one.seatClass ?? ''} of={one} />
        ))}
        {onNext && (
          <Button variant="light" fullWidth onClick={onNext}>
            {t('seats.nextRide')}
          </Button>
        )}
      </div>
    </section>
  );
}

/** What a seat costs and why, where it is not the fare alone. */
function PriceWords({ of }: { of: SeatMapOfClass }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (of.lines.length < 2) return null;
  const name = of.seatClass ? t(`seatClass.${of.seatClass}`, of.seatClass) : null;
  return (
    <details className={css.why}>
      <summary>
        {name ? t('seats.whyOf', { name }) : t('seats.why')}: <strong>{format.money(of.price)}</strong>
        {of.priceBefore && (
          <s>
            <VisuallyHidden>{t('journey.before')} </VisuallyHidden>
            {format.money(of.priceBefore)}
          </s>
        )}
      </summary>
      <ul>
        {of.lines.map((line, index) => (
          <li key={index}>
            <span>
              {line.title}
              {line.detail && `, ${line.detail}`}
            </span>
            <span>{format.money(line.amount)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
