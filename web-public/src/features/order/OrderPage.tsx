import { Button, Skeleton } from '@mantine/core';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Icon, Notice, ProblemNotice, useFormat } from 'web-shared';
import { GoLink, useGo, useParam } from 'web-shared/routing';
import { Page } from '../../app/Page';
import type { OrderPartsFragment } from '../../gql/graphql';
import { CheckoutSteps } from './CheckoutSteps';
import { ExchangeWaits, waitingExchange } from './ExchangeWaits';
import { HoldOver } from './HoldOver';
import { HoldTimer } from './HoldTimer';
import { forgetDraft } from './passengerForm';
import { OrderNotFound } from './OrderNotFound';
import { OrderTrips } from './OrderTrips';
import { PriceSummary } from './PriceSummary';
import { Resend } from './Resend';
import { seatLines } from './seatLines';
import { TicketCard } from './TicketCard';
import { useOrder, type OrderNow } from './useOrder';
import shared from './order.module.css';
import css from './OrderPage.module.css';

const Requests = lazy(async () => ({ default: (await import('../refund/Requests')).Requests }));
const RefundDialog = lazy(async () => ({ default: (await import('../refund/RefundDialog')).RefundDialog }));

/** The order behind its secret link: tickets, papers, refund; live while it is open. */
export function OrderPage() {
  const { t } = useTranslation();
  const number = useParam('number');
  const now = useOrder(number);
  const { order } = now;
  return (
    <Page title={t('order.title', { number })}>
      {now.loading && <Skeleton height={420} radius="lg" />}
      {now.error && !order && <ProblemNotice error={now.error} onRetry={now.reload} />}
      {!now.loading && !now.error && !order && <OrderNotFound />}
      {order?.topsUp && <Notice tone="info" title={t('wallet.topUpOf', { number: order.topsUp })} action={<GoLink to="/cabinet" search={{ part: 'wallet' }}>{t('wallet.toWallet')}</GoLink>} />}
      {order && !order.topsUp && <OrderView now={now} order={order} />}
    </Page>
  );
}

function OrderView({ now, order }: { now: OrderNow; order: OrderPartsFragment }) {
  const { t } = useTranslation();
  const [refunding, setRefunding] = useState(false);
  const paid = order.status === 'PAID' || order.status === 'PARTLY_REFUNDED' || order.status === 'REFUNDED';
  const exchange = waitingExchange(order);
  const refundable = order.segments.some((segment) => segment.lines.some((line) => line.refundable));
  useEffect(() => {
    if (paid) forgetDraft(order.number);
  }, [paid, order.number]);

  return (
    <>
      {order.status === 'HELD' && <CheckoutSteps current="payment" />}
      <div className={paid ? css.status : undefined}>
        {exchange ? <ExchangeWaits now={now} order={order} exchange={exchange} /> : <StatusNotice now={now} order={order} />}
      </div>
      {paid && (
        <>
          <div className={`${css.tools} bk-noprint`}>
            {order.ticketsPdfUrl && (
              <Button component="a" href={order.ticketsPdfUrl} leftSection={<Icon name="download" />} variant="light">
                {t('order.pdf')}
              </Button>
            )}
            {order.receiptsPdfUrl && (
              <Button component="a" href={order.receiptsPdfUrl} leftSection={<Icon name="paper" />} variant="light">
                {t('order.receipts')}
              </Button>
            )}
            {order.calendarUrl && (
              <Button component="a" href={order.calendarUrl} leftSection={<Icon name="calendar" />} variant="light">
                {t('order.calendar')}
              </Button>
            )}
            <Button leftSection={<Icon name="print" />} variant="light" onClick={() => print()}>
              {t('order.print')}
            </Button>
            {refundable && (
              <Button color="red" variant="light" onClick={() => setRefunding(true)}>
                {t('refund.start')}
              </Button>
            )}
          </div>
          <section className={css.tickets} aria-label={t('order.tickets')}>
            {order.segments.map((segment) =>
              seatLines(order, segment).map((line) => <TicketCard key={line.id} order={order} segment={segment} line={line} />),
            )}
          </section>
        </>
      )}
      <div className={css.lower}>
        <PriceSummary order={order} />
        <div className={css.lowerSide}>
          <Money order={order} />
          {paid && now.reference && (
            <Suspense>
              <Requests order={order} reference={now.reference} />
            </Suspense>
          )}
          {paid && order.status !== 'REFUNDED' && now.reference && <Resend reference={now.reference} email={order.email ?? ''} />}
        </div>
      </div>
      {refunding && now.reference && (
        <Suspense>
          <RefundDialog order={order} reference={now.reference} onClose={() => setRefunding(false)} onRefunded={now.show} />
        </Suspense>
      )}
    </>
  );
}

