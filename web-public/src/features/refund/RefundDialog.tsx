import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, stopName, useFormat, useMutation, useQuery } from 'web-shared';
import { ConfirmRefundDocument, MyWalletDocument, QuoteRefundDocument, type OrderPartsFragment, type OrderRefInput, type RefundPartsFragment } from '../../gql/graphql';
import { useSession } from '../account/session';
import { attemptKey, forgetAttempt } from '../order/attempt';
import { seatLines } from '../order/seatLines';
import css from './RefundDialog.module.css';

interface RefundDialogProps {
  order: OrderPartsFragment;
  reference: OrderRefInput;
  onClose: () => void;
  onRefunded: (order: OrderPartsFragment) => void;
}

/** Three steps: which tickets, what comes back and why, done. */
export function RefundDialog({ order, reference, onClose, onRefunded }: RefundDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [chosen, setChosen] = useState<string[]>([]);
  const [quote, setQuote] = useState<RefundPartsFragment | null>(null);
  const [done, setDone] = useState<RefundPartsFragment | null>(null);
  const [toWallet, setToWallet] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  // What was paid from the account goes back there anyway.
  const byOther = order.payments.some((one) => one.paidAt && one.method !== 'wallet');
  const signedIn = useSession().status === 'signedIn';
  const [{ data: own }] = useQuery({ query: MyWalletDocument, pause: !byOther || !signedIn });
  const toOwn = byOther && own?.me?.wallet && own.me.wallet.balance.currency === order.currency;
  const [{ fetching: quoting, error: quoteError }, askQuote] = useMutation(QuoteRefundDocument);
  const [{ fetching: confirming, error: confirmError }, confirmRefund] = useMutation(ConfirmRefundDocument);

  const ask = async () => {
    setRefused(null);
    const answer = await askQuote({ input: { order: reference, lineIds: chosen } });
    const result = answer.data?.quoteRefund;
    if (result?.__typename === 'RefundQuoted') setQuote(result.quote);
    else if (result?.__typename === 'NotRefundable') setRefused(result.message);
  };
  const confirm = async () => {
    if (!quote) return;
    setRefused(null);
    const input = { order: reference, quoteId: quote.id, way: toOwn && toWallet ? ('WALLET' as const) : null };
    const name = `refund.${order.number}`;
    const answer = await confirmRefund({ input: { ...input, idempotencyKey: attemptKey(name, input) } });
    const result = answer.data?.confirmRefund;
    if (!result) return;
    forgetAttempt(name);
    switch (result.__typename) {
      case 'RefundConfirmed':
        setDone(result.refund);
        onRefunded(result.order);
        break;
      case 'QuoteExpired':
        setQuote(null);
        setRefused(t('refund.quoteExpired'));
        break;
      case 'NotRefundable':
      case 'IdempotencyConflict':
        setRefused(result.message);
        break;
    }
  };

  const nameOf = (passengerId: string | undefined) => {
    const one = order.passengers.find((passenger) => passenger.id === passengerId);
    return one?.lastName ? `${one.lastName} ${one.firstName}` : one?.category.name;
  };
  const titleOf = (lineId: string): string => {
    for (const segment of order.segments) {
      const line = segment.lines.find((one) => one.id === lineId);
      // Baggage and extras stand beside the ticket of their passenger: by what they are.
      const who = line && [line.kind === 'SEAT' ? null : line.title, nameOf(line.passenger?.id)].filter(Boolean).join(' · ');
      if (line) return `${who || line.title} · ${stopName(segment.from.stop)} — ${stopName(segment.to.stop)}${line.seat ? ` · ${t('seats.chosen', { seats: line.seat, count: 1 })}` : ''}`;
    }
    return '';
  };

  return (
    <Modal opened onClose={onClose} title={t('refund.title')} size="lg" closeButtonProps={{ 'aria-label': t('refund.close') }}>
      <div className={css.body}>
        {done ? (
          <>
            <Notice live tone="ok" title={t('refund.doneTitle', { amount: format.money(done.amount) })}>
              {t(done.way === 'WALLET' || !byOther ? 'wallet.refundDone' : 'refund.doneText')}
            </Notice>
            <Button onClick={onClose}>{t('refund.close')}</Button>
          </>
        ) : quote ? (
          <>
            <table className={css.quote}>
              <thead>
                <tr>
                  <th scope="col">{t('refund.ticket')}</th>
                  <th scope="col">{t('refund.paid')}</th>
                  <th scope="col">{t('refund.withheld')}</th>
                  <th scope="col">{t('refund.back')}</th>
                </tr>
              </thead>
              <tbody>
                {quote.lines.map((line) => (
                  <tr key={line.lineId}>
                    <th scope="row">
                      {titleOf(line.lineId) || line.title}
                      <small>{line.explanation}</small>
                    </th>
                    <td data-label={t('refund.paid')}>{format.money(line.paid)}</td>
                    <td data-label={t('refund.withheld')}>{format.money(line.withheld)}</td>
                    <td data-label={t('refund.back')}>{format.money(line.refunded)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className={css.sum}>
              <span>{t('refund.youGet')}</span>
              <strong>{format.money(quote.amount)}</strong>
            </p>
            {quote.validUntil && <p className="bk-muted">{t('refund.validUntil', { time: format.date(quote.validUntil, 'moment') })}</p>}
            <p className="bk-muted">{t('refund.feeKept')}</p>
            {toOwn && <Checkbox checked={toWallet} onChange={(event) => setToWallet(event.currentTarget.checked)} label={t('wallet.refundHere')} description={t('wallet.refundHereText')} />}
            {refused && <Notice live tone="error" title={refused} />}
            {confirmError && <ProblemNotice error={confirmError} onRetry={() => void confirm()} />}
            <div className={css.actions}>
              <Button color="red" loading={confirming} onClick={() => void confirm()}>
                {t('refund.confirm')}
              </Button>
              <Button variant="default" onClick={() => setQuote(null)}>
                {t('refund.change')}
              </Button>
            </div>
          </>
        ) : (
          <>
            <p>{t('refund.which')}</p>
            <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t('refund.which')}>
              {order.segments.map((segment) => {
                const lines = seatLines(order, segment);
                const open = lines.filter((line) => line.refundable).map((line) => line.id);
                const all = open.length > 0 && open.every((id) => chosen.includes(id));
                return (
                  <fieldset key={segment.index} className={css.segment}>
                    <legend>
                      {stopName(segment.from.stop)} — {stopName(segment.to.stop)}, {format.date(segment.from.departure.local, 'weekday')}
                    </legend>
                    {open.length > 1 && (
                      <Button variant="subtle" size="compact-md" onClick={() => setChosen((was) => (all ? was.filter((id) => !open.includes(id)) : [...new Set([...was, ...open])]))}>
                        {t(all ? 'refund.none' : 'refund.all')}
                      </Button>
                    )}
                    {lines.map((line) => (
                      <Checkbox
                        key={line.id}
                        value={line.id}
                        disabled={!line.refundable}
                        label={`${nameOf(line.passenger?.id) ?? line.title}${line.seat ? `, ${t('seats.chosen', { seats: line.seat, count: 1 })}` : ''} — ${format.money(line.price)}`}
                        description={line.refundable ? undefined : line.state === 'REFUNDED' ? t('line.REFUNDED') : t('refund.notPossible')}
                      />
                    ))}
                  </fieldset>
                );
              })}
            </Checkbox.Group>
            {refused && <Notice live tone="error" title={refused} />}
            {quoteError && <ProblemNotice error={quoteError} onRetry={() => void ask()} />}
            <Button disabled={chosen.length === 0} loading={quoting} onClick={() => void ask()}>
              {chosen.length === 0 ? t('refund.chooseFirst') : t('refund.count', { count: chosen.length })}
            </Button>
          </>
        )}
      </div>
    </Modal>
  );
}
