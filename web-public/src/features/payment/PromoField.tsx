import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useMutation } from 'web-shared';
import { ApplyPromotionDocument, type OrderPartsFragment } from '../../gql/graphql';
import css from '../order/order.module.css';
import type { OrderNow } from '../order/useOrder';

interface PromoFieldProps {
  now: OrderNow;
  order: OrderPartsFragment;
  onOver: () => void;
}

/** A code that somebody may have; the price beside it changes at once. */
export function PromoField({ now, order, onOver }: PromoFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [{ fetching, error }, apply] = useMutation(ApplyPromotionDocument);
  const send = async (code: string | null) => {
    if (!now.reference) return;
    setWrong(null);
    const result = (await apply({ input: { order: now.reference, code } })).data?.applyPromotion;
    switch (result?.__typename) {
      case 'InvalidInput':
        setWrong(result.fields[0]?.message ?? null);
        break;
      case 'TooManyAttempts':
        setWrong(t('promo.tooMany'));
        break;
      case 'HoldExpired':
        onOver();
        break;
      case 'OrderClosed':
      case 'OrderChanged':
        setTyped('');
        now.reload();
        break;
    }
  };
  return (
    <section className={css.card} aria-labelledby="promo">
      <h2 id="promo">{t('promo.title')}</h2>
      {order.promotionCode ? (
        <div className={css.promo}>
          <span aria-live="polite">{t('promo.used', { code: order.promotionCode })}</span>
          <Button variant="default" loading={fetching} onClick={() => void send(null)}>
            {t('promo.drop')}
          </Button>
        </div>
      ) : (
        <form
          className={css.promo}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim()) void send(typed.trim());
          }}
        >
          <TextInput aria-label={t('promo.field')} value={typed} error={wrong} maxLength={24} autoComplete="off" autoCapitalize="characters" onChange={(event) => setTyped(event.currentTarget.value)} />
          <Button type="submit" variant="default" loading={fetching} disabled={!typed.trim()}>
            {t('promo.apply')}
          </Button>
        </form>
      )}
      {error && <ProblemNotice error={error} />}
    </section>
  );
}
