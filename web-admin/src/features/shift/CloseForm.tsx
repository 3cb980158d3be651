import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat, useMutation } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { CloseShiftDocument, type ShiftPartsFragment } from '../../gql/graphql';
import { decimalOf, minorOf, minorOfMoney } from './amounts';
import { useKey } from './useKey';

interface CloseFormProps {
  shift: ShiftPartsFragment;
  onClosed: (shift: ShiftPartsFragment) => void;
}

/** The cash is counted; what differs from what should be there is explained. */
export function CloseForm({ shift, onClosed }: CloseFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, close] = useMutation(CloseShiftDocument);
  const attempt = useKey();
  const tills = shift.totals.map((one) => one.inTill);
  const form = useForm({
    name: `shift.close.${shift.id}`,
    version: null,
    saved: { counted: Object.fromEntries(tills.map((one) => [one.currency, ''])) as Record<string, number | ''>, note: '' },
    send: async ({ counted, note }) => {
      const given = Object.entries(counted).filter(([, amount]) => amount !== '');
      const input = { counted: given.map(([currency, amount]) => ({ currency, amount: decimalOf(minorOf(amount)) })), note: note.trim() || null, idempotencyKey: attempt.key() };
      const answer = (await close({ input })).data?.closeShift;
      if (answer) attempt.used();
      if (answer?.__typename === 'ShiftClosed') onClosed(answer.shift);
      return answer;
    },
  });
  const difference = (currency: string, there: number) => {
    const counted = form.values.counted[currency] ?? '';
    const by = minorOf(counted) - there;
    return counted === '' || by === 0 ? undefined : t(by > 0 ? 'shift.tooMuch' : 'shift.missing', { amount: format.money({ amount: decimalOf(Math.abs(by)), currency }) });
  };
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('shift.close')} names={{ counted: t('shift.counted'), note: t('shift.note') }}>
      {tills.map((one, index) => (
        <AmountField
          key={one.currency}
          label={t('shift.countedIn', { currency: one.currency })}
          description={difference(one.currency, minorOfMoney(one))}
          value={form.values.counted[one.currency] ?? ''}
          error={form.wrong('counted') ?? form.wrong(`counted.${index}.amount`)}
          data-autofocus={index === 0 || undefined}
          onChange={(amount) => form.set({ counted: { ...form.values.counted, [one.currency]: amount } })}
        />
      ))}
      <Textarea label={t('shift.note')} maxLength={500} autosize minRows={2} {...form.text('note')} />
    </FormFrame>
  );
}
