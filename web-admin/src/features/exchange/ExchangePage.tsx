import { Button, Checkbox, NativeSelect, Radio, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Empty, localDate, Notice, ProblemNotice, townName, useFormat, useMutation, useQuery } from 'web-shared';
import { GoLink, useGo, useParam } from 'web-shared/routing';
import { SeatMap, seatsNow } from 'web-shared/seat-map';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { ExchangeOrderDocument, ExchangeRidesDocument, QuoteExchangeDocument, SeatMapOfDocument, type ExchangeOrderQuery, type ExchangePartsFragment } from '../../gql/graphql';
import { fullName } from './Explained';
import { Offer } from './Offer';
import css from './Exchange.module.css';

type Order = NonNullable<ExchangeOrderQuery['order']>;
type Segment = Order['segments'][number];

/** A ride that is wanted: the same trip, or another one. */
interface Wanted {
  tripId: string;
  from: number;
  to: number;
}

/** Other seats or another trip for tickets of an order: which, where to, what it costs, and then it is done. */
export function ExchangePage() {
  const { t } = useTranslation();
  const id = useParam('id');
  const [{ data, error }, reload] = useQuery({ query: ExchangeOrderDocument, variables: { id }, requestPolicy: 'network-only' });
  const order = data?.order;
  const segments = order?.segments.filter((segment) => good(segment).length > 0) ?? [];
  if (!data) return <Page title={t('exchanging.title')}>{error ? <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} /> : <Skeleton height={420} radius="lg" />}</Page>;
  const back = <GoLink to={`/orders/${encodeURIComponent(id)}`}>{t('exchanging.back')}</GoLink>;
  return (
    <Page title={t('exchanging.of', { number: order?.number ?? '' })} tools={back}>
      {order && segments.length > 0 ? <Choice order={order} segments={segments} /> : <Empty title={t('exchanging.nothing')} action={back} />}
    </Page>
  );
}

const good = (segment: Segment) => segment.lines.filter((line) => line.kind === 'SEAT' && line.state === 'ISSUED');