function StatusNotice({ now, order }: { now: OrderNow; order: OrderPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const last = order.payments.at(-1);
  const back = order.payments.find((one) => one.state === 'REFUNDED');
  switch (order.status) {
    case 'HELD': {
      if (order.reservedUntil) return <Reserved now={now} order={order} until={order.reservedUntil} />;
      const waiting = last && ['CREATED', 'PENDING', 'AUTHORISED', 'UNKNOWN'].includes(last.state);
      return (
        <>
          {order.holdUntil && <HoldTimer until={order.holdUntil} clockSkew={now.clockSkew} onEnd={now.reload} />}
          <Notice
            live
            tone={last?.state === 'FAILED' ? 'error' : 'info'}
            title={t(waiting ? 'order.paymentPending' : last?.state === 'FAILED' ? 'payment.failed' : 'order.waitsForPayment')}
            action={
              <Button {...(waiting ? { variant: 'subtle' } : { color: 'apricot.4' })} onClick={() => go({ to: `/order/${order.number}/${order.readyToPay ? 'payment' : 'passengers'}` })}>
                {t(waiting ? (last.qrSvg ? 'payment.showCode' : 'order.payOtherwise') : order.readyToPay ? 'order.pay' : 'payment.fill')}
              </Button>
            }
          >
            {waiting ? t('order.paymentPendingText') : (last?.failureReason ?? t('order.waitsForPaymentText'))}
          </Notice>
        </>
      );
    }
    case 'EXPIRED':
    case 'CANCELLED':
      return back ? (
        <Notice live tone="warn" title={t('order.lateTitle')}>
          {t('order.lateText', { amount: format.money(back.amount) })}
        </Notice>
      ) : (
        <HoldOver order={order} />
      );
    case 'PAID':
      return (
        <Notice live tone="ok" title={t('order.paidTitle')}>
          {order.email ? t('order.paidText', { email: order.email }) : t('order.paidNoMail')}
        </Notice>
      );
    case 'PARTLY_REFUNDED':
      return (
        <Notice live tone="ok" title={t('order.partlyTitle')}>
          {t('order.partlyText')}
        </Notice>
      );
    case 'REFUNDED':
      return back && order.refunds.length === 0 ? (
        <Notice live tone="warn" title={t('order.lateTitle')}>
          {t('order.lateText', { amount: format.money(back.amount) })}
        </Notice>
      ) : (
        <Notice live title={t('order.refundedTitle')}>
          {t('order.refundedText')}
        </Notice>
      );
  }
}

/** It waits for its payment at a desk: the number to say there, how much, until when. */
function Reserved({ now, order, until }: { now: OrderNow; order: OrderPartsFragment; until: NonNullable<OrderPartsFragment['reservedUntil']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  return (
    <>
      <HoldTimer until={until.at} clockSkew={now.clockSkew} onEnd={now.reload} />
      <Notice
        live
        tone="ok"
        title={t('order.reservedTitle', { date: format.date(until.local, 'weekday'), time: clock(until) })}
        action={
          <Button variant="subtle" onClick={() => go({ to: `/order/${order.number}/payment` })}>
            {t('order.payHere')}
          </Button>
        }
      >
        {t('order.reservedText', { number: order.number, amount: format.money(order.total) })}
      </Notice>
      <OrderTrips order={order} />
    </>
  );
}

/** Payments and refunds of the order. */
function Money({ order }: { order: OrderPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const refunds = order.refunds.filter((one) => one.state !== 'QUOTED' && one.state !== 'EXPIRED');
  if (order.payments.length === 0 && refunds.length === 0) return null;
  return (
    <section className={shared.card} aria-labelledby="money">
      <h2 id="money">{t('order.money')}</h2>
      <ul className={css.money}>
        {order.payments.map((one) => (
          <li key={one.id}>
            <span>
              {one.methodName}
              <small className="bk-muted">
                {format.date(one.paidAt ?? one.createdAt, 'moment')} · {t(`payment.state.${one.state}`)}
              </small>
            </span>
            <strong>{format.money(one.amount)}</strong>
          </li>
        ))}
        {refunds.map((one) => (
          <li key={one.id}>
            <span>
              {t('refund.title')}
              <small className="bk-muted">
                {format.date(one.createdAt, 'moment')} · {t(`refund.state.${one.state}`)}
                {Number(one.withheld.amount) > 0 && ` · ${t('refund.withheldOf', { amount: format.money(one.withheld) })}`}
              </small>
            </span>
            <strong>−{format.money(one.amount)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
