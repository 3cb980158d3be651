import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import page from '../../app/Page.module.css';
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
  const [reason, setReason] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [{ fetching, error }, annul] = useMutation(AnnulSaleDocument);
  const attempt = useKey();
  const send = async () => {
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
  return (
    <form
      className={page.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{t('atDesk.annulText')}</p>
      {wrong && <Notice live tone="error" title={wrong} />}
      {error && <ProblemNotice error={error} />}
      <Textarea label={t('atDesk.annulReason')} value={reason} maxLength={200} autosize minRows={2} required data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
      <Button type="submit" color="red" loading={fetching} disabled={!reason.trim()} style={{ justifySelf: 'start' }}>
        {t('atDesk.annul')}
      </Button>
    </form>
  );
}
