import { Button, Checkbox } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useMutation } from 'web-shared';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { ConfirmReturnDocument, type OfferPartsFragment } from '../../gql/graphql';
import { useKey } from '../shift/useKey';

interface OfferProps {
  orderId: string;
  quote: OfferPartsFragment;
  /** What confirming does, where it is not the usual. */
  action?: string;
  children?: ReactNode;
  onReturned: (words: string) => void;
  onRefused: (words: string) => void;
  onBack: () => void;
}

/** What comes back, explained line by line, and how the money goes; one click takes it. */
export function Offer({ orderId, quote, action, children, onReturned, onRefused, onBack }: OfferProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [byHand, setByHand] = useState(true);
  const [{ fetching, error }, confirm] = useMutation(ConfirmReturnDocument);
  const attempt = useKey();
  const give = async () => {
    const input = { order: { id: orderId }, quoteId: quote.id, way: byHand ? ('DESK' as const) : null, idempotencyKey: attempt.key() };
    const answer = (await confirm({ input })).data?.confirmRefund;
    if (answer) attempt.used();
    if (answer?.__typename === 'RefundConfirmed') {
      const { state, waitsAtDesk } = answer.refund;
      onReturned(t(state === 'WAITING_APPROVAL' ? 'overrule.asked' : waitsAtDesk ? 'atDesk.returnedHere' : 'atDesk.returned'));
    } else if (answer) onRefused(wordsOf(answer));
  };
  return (
    <div className={page.page}>
      {error && <ProblemNotice error={error} />}
      <table className={`${page.table} ${page.amounts}`}>
        <tbody>
          {quote.lines.map((line) => (
            <tr key={line.lineId}>
              <td>
                {line.title}
                <small>{line.explanation}</small>
                {line.byRule && <small>{t('overrule.byRule', { amount: format.money(line.byRule.refunded) })}</small>}
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
      {children}
      <Checkbox label={t('atDesk.byHand')} description={t('atDesk.byHandHint')} checked={byHand} onChange={(event) => setByHand(event.currentTarget.checked)} />
      <div className={page.tools}>
        <Button color="red" loading={fetching} onClick={() => void give()}>
          {action ?? t('atDesk.give')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('overrule.back')}
        </Button>
      </div>
    </div>
  );
}
