import { Anchor, Button, Skeleton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, stopName, useFormat, useMutation, useQuery, type MoneyLike } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useFilters } from '../../app/useFilters';
import { MyShiftDocument, SaleDropDocument, SaleOrderDocument, SiteDocument, type MyShiftQuery, type SaleOrderPartsFragment } from '../../gql/graphql';
import { OrderReceipts } from '../fiscalReceipt/OrderReceipts';
import { PrintTickets } from '../printout/PrintTickets';
import { TakeForm } from '../shift/TakeForm';
import { PeopleStep } from './PeopleStep';
import type { Place } from './PlaceField';
import { RideStep, type Ride } from './RideStep';
import css from './Sale.module.css';
import { SeatStep } from './SeatStep';

/** A sale at the desk on one page, by keyboard alone. */
export function SalePage() {
  const { t } = useTranslation();
  const [{ data, error }, again] = useQuery({ query: MyShiftDocument, variables: {}, requestPolicy: 'cache-and-network' });
  const [{ data: site }] = useQuery({ query: SiteDocument });
  if (!data || !site) {
    return <Page title={t('sale.title')}>{error ? <ProblemNotice error={error} onRetry={() => again({ requestPolicy: 'network-only' })} /> : <Skeleton height={320} radius="lg" />}</Page>;
  }
  if (!data.myShift) {
    return (
      <Page title={t('sale.title')}>
        <Notice tone="warn" title={t('sale.noShift')}>
          <GoLink to="/shift">{t('sale.openShift')}</GoLink>
        </Notice>
      </Page>
    );
  }
  return <Desk shift={data.myShift} today={site.site.today} />;
}

function Desk({ shift, today }: { shift: NonNullable<MyShiftQuery['myShift']>; today: string }) {
  const { t } = useTranslation();
  // An order that is begun stands in the address: it is there again after a reload.
  const { search, change } = useFilters('/sale');
  const station = shift.desk.station;
  const [from, setFrom] = useState<Place | null>(station ? { id: station.id, name: station.name } : null);
  const [day, setDay] = useState(today);
  const [sale, setSale] = useState(0);
  const orderId = search.order ?? '';
  const next = () => {
    change({ order: undefined });
    setSale((count) => count + 1);
  };
  const [{ fetching: dropping }, drop] = useMutation(SaleDropDocument);
  const begin = async (unsold: string | null) => {
    // Its seats are free for others at once.
    if (unsold) await drop({ input: { order: { id: unsold } } });
    next();
  };
  return (
    <Page
      title={t('sale.title')}
      lead={t('shift.named', { desk: shift.desk.sign, number: shift.number })}
      tools={
        <span className={css.keys} aria-hidden>
          <span>
            <kbd>Enter</kbd> {t('sale.keyNext')}
          </span>
          <span>
            <kbd>↑</kbd> <kbd>↓</kbd> {t('sale.keyTrips')}
          </span>
          <span>
            <kbd>F2</kbd> {t('sale.keyNew')}
          </span>
        </span>
      }
    >
      {orderId === '' ? (
        <Choose key={sale} from={from} day={day} onFrom={setFrom} onDay={setDay} onHeld={(order) => change({ order: order.id })} onNew={next} />
      ) : (
        <Finish key={orderId} id={orderId} today={today} busy={dropping} onNew={(unsold) => void begin(unsold)} />
      )}
    </Page>
  );
}

