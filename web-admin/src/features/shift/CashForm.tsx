import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { MoveCashDocument, type CashMove } from '../../gql/graphql';
import { decimalOf, minorOf } from './amounts';
import { useKey } from './useKey';

interface CashFormProps {
  kind: CashMove;
  /** As the till has it. */
  currency: string;
  onMoved: () => void;
}

/** Where what was typed is kept. */
export const draftOf = (kind: CashMove): string => `shift.cash.${kind}`;

/** Cash is put into the till, taken out of it or handed over. */
export function CashForm({ kind, currency, onMoved }: CashFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, move] = useMutation(MoveCashDocument);
  const attempt = useKey();
  const form = useForm({
    name: draftOf(kind),
    version: null,
    saved: { amount: '' as number | '', reason: '' },
    send: async ({ amount, reason }) => {
      const input = { kind, currency, amount: decimalOf(minorOf(amount)), reason: reason.trim() || null, idempotencyKey: attempt.key() };
      const answer = (await move({ input })).data?.moveCash;
      if (answer) attempt.used();
      return answer;
    },
    onSaved: () => {
      form.discard();
      onMoved();
    },
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(`shift.move.${kind}`)} names={{ amount: t('shift.amount'), reason: t('shift.reason') }}>
      <AmountField label={t('shift.amount')} value={form.values.amount} error={form.wrong('amount')} data-autofocus onChange={(amount) => form.set({ amount })} />
      <TextInput label={t(kind === 'COLLECTION' ? 'shift.to' : 'shift.reason')} maxLength={200} autoComplete="off" {...form.text('reason')} />
    </FormFrame>
  );
}
