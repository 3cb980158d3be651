import { Button, Radio, Skeleton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { GoLink, useGo, useParam } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { DeskOfferDocument, PaymentMethodsDocument, ReserveForDeskDocument, PayFromWalletDocument, StartPaymentDocument, WalletOfferDocument, type OrderPartsFragment, type StartPaymentMutation } from '../../gql/graphql';
import { attemptKey, forgetAttempt } from '../order/attempt';
import { CheckoutSteps } from '../order/CheckoutSteps';
import { waitingExchange } from '../order/ExchangeWaits';
import { HoldOver } from '../order/HoldOver';
import { HoldTimer } from '../order/HoldTimer';
import { OrderNotFound } from '../order/OrderNotFound';
import { OrderTrips } from '../order/OrderTrips';
import { PriceSummary } from '../order/PriceSummary';
import { useOrder, type OrderNow } from '../order/useOrder';
import css from '../order/order.module.css';
import { ForWhom } from '../wallet/ForWhom';
import { PromoField } from './PromoField';
import { QrPayment } from './QrPayment';

/** The choice of who pays later, at a desk; no gateway has this code. */
const AT_DESK = 'at-desk';
/** The same for who pays from the internal account. */
const WALLET = 'wallet';
const TO_WALLET = { to: '/cabinet', search: { part: 'wallet' } };

type Refusal = Extract<StartPaymentMutation['startPayment'], { __typename: 'HoldExpired' | 'OrderClosed' | 'InvalidInput' | 'IdempotencyConflict' }>;

/** The price with its explanation, and the way to pay. */
export function PaymentPage() {
  const { t } = useTranslation();
  const number = useParam('number');
  const now = useOrder(number);
  const { order } = now;
  const exchange = order && waitingExchange(order);
  const topsUp = order?.topsUp;
  const go = useGo();
  // Who pays by a code stays on this page until the money has come.
  const waited = useRef(false);
  const waits = order !== null && codeOf(order) !== undefined;
  const done = order?.status === 'PAID' && !exchange;
  useEffect(() => {
    if (waits) waited.current = true;
    else if (waited.current && done) go(topsUp ? TO_WALLET : { to: `/order/${number}` });
  }, [waits, done, go, number, topsUp]);
  return (
    <Page title={topsUp ? t('wallet.topUpOf', { number: topsUp }) : t('payment.title')}>
      {order && !exchange && !topsUp && <CheckoutSteps current="payment" />}
      {now.loading && <Skeleton height={420} radius="lg" />}
      {now.error && !order && <ProblemNotice error={now.error} onRetry={now.reload} />}
      {!now.loading && !now.error && !order && <OrderNotFound />}
      {order && !topsUp && (order.status === 'EXPIRED' || order.status === 'CANCELLED') && <HoldOver order={order} />}
      {order?.status === 'EXPIRED' && topsUp && <Notice tone="warn" title={t('wallet.over')} action={<GoLink {...TO_WALLET}>{t('wallet.toWallet')}</GoLink>} />}
      {order && exchange && <PaymentView now={now} order={order} amount={exchange.difference} until={exchange.validUntil} />}
      {order && !exchange && ['PAID', 'PARTLY_REFUNDED', 'REFUNDED'].includes(order.status) && (
        <Notice tone="ok" title={t('order.alreadyPaid')} action={topsUp ? <GoLink {...TO_WALLET}>{t('wallet.toWallet')}</GoLink> : <GoLink to={`/order/${number}`}>{t('order.open')}</GoLink>} />
      )}
      {order?.status === 'HELD' && !order.readyToPay && (
        <Notice tone="warn" title={t('payment.notReady')} action={<GoLink to={`/order/${number}/passengers`}>{t('payment.fill')}</GoLink>} />
      )}
      {order?.status === 'HELD' && order.readyToPay && <PaymentView now={now} order={order} amount={order.total} until={order.holdUntil} />}
    </Page>
  );
}

/** The payment that waits to be paid by a code. */
const codeOf = (order: OrderPartsFragment) => {
  const last = order.payments.at(-1);
  return last?.qrSvg ? last : undefined;
};

interface PaymentViewProps {
  now: OrderNow;
  order: OrderPartsFragment;
  /** What is to be paid now: the order, or the difference of an exchange. */
  amount: OrderPartsFragment['total'];
  until: string | null | undefined;
}

function PaymentView({ now, order, amount, until }: PaymentViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const [{ data, error: methodsError }, reloadMethods] = useQuery({ query: PaymentMethodsDocument, variables: { order: now.reference! }, pause: !now.reference });
  // A company pays from its account alone.
  const methods = order.company ? [] : (data?.paymentMethods ?? []);
  const exchanging = order.status !== 'HELD';
  const [chosen, setChosen] = useState<string | null>(null);
  const [{ data: own }, reoffer] = useQuery({ query: WalletOfferDocument, variables: { order: now.reference! }, pause: !now.reference, requestPolicy: 'network-only' });
  const paidBy = `${order.company?.id ?? ''} ${amount.amount}`;
  // Another payer or another price: another account, or not enough any more.
  useEffect(() => {
    setChosen(null);
    reoffer({ requestPolicy: 'network-only' });
    // oxlint-disable-next-line react/exhaustive-deps
  }, [paidBy]);
  const wallet = own?.walletOffer;
  const method = chosen ?? (wallet?.enough ? WALLET : methods[0]?.code) ?? null;
  const [{ fetching: paying, error: walletError }, payFromWallet] = useMutation(PayFromWalletDocument);
  const [{ fetching, error }, startPayment] = useMutation(StartPaymentDocument);
  const [{ data: desk }] = useQuery({ query: DeskOfferDocument, variables: { order: now.reference! }, pause: !now.reference });
  const [{ fetching: reserving, error: reserveError }, reserveForDesk] = useMutation(ReserveForDeskDocument);
  const [refused, setRefused] = useState<{ title: string; text?: string } | null>(null);
  const [over, setOver] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [otherwise, setOtherwise] = useState(false);
  const [choosing, setChoosing] = useState(false);
  // A code for a sum that is due no more, after a promo code for example, is not shown: its money would come back.
  const code = codeOf(order);
  const byCode = !otherwise && code?.amount.amount === amount.amount ? code : undefined;

  const failed = order.payments.findLast((one) => one.state === 'FAILED');

  /** What every way of payment may answer instead. */
  const refuse = (result: Refusal) => {
    switch (result.__typename) {
      case 'HoldExpired':
        setOver(true);
        break;
      case 'OrderClosed':
        now.reload();
        break;
      case 'InvalidInput':
        setRefused({ title: result.fields[0]?.message ?? result.message });
        break;
      case 'IdempotencyConflict':
        setRefused({ title: t('reject.conflict'), text: t('reject.conflictText') });
        break;
    }
  };

  const reserve = async () => {
    if (!now.reference) return;
    setRefused(null);
    const result = (await reserveForDesk({ input: { order: now.reference } })).data?.reserveForDesk;
    if (result?.__typename === 'OrderChanged') {
      now.show(result.order);
      go({ to: `/order/${order.number}` });
    } else if (result) refuse(result);
  };

  const payFromOwn = async () => {
    if (!now.reference) return;
    setRefused(null);
    const input = { order: now.reference };
    const name = `wallet.${order.number}.${amount.amount}`;
    const result = (await payFromWallet({ input: { ...input, idempotencyKey: attemptKey(name, input) } })).data?.payFromWallet;
    if (!result) return;
    forgetAttempt(name);
    if (result.__typename === 'PaidFromWallet') {
      now.show(result.order);
      go({ to: `/order/${order.number}` });
    } else refuse(result);
  };

  const pay = async () => {
    if (!now.reference || !method) return;
    if (method === AT_DESK) return reserve();
    if (method === WALLET) return payFromOwn();
    setRefused(null);
    const input = { order: now.reference, method };
    const name = `pay.${order.number}.${amount.amount}`;
    const answer = await startPayment({ input: { ...input, idempotencyKey: attemptKey(name, input) } });
    const result = answer.data?.startPayment;
    if (!result) return;
    forgetAttempt(name);
    switch (result.__typename) {
      case 'PaymentStarted':
        if (result.payment.qrSvg) {
          // The order as it is pushed shows the code.
          setOtherwise(false);
          now.reload();
          break;
        }
        setLeaving(true);
        if (result.payment.redirectUrl) location.assign(result.payment.redirectUrl);
        else go(order.topsUp ? TO_WALLET : { to: `/order/${order.number}` });
        break;
      case 'GatewayUnavailable':
        setRefused({ title: t('payment.gatewayDown'), text: t('payment.gatewayDownText') });
        break;
      default:
        refuse(result);
    }
  };

  const offered = exchanging || order.reservedUntil || order.company ? null : desk?.deskOffer;
  const atDesk = offered && { date: format.date(offered.local, 'weekday'), time: clock(offered) };
  if (over) return exchanging ? <Notice live tone="warn" title={t('exchange.over')} action={<GoLink to={`/order/${order.number}`}>{t('order.open')}</GoLink>} /> : <HoldOver order={order} />;
  return (
    <div className={css.columns}>
      <div className={css.form}>
        {until && !order.topsUp && <HoldTimer until={until} clockSkew={now.clockSkew} onEnd={() => setOver(true)} />}
        {!order.topsUp && <OrderTrips order={order} />}
        {failed && !refused && !byCode && (
          <Notice tone="error" title={t('payment.failed')}>
            {failed.failureReason ?? t('payment.failedText')}
          </Notice>
        )}
        {byCode ? (
          <QrPayment payment={byCode} onOtherwise={() => setOtherwise(true)} />
        ) : (
          <>
            {!order.topsUp && !exchanging && <ForWhom now={now} order={order} onOver={() => setOver(true)} onChoosing={setChoosing} />}
            {!order.topsUp && <PromoField now={now} order={order} onOver={() => setOver(true)} />}
            <section className={css.card} aria-labelledby="method">
              <h2 id="method">{t('payment.method')}</h2>
              {methodsError && <ProblemNotice error={methodsError} onRetry={() => reloadMethods({ requestPolicy: 'network-only' })} />}
              <Radio.Group value={method} onChange={setChosen} aria-labelledby="method">
                <div className={css.methods}>
                  {wallet && (
                    <Radio.Card value={WALLET} className={css.method} disabled={!wallet.enough}>
                      <Radio.Indicator disabled={!wallet.enough} />
                      <span>
                        <strong>{order.company ? t('company.accountOf', { name: order.company.name }) : t('wallet.title')}</strong>
                        <small className="bk-muted">{t(wallet.enough ? 'wallet.has' : 'wallet.tooLittle', { amount: format.money(wallet.wallet.available) })}</small>
                      </span>
                    </Radio.Card>
                  )}
                  {methods.map((one) => (
                    <Radio.Card key={one.code} value={one.code} className={css.method}>
                      <Radio.Indicator />
                      <span>
                        <strong>{one.name}</strong>
                        {one.detail && <small className="bk-muted">{one.detail}</small>}
                        {one.fee && <small className="bk-muted">{t('payment.fee', { fee: format.money(one.fee) })}</small>}
                      </span>
                    </Radio.Card>
                  ))}
                  {atDesk && (
                    <Radio.Card value={AT_DESK} className={css.method}>
                      <Radio.Indicator />
                      <span>
                        <strong>{t('payment.desk')}</strong>
                        <small className="bk-muted">{t('payment.deskText', atDesk)}</small>
                      </span>
                    </Radio.Card>
                  )}
                </div>
              </Radio.Group>
            </section>
            {refused && (
              <Notice live tone="error" title={refused.title}>
                {refused.text}
              </Notice>
            )}
            {(error ?? reserveError ?? walletError) && <ProblemNotice error={(error ?? reserveError ?? walletError)!} onRetry={() => void pay()} />}
            <div className={css.actions}>
              <Button size="lg" color="apricot.4" disabled={!method} loading={fetching || reserving || leaving || paying || choosing} onClick={() => void pay()}>
                {method === AT_DESK && atDesk ? t('payment.reserve', atDesk) : t('payment.pay', { amount: format.money(amount) })}
              </Button>
              {order.topsUp ? (
                <GoLink {...TO_WALLET} className={css.back}>
                  {t('wallet.toWallet')}
                </GoLink>
              ) : (
                <GoLink to={exchanging ? `/order/${order.number}` : `/order/${order.number}/passengers`} className={css.back}>
                  {t(exchanging ? 'order.open' : 'payment.back')}
                </GoLink>
              )}
            </div>
            {method !== AT_DESK && method !== WALLET && !order.topsUp && <p className={css.small}>{t('payment.secure')}</p>}
          </>
        )}
      </div>
      <aside className={css.side}>
        <PriceSummary order={order} />
      </aside>
    </div>
  );
}
