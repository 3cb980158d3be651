import { Button, TextInput } from '@mantine/core';
import { useRef, type Ref } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import type { FormState } from '../../app/useForm';
import { changeOf, decimalOf, minorOf, type Handed } from './amounts';

interface HandedFieldsProps {
  form: Pick<FormState<Handed>, 'values' | 'set' | 'wrong' | 'text'>;
  /** Minor units, without what is paid otherwise. */
  due: number;
  currency: string;
  first?: Ref<HTMLInputElement>;
}

/** What a customer hands over at a desk: cash with its change, and by the card terminal with its slip. */
export function HandedFields({ form, due, currency, first }: HandedFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const reference = useRef<HTMLInputElement>(null);
  const { values, set, wrong } = form;
  const cash = due - minorOf(values.card);
  const change = changeOf(Math.max(cash, 0), values.received);
  const money = (minor: number) => format.money({ amount: decimalOf(minor), currency });
  const allByCard = () => {
    flushSync(() => set({ card: due / 100, received: '' }));
    reference.current?.focus();
  };
  return (
    <>
      {(cash > 0 || values.received !== '') && (
        <AmountField
          label={t('atDesk.received')}
          description={change === null ? undefined : t('atDesk.change', { amount: money(change) })}
          value={values.received}
          error={wrong('received') ?? (change === null ? t('atDesk.tooLittle') : undefined)}
          ref={first}
          onChange={(received) => set({ received })}
        />
      )}
      <AmountField label={t('atDesk.card')} description={t('atDesk.cardHint', { cash: money(Math.max(cash, 0)) })} value={values.card} error={wrong('card') ?? wrong('cash')} onChange={(card) => set({ card })} />
      {minorOf(values.card) > 0 && <TextInput ref={reference} label={t('atDesk.reference')} maxLength={40} autoComplete="off" {...form.text('reference', 'cardReference')} />}
      {cash > 0 && (
        <Button variant="subtle" size="compact-sm" style={{ justifySelf: 'start' }} onClick={allByCard}>
          {t('atDesk.allByCard')}
        </Button>
      )}
    </>
  );
}
