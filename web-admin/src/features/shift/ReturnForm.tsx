import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { ConfirmReturnDocument, QuoteReturnDocument, type OrderPageQuery, type QuoteReturnMutation } from '../../gql/graphql';
import { useKey } from './useKey';

type Order = NonNullable<OrderPageQuery['order']>;
type Quote = Extract<QuoteReturnMutation['quoteRefund'], { __typename: 'RefundQuoted' }>['quote'];

interface ReturnFormProps {
  order: Order;
  onReturned: (words: string) => void;
}

/** Tickets are given back by the rules, explained line by line; the money goes the way it came or is paid out here. */
export function ReturnForm({ order, onReturned }: ReturnFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = order.segments.flatMap((segment) => segment.lines.filter((line) => line.ticket?.valid));
  const [chosen, setChosen] = useState<string[]>(lines.map((line) => line.id));
  const [quote, setQuote] = useState<Quote | null>(null);
  const [byHand, setByHand] = useState(true);
  const [wrong, setWrong] = useState<string | null>(null);
  const [asking, ask] = useMutation(QuoteReturnDocument);
  const [confirming, confirm] = useMutation(ConfirmReturnDocument);
  const attempt = useKey();
  const error = asking.error ?? confirming.error;
  const nameOf = (id: string | undefined) => {
    const one = order.passengers.find((passenger) => passenger.id === id);
    return [one?.lastName, one?.firstName].filter(Boolean).join(' ');
  };
  const offer = async () => {
    setWrong(null);
    const answer = (await ask({ input: { order: { id: order.id }, lineIds: chosen } })).data?.quoteRefund;
    if (answer?.__typename === 'RefundQuoted') setQuote(answer.quote);
    else if (answer) setWrong(wordsOf(answer));
  };
  const give = async () => {
    if (!quote) return;
    setWrong(null);
    const input = { order: { id: order.id }, quoteId: quote.id, way: byHand ? ('DESK' as const) : null, idempotencyKey: attempt.key() };
    const answer = (await confirm({ input })).data?.confirmRefund;
    if (answer) attempt.used();
    if (answer?.__typename === 'RefundConfirmed') onReturned(t(answer.refund.waitsAtDesk ? 'atDesk.returnedHere' : 'atDesk.returned'));
    else if (answer) {
      setWrong(wordsOf(answer));
      setQuote(null);
    }
  };
  return (
    <div className={page.page}>
      {wrong && <Notice live tone="error" title={wrong} />}
      {error && <ProblemNotice error={error} />}
      {!quote && (
        <>
          {lines.map((line) => (
            <Checkbox
              key={line.id}
              label={`${line.title} · ${nameOf(line.passenger?.id)} · ${format.money(line.price)}`}
              checked={chosen.includes(line.id)}
              onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, line.id] : chosen.filter((id) => id !== line.id))}
            />
          ))}
          <Button loading={asking.fetching} disabled={chosen.length === 0} style={{ justifySelf: 'start' }} onClick={() => void offer()}>
            {t('atDesk.quote')}
          </Button>
        </>
      )}
      {quote && (
        <>
          <table className={`${page.table} ${page.amounts}`}>
            <tbody>
              {quote.lines.map((line) => (
                <tr key={line.lineId}>
                  <td>
                    {line.title}
                    <small>{line.explanation}</small>
                  </td>
                  <td className={page.number}>{format.money(line.refunded)}</td>
                </tr>
              ))}
              <tr>
                <td>
                  <strong>{t('atDesk.back')}</strong>
                  <small>{t('order.withheld', { amount: format.money(quote.withheld) })}</small>
                </td>
                <td className={page.number}>
                  <strong>{format.money(quote.amount)}</strong>
                </td>
              </tr>
            </tbody>
          </table>
          <Checkbox label={t('atDesk.byHand')} description={t('atDesk.byHandHint')} checked={byHand} onChange={(event) => setByHand(event.currentTarget.checked)} />
          <div className={page.tools}>
            <Button color="red" loading={confirming.fetching} onClick={() => void give()}>
              {t('atDesk.give')}
            </Button>
            <Button variant="default" onClick={() => setQuote(null)}>
              {t('staff.back')}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
