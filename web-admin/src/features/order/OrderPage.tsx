import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Empty, Notice, ProblemNotice, stopName, useFormat, zoneNote } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useRecord } from '../../app/useRecord';
import { OrderPageDocument, type OrderPageQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { History } from '../audit/History';
import { OrderExchanges } from '../exchange/OrderExchanges';
import { Decision } from '../refund/Decision';
import { OrderRequests } from '../refundRequest/OrderRequests';
import { OverruleNote } from '../refund/OverruleNote';
import { DeskPanel } from '../shift/DeskPanel';
import { ContactForm, SendTickets } from './ContactForm';
import { ORDER_TONES } from './OrdersPage';
import { PassengerForm } from './PassengerForm';
import { SplitForm } from './SplitForm';
import { OrderReceipts } from '../fiscalReceipt/OrderReceipts';
import { Timeline } from './Timeline';

type Order = NonNullable<OrderPageQuery['order']>;

/** What is done in a window of its own: to the contact, the tickets, or the passenger of this id. */
type Asked = { what: 'contact' | 'send' | 'split' } | { what: 'passenger'; id: string };

/** One order as the staff see it: rides, passengers, price, money, and all that has happened to it. */
export function OrderPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const mayChange = can('CHANGE_ORDERS');
  const { data, error, again, done, said, changes } = useRecord(OrderPageDocument);
  const [asked, setAsked] = useState<Asked | null>(null);
  const order = data?.order;
  if (!order) {
    return (
      <Page title={t('order.title')}>
        {error ? <ProblemNotice error={error} onRetry={again} /> : !data ? <Skeleton height={420} radius="lg" /> : <Empty title={t('order.notFound')} action={<GoLink to="/orders">{t('orders.title')}</GoLink>} />}
      </Page>
    );
  }
  const sold = order.segments.some((segment) => segment.lines.some((line) => line.ticket?.valid));
  const saved = (words: string) => {
    setAsked(null);
    done(words);
  };
  const passenger = asked?.what === 'passenger' ? order.passengers.find((one) => one.id === asked.id) : undefined;
  return (
    <Page title={t('order.named', { number: order.number })} lead={format.date(order.createdAt, 'moment')} tools={<Badge tone={ORDER_TONES[order.status]}>{t(`orderStatus.${order.status}`)}</Badge>}>
      {said && <Notice live tone="ok" title={said} />}
      <section className={page.card} aria-label={t('order.summary')}>
        <dl className={page.facts}>
          <Fact name={t('orders.total')} value={format.money(order.total)} />
          <Fact name={t('order.paid')} value={format.money(order.paid)} />
          <Fact name={t('order.email')} value={order.email ?? '—'} />
          <Fact name={t('order.phone')} value={order.phone ?? '—'} />
          {order.relatives.length > 0 && (
            <div>
              <dt>{t('split.relatives')}</dt>
              <dd>
                {order.relatives.map((one) => (
                  <GoLink key={one.id} to={`/orders/${encodeURIComponent(one.id)}`} style={{ display: 'block' }}>
                    {one.number}
                  </GoLink>
                ))}
              </dd>
            </div>
          )}
          {order.holdUntil && <Fact name={t(order.reservedUntil ? 'order.reservedUntil' : 'order.holdUntil')} value={format.date(order.holdUntil, 'moment')} />}
        </dl>
        {(mayChange || can('EXCHANGE_TICKETS')) && (
          <div className={page.tools}>
            {mayChange && (
              <Button variant="default" onClick={() => setAsked({ what: 'contact' })}>
                {t('order.changeContact')}
              </Button>
            )}
            {sold && can('EXCHANGE_TICKETS') && (
              <GoLink className={page.action} to={`/orders/${encodeURIComponent(order.id)}/exchange`}>
                {t('exchanging.start')}
              </GoLink>
            )}
            {sold && mayChange && (
              <Button variant="default" onClick={() => setAsked({ what: 'send' })}>
                {t('order.sendTickets')}
              </Button>
            )}
            {sold && mayChange && order.passengers.length > 1 && (
              <Button variant="default" onClick={() => setAsked({ what: 'split' })}>
                {t('split.start')}
              </Button>
            )}
          </div>
        )}
      </section>
      <div className={page.columns}>
        <div className={page.page}>
          {order.segments.map((segment) => (
            <Segment key={segment.index} order={order} segment={segment} />
          ))}
          <People order={order} onChange={mayChange ? (id) => setAsked({ what: 'passenger', id }) : undefined} />
          <Timeline orderId={order.id} changes={changes} />
        </div>
        <div className={page.page}>
          <OrderRequests key={`requests-${order.version}`} orderId={order.id} onDone={done} />
          <DeskPanel order={order} onDone={done} />
          <OrderExchanges orderId={order.id} exchanges={order.exchanges} onDropped={() => done(t('exchanging.dropped'))} />
          <Price order={order} />
          <Money order={order} onDone={done} />
          <OrderReceipts key={order.version} orderId={order.id} />
          <History subjectKind="order" subjectId={order.id} changes={changes} />
        </div>
      </div>
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title={asked && t(`order.asked.${asked.what}`)} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked?.what === 'contact' && <ContactForm order={order} reread={again} onSaved={() => saved(t('order.contactChanged'))} />}
        {asked?.what === 'send' && <SendTickets order={order} onSaved={() => saved(t('order.sent'))} />}
        {asked?.what === 'split' && <SplitForm order={order} reread={again} onSplit={(number) => saved(t('split.done', { number }))} />}
        {passenger && <PassengerForm order={order} passenger={passenger} reread={again} onSaved={() => saved(t('order.passengerChanged'))} />}
      </Modal>
    </Page>
  );
}