/** F2 anywhere on the page. */
function useNewSale(begin: () => void) {
  const heard = useRef(begin);
  useEffect(() => {
    heard.current = begin;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F2') return;
      event.preventDefault();
      heard.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

interface ChooseProps {
  from: Place | null;
  day: string;
  onFrom: (place: Place) => void;
  onDay: (day: string) => void;
  onHeld: (order: SaleOrderPartsFragment) => void;
  onNew: () => void;
}

function Choose({ from, day, onFrom, onDay, onHeld, onNew }: ChooseProps) {
  const [ride, setRide] = useState<Ride | null>(null);
  useNewSale(onNew);
  return (
    <div className={css.columns}>
      <RideStep from={from} day={day} onFrom={onFrom} onDay={onDay} chosen={ride} onChoose={setRide} />
      {ride && <SeatStep key={ride.trip.id} ride={ride} onHeld={onHeld} />}
    </div>
  );
}

interface FinishProps {
  id: string;
  today: string;
  busy: boolean;
  /** With the order that is given up, if any. */
  onNew: (unsold: string | null) => void;
}

/** From the held seats to the tickets. */
function Finish({ id, today, busy, onNew }: FinishProps) {
  const { t } = useTranslation();
  const [{ data, error }, again] = useQuery({ query: SaleOrderDocument, variables: { id }, requestPolicy: 'cache-and-network' });
  const [named, setNamed] = useState<SaleOrderPartsFragment | null>(null);
  const [taken, setTaken] = useState<{ change: MoneyLike; tickets?: string | null } | null>(null);
  const order = named ?? data?.order;
  const held = order?.status === 'HELD' && !taken;
  useNewSale(() => onNew(held ? id : null));
  if (!order) return error ? <ProblemNotice error={error} onRetry={() => again({ requestPolicy: 'network-only' })} /> : data ? <Gone onNew={() => onNew(null)} /> : <Skeleton height={320} radius="lg" />;
  if (taken) return <Sold order={order} change={taken.change} tickets={taken.tickets} onNew={() => onNew(null)} />;
  if (order.status !== 'HELD') return order.status === 'PAID' ? <Sold order={order} tickets={order.ticketsPdfUrl} onNew={() => onNew(null)} /> : <Gone onNew={() => onNew(null)} />;
  return (
    <div className={css.columns}>
      <section className={page.card} aria-labelledby="sale-order">
        <h2 id="sale-order">{t('sale.order', { number: order.number })}</h2>
        <Summary order={order} />
        <Button variant="default" loading={busy} style={{ justifySelf: 'start' }} onClick={() => onNew(id)}>
          {t('sale.giveUp')}
        </Button>
      </section>
      <section className={page.card} aria-labelledby="sale-people">
        <h2 id="sale-people">{t('sale.people')}</h2>
        {order.readyToPay ? (
          <ul>
            {order.passengers.map((one) => (
              <li key={one.id}>{[one.lastName, one.firstName].filter(Boolean).join(' ')}</li>
            ))}
          </ul>
        ) : (
          <PeopleStep order={order} today={today} onNamed={setNamed} />
        )}
      </section>
      {order.readyToPay && (
        <section className={page.card} aria-labelledby="sale-pay">
          <h2 id="sale-pay">{t('sale.payment')}</h2>
          <TakeForm focused order={order} onTaken={(change, tickets) => setTaken({ change, tickets })} />
        </section>
      )}
    </div>
  );
}

function Summary({ order }: { order: SaleOrderPartsFragment }) {
  const format = useFormat();
  return (
    <>
      {order.segments.map((segment) => (
        <p key={segment.index} style={{ margin: 0 }}>
          <strong>
            {segment.trip.number} · {stopName(segment.from.stop)} — {stopName(segment.to.stop)}
          </strong>
          <br />
          {format.date(segment.from.departure.local.slice(0, 16), 'moment')}
        </p>
      ))}
      <table className={`${page.table} ${page.amounts}`}>
        <tbody>
          {order.explanation.map((line) => (
            <tr key={`${line.kind} ${line.title} ${line.detail ?? ''}`}>
              <td>
                {line.title}
                <small>{line.detail}</small>
              </td>
              <td className={page.number}>{format.money(line.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <strong className={css.change}>{format.money(order.due)}</strong>
    </>
  );
}

/** The change in large figures, and the tickets. */
function Sold({ order, change, tickets, onNew }: { order: SaleOrderPartsFragment; change?: MoneyLike; tickets?: string | null; onNew: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const print = useRef<HTMLAnchorElement>(null);
  useEffect(() => print.current?.focus(), []);
  return (
    <section className={page.card} aria-labelledby="sale-sold" style={{ maxWidth: '40rem' }}>
      <h2 id="sale-sold">{t('sale.sold', { number: order.number })}</h2>
      {change && (
        <p role="status" style={{ margin: 0 }}>
          {t('sale.change')} <span className={css.change}>{format.money(change)}</span>
        </p>
      )}
      {tickets && <PrintTickets orderId={order.id} atOnce={change !== undefined} />}
      <OrderReceipts orderId={order.id} atOnce={change !== undefined} />
      <div className={page.tools}>
        {tickets && (
          <Anchor ref={print} href={tickets} target="_blank" rel="noreferrer" className={page.action}>
            {t('atDesk.print')}
          </Anchor>
        )}
        <Button size="md" onClick={onNew}>
          {t('sale.new')}
        </Button>
        <GoLink to={`/orders/${encodeURIComponent(order.id)}`}>{t('sale.toOrder')}</GoLink>
      </div>
    </section>
  );
}

/** The time for the payment is over, or somebody has given it up. */
function Gone({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <Notice live tone="warn" title={t('sale.gone')} />
      <Button style={{ justifySelf: 'start' }} onClick={onNew}>
        {t('sale.new')}
      </Button>
    </>
  );
}
