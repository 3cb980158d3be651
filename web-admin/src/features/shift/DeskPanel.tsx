import { Anchor, Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation, type MoneyLike } from 'web-shared';
import page from '../../app/Page.module.css';
import { FormFrame } from '../../app/FormFrame';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { wordsOf } from '../../app/wordsOf';
import { PayOutRefundsDocument, TakePaymentDocument, type OrderPageQuery, type Tender } from '../../gql/graphql';
import { useCan } from '../account/session';
import { changeOf, decimalOf, minorOf, minorOfMoney } from './amounts';
import { ReturnForm } from './ReturnForm';
import { useKey } from './useKey';

type Order = NonNullable<OrderPageQuery['order']>;

interface DeskPanelProps {
  order: Order;
  onDone: (words: string) => void;
}

/** What a cashier does with the money of an order: takes it, gives tickets back, pays out. */
export function DeskPanel({ order, onDone }: DeskPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const [returning, setReturning] = useState(false);
  const [taken, setTaken] = useState<{ change: MoneyLike; tickets?: string | null } | null>(null);
  const due = Number(order.due.amount) > 0;
  const sold = order.segments.some((segment) => segment.lines.some((line) => line.ticket?.valid));
  const waiting = order.refunds.filter((one) => one.waitsAtDesk);
  const sells = can('SELL_AT_DESK');
  const returns = can('RETURN_TICKETS') && sold;
  if (!returns && !(sells && (due || waiting.length > 0 || taken))) return null;
  return (
    <section className={page.card} aria-labelledby="at-desk">
      <h2 id="at-desk">{t('atDesk.title')}</h2>
      {taken && (
        <Notice live tone="ok" title={t('atDesk.taken')}>
          {Number(taken.change.amount) > 0 && <strong>{t('atDesk.change', { amount: format.money(taken.change) })} </strong>}
          {taken.tickets && (
            <Anchor href={taken.tickets} target="_blank" rel="noreferrer">
              {t('atDesk.print')}
            </Anchor>
          )}
        </Notice>
      )}
      {sells && due && !order.readyToPay && <Notice tone="warn" title={t('atDesk.notReady')} />}
      {sells && due && order.readyToPay && (
        <TakeForm
          order={order}
          onTaken={(change, tickets) => {
            setTaken({ change, tickets });
            onDone(t('atDesk.taken'));
          }}
        />
      )}
      {sells && waiting.length > 0 && <PayOut order={order} waiting={waiting} onDone={onDone} />}
      {returns && (
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setReturning(true)}>
          {t('atDesk.return')}
        </Button>
      )}
      <Modal opened={returning} onClose={() => setReturning(false)} size="lg" title={t('atDesk.return')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {returning && (
          <ReturnForm
            order={order}
            onReturned={(words) => {
              setReturning(false);
              onDone(words);
            }}
          />
        )}
      </Modal>
    </section>
  );
}

interface TakeFormProps {
  order: Order;
  onTaken: (change: MoneyLike, tickets: string | null | undefined) => void;
}

function TakeForm({ order, onTaken }: TakeFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, take] = useMutation(TakePaymentDocument);
  const attempt = useKey();
  const due = minorOfMoney(order.due);
  const form = useForm({
    name: `take.${order.id}.${order.due.amount}`,
    version: null,
    saved: { card: '' as number | '', received: '' as number | '', reference: '' },
    send: async ({ card, received, reference }) => {
      const cash = due - minorOf(card);
      const input = {
        orderId: order.id,
        cash: decimalOf(cash),
        card: decimalOf(minorOf(card)),
        received: received === '' ? null : decimalOf(minorOf(received)),
        cardReference: reference.trim() || null,
        idempotencyKey: attempt.key(),
      };
      const answer = (await take({ input })).data?.takePayment;
      if (answer) attempt.used();
      if (answer?.__typename === 'PaymentTaken') {
        form.discard();
        onTaken(answer.change, answer.ticketsPdfUrl);
      }
      return answer?.__typename === 'InvalidInput' ? answer : answer && { ...answer, fields: undefined };
    },
  });
  const { values, set, wrong } = form;
  const cash = due - minorOf(values.card);
  const change = changeOf(cash, values.received);
  const money = (minor: number) => format.money({ amount: decimalOf(minor), currency: order.due.currency });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('atDesk.take', { amount: format.money(order.due) })} names={{ card: t('atDesk.card'), received: t('atDesk.received') }}>
      <p style={{ margin: 0 }}>
        {t('atDesk.due')} <strong>{format.money(order.due)}</strong>
      </p>
      <NumberField label={t('atDesk.card')} description={t('atDesk.cardHint', { cash: money(Math.max(cash, 0)) })} value={values.card} error={wrong('card') ?? wrong('cash')} decimalScale={2} hideControls onChange={(card) => set({ card })} />
      {minorOf(values.card) > 0 && <TextInput label={t('atDesk.reference')} maxLength={40} autoComplete="off" {...form.text('reference', 'cardReference')} />}
      {cash > 0 && (
        <NumberField
          label={t('atDesk.received')}
          description={change === null ? undefined : t('atDesk.change', { amount: money(change) })}
          value={values.received}
          error={wrong('received') ?? (change === null ? t('atDesk.tooLittle') : undefined)}
          decimalScale={2}
          hideControls
          onChange={(received) => set({ received })}
        />
      )}
      {wrong('orderId') && <Notice live tone="error" title={wrong('orderId') ?? ''} />}
    </FormFrame>
  );
}

interface PayOutProps {
  order: Order;
  waiting: Order['refunds'];
  onDone: (words: string) => void;
}

/** Money that waits for the customer at a desk. */
function PayOut({ order, waiting, onDone }: PayOutProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, pay] = useMutation(PayOutRefundsDocument);
  const [wrong, setWrong] = useState<string | null>(null);
  const attempt = useKey();
  const whole = waiting.reduce((sum, one) => sum + minorOfMoney(one.amount), 0);
  const amount = format.money({ amount: decimalOf(whole), currency: order.total.currency });
  const send = async (tender: Tender) => {
    setWrong(null);
    const answer = (await pay({ input: { orderId: order.id, tender, idempotencyKey: attempt.key() } })).data?.payOutRefunds;
    if (answer) attempt.used();
    if (answer?.__typename === 'RefundsPaidOut') onDone(t('atDesk.paidOut', { amount }));
    else if (answer) setWrong(wordsOf(answer));
  };
  return (
    <div>
      <p>{t('atDesk.waits', { amount })}</p>
      {wrong && <Notice live tone="error" title={wrong} />}
      {error && <ProblemNotice error={error} />}
      <div className={page.tools}>
        <Button loading={fetching} onClick={() => void send('CASH')}>
          {t('atDesk.payCash', { amount })}
        </Button>
        <Button variant="default" loading={fetching} onClick={() => void send('CARD')}>
          {t('atDesk.payCard')}
        </Button>
      </div>
    </div>
  );
}
