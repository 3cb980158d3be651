import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { PaySettlementDocument, type SettlementPartsFragment } from '../../gql/graphql';
import { decimalOf, minorOf } from '../shift/amounts';
import { useKey } from '../shift/useKey';

interface PayFormProps {
  settlement: SettlementPartsFragment;
  today: string;
  onPaid: () => void;
}

/** The carrier was paid, wholly or in part. */
export function PayForm({ settlement, today, onPaid }: PayFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, pay] = useMutation(PaySettlementDocument);
  const attempt = useKey();
  const form = useForm({
    name: `settlement.pay.${settlement.id}`,
    version: null,
    saved: { amount: Number(settlement.due.amount) as number | '', paidOn: today, document: '' },
    send: async ({ amount, paidOn, document }) => {
      if (!paidOn) return { __typename: 'InvalidInput', fields: [{ path: 'paidOn', message: t('form.required') }] };
      const answer = (await pay({ input: { id: settlement.id, amount: decimalOf(minorOf(amount)), paidOn, document, idempotencyKey: attempt.key() } })).data?.paySettlement;
      if (answer) attempt.used();
      return answer;
    },
    onSaved: () => {
      form.discard();
      onPaid();
    },
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('settlement.pay')} names={{ amount: t('settlement.amount'), paidOn: t('settlement.paidOn'), document: t('settlement.document') }}>
      <AmountField label={`${t('settlement.amount')}, ${settlement.currency}`} value={form.values.amount} error={form.wrong('amount')} data-autofocus onChange={(amount) => form.set({ amount })} />
      <DayInput label={t('settlement.paidOn')} value={form.values.paidOn} error={form.wrong('paidOn')} onChange={(paidOn) => form.set({ paidOn })} />
      <TextInput label={t('settlement.document')} maxLength={60} autoComplete="off" {...form.text('document')} />
    </FormFrame>
  );
}
