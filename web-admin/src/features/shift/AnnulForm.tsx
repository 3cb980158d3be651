import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useMutation } from 'web-shared';
import { ReasonForm } from '../../app/ReasonForm';
import { wordsOf } from '../../app/wordsOf';
import { AnnulSaleDocument, type OrderPageQuery } from '../../gql/graphql';
import { useKey } from './useKey';

interface AnnulFormProps {
  order: NonNullable<OrderPageQuery['order']>;
  onAnnulled: (words: string) => void;
}

/** A sale that should not have been made is undone, with the reason for who looks through the shift. */
export function AnnulForm({ order, onAnnulled }: AnnulFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [wrong, setWrong] = useState<string | null>(null);
  const [{ fetching, error }, annul] = useMutation(AnnulSaleDocument);
  const attempt = useKey();
  const send = async (reason: string) => {
    setWrong(null);
    const answer = (await annul({ input: { orderId: order.id, reason, idempotencyKey: attempt.key() } })).data?.annulSale;
    if (answer) attempt.used();
    if (answer?.__typename !== 'SaleAnnulled') {
      if (answer) setWrong(wordsOf(answer));
      return;
    }
    const ways = [
      Number(answer.cash.amount) > 0 && t('atDesk.annulledCash', { amount: format.money(answer.cash) }),
      Number(answer.card.amount) > 0 && t('atDesk.annulledCard', { amount: format.money(answer.card) }),
    ].filter(Boolean);
    onAnnulled([t('atDesk.annulled'), ways.length > 0 && t('atDesk.annulledBack', { amount: ways.join(' + ') })].filter(Boolean).join('. '));
  };
  return <ReasonForm danger text={t('atDesk.annulText')} label={t('atDesk.annulReason')} action={t('atDesk.annul')} longest={200} busy={fetching} wrong={wrong} error={error} onSend={(reason) => void send(reason)} />;
}
