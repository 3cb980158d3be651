import { Anchor, Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation, type MoneyLike } from 'web-shared';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { PayOutRefundsDocument, type OrderPageQuery, type Tender } from '../../gql/graphql';
import { useCan } from '../account/session';
import { PrintTickets } from '../printout/PrintTickets';
import { AnnulForm } from './AnnulForm';
import { AncillaryForm } from './AncillaryForm';
import { decimalOf, minorOfMoney } from './amounts';
import { ReturnForm } from './ReturnForm';
import { TakeForm } from './TakeForm';
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
  const [asked, setAsked] = useState<'return' | 'annul' | 'ancillaries' | null>(null);
  const [taken, setTaken] = useState<{ change: MoneyLike; tickets?: string | null; ancillaries?: boolean } | null>(null);
  const due = Number(order.due.amount) > 0;
  const sold = order.segments.some((segment) => segment.lines.some((line) => line.ticket?.valid));
  const waiting = order.refunds.filter((one) => one.waitsAtDesk);
  const sells = can('SELL_AT_DESK');
  const returns = can('RETURN_TICKETS') && sold;
  if (!returns && !order.annullable && !(sells && (due || sold || waiting.length > 0 || taken))) return null;
  const adds = sells && !due && order.laterAncillaries.length > 0;
  const done = (words: string) => {
    setAsked(null);
    setTaken(null);
    onDone(words);
  };
  return (
    <section className={page.card} aria-labelledby="at-desk">
      <h2 id="at-desk">{t('atDesk.title')}</h2>
      {taken && (
        <Notice live tone="ok" title={taken.ancillaries ? t('atDesk.ancillariesSold') : t('atDesk.taken')}>
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
      {sells && sold && order.ticketsPdfUrl && !taken && (
        <Anchor href={order.ticketsPdfUrl} target="_blank" rel="noreferrer">
          {t('atDesk.print')}
        </Anchor>
      )}
      {sells && sold && <PrintTickets key={order.version} orderId={order.id} />}
      {(returns || order.annullable || adds) && (
        <div className={page.tools}>
          {adds && (
            <Button variant="default" onClick={() => setAsked('ancillaries')}>
              {t('atDesk.ancillaries')}
            </Button>
          )}
          {returns && (
            <Button variant="default" onClick={() => setAsked('return')}>
              {t('atDesk.return')}
            </Button>
          )}
          {order.annullable && (
            <Button variant="default" color="red" onClick={() => setAsked('annul')}>
              {t('atDesk.annul')}
            </Button>
          )}
        </div>
      )}
      <Modal opened={asked !== null} onClose={() => setAsked(null)} size="lg" title={asked && t(`atDesk.${asked}`)} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked === 'return' && <ReturnForm order={order} onReturned={done} />}
        {asked === 'ancillaries' && (
          <AncillaryForm
            order={order}
            onSold={(change, tickets) => {
              setAsked(null);
              setTaken({ change, tickets, ancillaries: true });
              onDone(t('atDesk.ancillariesSold'));
            }}
          />
        )}
        {asked === 'annul' && <AnnulForm order={order} onAnnulled={done} />}
      </Modal>
    </section>
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
  const [asking, setAsking] = useState(false);
  const sum = (some: Order['refunds']) => format.money({ amount: decimalOf(some.reduce((minor, one) => minor + minorOfMoney(one.amount), 0)), currency: order.total.currency });
  const amount = sum(waiting);
  // What was paid in cash does not leave by the bank.
  const byCard = waiting.filter((one) => one.mayGoToCard);
  const send = async (tender: Tender) => {
    setWrong(null);
    const answer = (await pay({ input: { orderId: order.id, tender, idempotencyKey: attempt.key() } })).data?.payOutRefunds;
    if (answer) attempt.used();
    if (answer?.__typename === 'RefundsPaidOut') onDone(t('atDesk.paidOut', { amount: tender === 'CARD' ? sum(byCard) : amount }));
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
        {byCard.length > 0 && (
          <Button variant="default" loading={fetching} onClick={() => setAsking(true)}>
            {t('atDesk.payCard', { amount: sum(byCard) })}
          </Button>
        )}
      </div>
      <Modal opened={asking} onClose={() => setAsking(false)} title={t('atDesk.payCard', { amount: sum(byCard) })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        <p>{t('atDesk.payCardText')}</p>
        <Button
          loading={fetching}
          onClick={() => {
            setAsking(false);
            void send('CARD');
          }}
        >
          {t('atDesk.payCardDone', { amount: sum(byCard) })}
        </Button>
      </Modal>
    </div>
  );
}