const Fact = ({ name, value }: { name: string; value: string }) => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);

function Segment({ order, segment }: { order: Order; segment: Order['segments'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = zoneNote(segment.to.arrival, segment.from.departure);
  const nameOf = (id: string | undefined) => {
    const one = order.passengers.find((passenger) => passenger.id === id);
    return one ? [one.lastName, one.firstName].filter(Boolean).join(' ') || one.category.name : '—';
  };
  return (
    <section className={page.card}>
      <h2>
        {stopName(segment.from.stop)} — {stopName(segment.to.stop)}
      </h2>
      <p className="bk-muted">
        {format.date(segment.from.departure.local, 'weekday')}, {clock(segment.from.departure)} – {clock(segment.to.arrival)} {zone} · {segment.trip.carrier.name} ·{' '}
        <GoLink to={`/trips/${encodeURIComponent(segment.trip.id)}`}>{t('order.trip', { number: segment.trip.number })}</GoLink>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={page.scroll} tabIndex={0} role="region" aria-label={`${stopName(segment.from.stop)} — ${stopName(segment.to.stop)}`}>
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{t('order.line')}</th>
              <th scope="col">{t('trip.passenger')}</th>
              <th scope="col">{t('order.ticket')}</th>
              <th scope="col">{t('order.price')}</th>
              <th scope="col">{t('trips.state')}</th>
            </tr>
          </thead>
          <tbody>
            {segment.lines.map((line) => (
              <tr key={line.id}>
                <td className={page.number}>{line.title}</td>
                <td>{nameOf(line.passenger?.id)}</td>
                <td className={page.number}>
                  {line.ticket?.number ?? '—'}
                  {line.ticket?.blank && <small>{t('order.blank', { number: line.ticket.blank })}</small>}
                </td>
                <td className={page.number}>{format.money(line.price)}</td>
                <td>
                  <Badge tone={line.state === 'ISSUED' || line.state === 'USED' ? 'good' : line.state === 'HELD' ? 'warn' : 'quiet'}>{t(`line.${line.state}`)}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function People({ order, onChange }: { order: Order; onChange?: (id: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={page.card} aria-labelledby="people">
      <h2 id="people">{t('orders.passengers')}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={page.scroll} tabIndex={0} role="region" aria-labelledby="people">
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{t('trip.passenger')}</th>
              <th scope="col">{t('order.birthDate')}</th>
              <th scope="col">{t('order.document')}</th>
              <th scope="col">{t('order.price')}</th>
              {onChange && <th scope="col">{t('jobs.action')}</th>}
            </tr>
          </thead>
          <tbody>
            {order.passengers.map((one) => (
              <tr key={one.id}>
                <td>
                  {[one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ') || '—'}
                  <small>{one.category.name}</small>
                </td>
                <td className={page.number}>{one.birthDate ? format.date(one.birthDate, 'full') : '—'}</td>
                <td>
                  {one.documentNumber ?? '—'}
                  <small>{[one.documentKind && t(`document.${one.documentKind}`), one.citizenship].filter(Boolean).join(', ')}</small>
                </td>
                <td className={page.number}>{format.money(one.total)}</td>
                {onChange && (
                  <td>
                    <Button variant="subtle" size="compact-md" aria-label={t('order.changeNamed', { name: [one.lastName, one.firstName].filter(Boolean).join(' ') })} onClick={() => onChange(one.id)}>
                      {t('order.change')}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Price({ order }: { order: Order }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={page.card} aria-labelledby="price">
      <h2 id="price">{t('order.price')}</h2>
      <table className={`${page.table} ${page.amounts}`}>
        <tbody>
          {order.explanation.map((line, index) => (
            <tr key={index}>
              <td>
                {line.title}
                {line.detail && <small>{line.detail}</small>}
              </td>
              <td className={page.number}>{format.money(line.amount)}</td>
            </tr>
          ))}
          <tr>
            <td>
              <strong>{t('orders.total')}</strong>
            </td>
            <td className={page.number}>
              <strong>{format.money(order.total)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Money({ order, onDone }: { order: Order; onDone: (words: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={page.card} aria-labelledby="money">
      <h2 id="money">{t('order.money')}</h2>
      {order.payments.length === 0 && order.refunds.length === 0 ? (
        <p className="bk-muted">{t('order.noMoney')}</p>
      ) : (
        <table className={`${page.table} ${page.amounts}`}>
          <tbody>
            {order.payments.map((one) => (
              <tr key={one.id}>
                <td>
                  {one.methodName}
                  <small>
                    {[format.date(one.paidAt ?? one.createdAt, 'moment'), one.failureReason, one.share && t('split.share'), Number(one.moved.amount) > 0 && t('split.moved', { amount: format.money(one.moved) })].filter(Boolean).join(' · ')}
                  </small>
                </td>
                <td>
                  <Badge tone={one.state === 'PAID' ? 'good' : one.state === 'FAILED' ? 'bad' : 'quiet'}>{t(`paymentState.${one.state}`)}</Badge>
                </td>
                <td className={page.number}>{format.money(one.amount)}</td>
              </tr>
            ))}
            {order.refunds.map((one) => [
              <tr key={one.id}>
                <td>
                  {t('order.refund')}
                  <small>
                    {format.date(one.createdAt, 'moment')} · {t('order.withheld', { amount: format.money(one.withheld) })}
                  </small>
                </td>
                <td>
                  <Badge tone={one.state === 'DONE' ? 'good' : one.state === 'FAILED' ? 'bad' : one.state === 'WAITING_APPROVAL' ? 'warn' : 'quiet'}>{t(`refundState.${one.state === 'PENDING' && one.waitsAtDesk ? 'AT_DESK' : one.state}`)}</Badge>
                </td>
                <td className={page.number}>−{format.money(one.amount)}</td>
              </tr>,
              one.overrule && (
                <tr key={`${one.id}-overrule`}>
                  <td colSpan={3} style={{ textAlign: 'start' }}>
                    <OverruleNote overrule={one.overrule} />
                    <Decision overrule={one.overrule} onDone={onDone} />
                  </td>
                </tr>
              ),
            ])}
          </tbody>
        </table>
      )}
    </section>
  );
}