function Choice({ order, segments }: { order: Order; segments: Segment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const [index, setIndex] = useState(segments[0]?.index ?? 0);
  const segment = segments.find((one) => one.index === index) ?? segments[0]!;
  const [left, setLeft] = useState<string[]>([]);
  const lines = good(segment).filter((line) => !left.includes(line.id));
  const own: Wanted = { tripId: segment.trip.id, from: segment.from.sequence, to: segment.to.sequence };
  const [wanted, setWanted] = useState<Wanted | null>(null);
  const [seats, setSeats] = useState<string[]>([]);
  const [offer, setOffer] = useState<ExchangePartsFragment | null>(null);
  const [refused, setRefused] = useState('');
  const [{ fetching, error }, quote] = useMutation(QuoteExchangeDocument);
  const seated = lines.filter((line) => line.seat !== null);

  const choose = (ride: Wanted | null) => {
    setWanted(ride);
    setSeats([]);
    setOffer(null);
    setRefused('');
  };
  const ask = async () => {
    if (!wanted) return;
    setRefused('');
    const places = seats.length === seated.length ? [...seats] : [];
    const moves = lines.map((line) => ({ lineId: line.id, tripId: wanted.tripId, from: wanted.from, to: wanted.to, seat: line.seat === null ? null : (places.shift() ?? null) }));
    const answer = (await quote({ input: { orderId: order.id, moves } })).data?.quoteExchange;
    if (answer?.__typename === 'ExchangeQuoted') setOffer(answer.exchange);
    else if (answer) setRefused(wordsOf(answer));
  };

  return (
    <>
      {offer && <Offer orderId={order.id} told={Boolean(order.email || order.phone)} offer={offer} onBack={() => setOffer(null)} onDone={() => go({ to: `/orders/${encodeURIComponent(order.id)}` })} />}
      {/* Behind the offer, not gone: who chooses again finds the day and the seats as they were. */}
      <div className={css.steps} style={offer ? { display: 'none' } : undefined}>
        <section className={page.card} aria-labelledby="which">
          <h2 id="which">{t('exchanging.which')}</h2>
          {segments.length > 1 && (
            <NativeSelect
              label={t('orders.ride')}
              value={String(segment.index)}
              onChange={(event) => {
                setIndex(Number(event.currentTarget.value));
                setLeft([]);
                choose(null);
              }}
              data={segments.map((one) => ({ value: String(one.index), label: rideName(one, format) }))}
            />
          )}
          {segments.length === 1 && <p>{rideName(segment, format)}</p>}
          <div className={css.people}>
            {good(segment).map((line) => (
              <Checkbox
                key={line.id}
                checked={!left.includes(line.id)}
                label={`${fullName(line.passenger)}${line.seat ? ` · ${t('exchanging.seat', { seat: line.seat })}` : ''}`}
                onChange={(event) => {
                  setLeft(event.currentTarget.checked ? left.filter((one) => one !== line.id) : [...left, line.id]);
                  setSeats([]);
                }}
              />
            ))}
          </div>
        </section>
        <Rides key={segment.index} segment={segment} own={own} wanted={wanted} onChoose={choose} />
        {wanted && <Seats wanted={wanted} count={seated.length} seats={seats} onSeats={setSeats} />}
        {refused && <Notice live tone="error" title={refused} />}
        {error && <ProblemNotice error={error} onRetry={() => void ask()} />}
        <div className={page.tools}>
          <Button size="md" disabled={!wanted || lines.length === 0 || (seats.length > 0 && seats.length !== seated.length)} loading={fetching} onClick={() => void ask()}>
            {t('exchanging.count')}
          </Button>
        </div>
      </div>
    </>
  );
}

const rideName = (segment: Segment, format: ReturnType<typeof useFormat>) =>
  `${segment.trip.number}, ${townName(segment.from.stop)} — ${townName(segment.to.stop)}, ${format.date(segment.from.departure.local, 'dayShort')}, ${clock(segment.from.departure)}`;

interface RidesProps {
  segment: Segment;
  own: Wanted;
  wanted: Wanted | null;
  onChoose: (wanted: Wanted) => void;
}

/** The trip itself for another seat, and what goes the same way on a day. */
function Rides({ segment, own, wanted, onChoose }: RidesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [day, setDay] = useState(localDate(segment.from.departure));
  const place = (stop: Segment['from']['stop']) => stop.place?.id ?? stop.station?.id ?? stop.id;
  const input = { from: place(segment.from.stop), to: place(segment.to.stop), date: day };
  const [{ data, fetching, error }, reload] = useQuery({ query: ExchangeRidesDocument, variables: { input }, pause: !day });
  const rides = (data?.searchJourneys.journeys ?? []).flatMap((journey) => {
    const [ride, change] = journey.segments;
    return ride && !change ? [{ ...ride, seatsLeft: journey.seatsLeft }] : [];
  });
  const value = (ride: Wanted) => `${ride.tripId} ${ride.from} ${ride.to}`;
  const others = rides.map((ride) => ({ ...ride, wanted: { tripId: ride.trip.id, from: ride.from.sequence, to: ride.to.sequence } })).filter((ride) => value(ride.wanted) !== value(own));
  return (
    <section className={page.card} aria-labelledby="where">
      <h2 id="where">{t('exchanging.where')}</h2>
      <Radio.Group
        value={wanted ? value(wanted) : null}
        aria-labelledby="where"
        onChange={(chosen) => {
          const ride = [own, ...others.map((one) => one.wanted)].find((one) => value(one) === chosen);
          if (ride) onChoose(ride);
        }}
      >
        <div className={css.rides}>
          {good(segment).some((line) => line.seat !== null) && <Radio value={value(own)} label={t('exchanging.sameTrip')} description={t('exchanging.sameTripHint')} />}
          <div className={css.day}>
            <DayInput label={t('exchanging.day')} value={day} onChange={setDay} />
          </div>
          {error && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
          {fetching && !data && <Skeleton height={120} radius="lg" />}
          {data && others.length === 0 && <p className="bk-muted">{t('exchanging.noRides')}</p>}
          {others.map((ride) => (
            <Radio
              key={value(ride.wanted)}
              value={value(ride.wanted)}
              disabled={ride.notOnSaleReason !== null || ride.seatsLeft === 0}
              label={`${clock(ride.from.departure)} – ${clock(ride.to.arrival)} · ${ride.trip.number}, ${ride.trip.carrier.name}`}
              description={[ride.notOnSaleReason ? t('exchanging.notOnSale') : t('exchanging.seatsLeft', { count: ride.seatsLeft }), ride.price && format.money(ride.price)].filter(Boolean).join(' · ')}
            />
          ))}
        </div>
      </Radio.Group>
    </section>
  );
}

interface SeatsProps {
  wanted: Wanted;
  count: number;
  seats: string[];
  onSeats: (seats: string[]) => void;
}

function Seats({ wanted, count, seats, onSeats }: SeatsProps) {
  const { t } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: SeatMapOfDocument, variables: { tripId: wanted.tripId, from: wanted.from, to: wanted.to }, requestPolicy: 'network-only' });
  const map = data?.seatMap;
  if (count === 0 || map?.openSeating) return null;
  const toggle = (label: string) => {
    if (seats.includes(label)) onSeats(seats.filter((one) => one !== label));
    else onSeats([...seats, label].slice(-count));
  };
  return (
    <section className={page.card} aria-labelledby="seats">
      <h2 id="seats">{t('exchanging.seats')}</h2>
      <p aria-live="polite">{seats.length === 0 ? t('exchanging.best', { total: count }) : t('exchanging.chosen', { seats: seats.join(', '), chosen: seats.length, total: count })}</p>
      {error && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {map ? <SeatMap name={t('exchanging.seats')} units={map.units} states={seatsNow(map).states} chosen={seats} onToggle={toggle} /> : <Skeleton height={320} radius="lg" />}
    </section>
  );
}
