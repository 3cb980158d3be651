import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { BookableAccountsDocument, BookEntryDocument } from '../../gql/graphql';
import { CURRENCIES } from '../settlement/MakeForm';
import { decimalOf, minorOf } from '../shift/amounts';
import { useKey } from '../shift/useKey';

interface EntryFormProps {
  /** Something is withheld from this carrier; otherwise accounts are chosen. */
  carrier?: { name: string };
  currency: string;
  day: string;
  onBooked: () => void;
}

/** An entry by hand, with its reason. */
export function EntryForm({ carrier, currency, day, onBooked }: EntryFormProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: BookableAccountsDocument });
  const [{ fetching, error }, book] = useMutation(BookEntryDocument);
  const attempt = useKey();
  const accounts = data?.bookableAccounts ?? [];
  // Its account is the only one of the kind that ends with its name.
  const own = carrier && accounts.find((one) => one.code.startsWith('CARRIER:') && one.name.endsWith(` · ${carrier.name}`))?.code;
  const form = useForm({
    name: `ledger.entry.${carrier?.name ?? ''}`,
    version: null,
    saved: { debit: '', credit: '', amount: '' as number | '', currency, day, reason: '', document: '' },
    send: async ({ amount, document, ...values }) => {
      if (!values.day) return { __typename: 'InvalidInput', fields: [{ path: 'day', message: t('form.required') }] };
      const sides = carrier ? { debit: own ?? '', credit: 'WITHHELD' } : {};
      const answer = (await book({ input: { ...values, ...sides, amount: decimalOf(minorOf(amount)), document: document.trim() || null, idempotencyKey: attempt.key() } })).data?.bookEntry;
      if (answer) attempt.used();
      return answer;
    },
    onSaved: () => {
      form.discard();
      onBooked();
    },
  });
  const choices = [{ value: '', label: t('settlement.choose') }, ...accounts.map((one) => ({ value: one.code, label: one.name }))];
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(carrier ? 'settlement.withhold' : 'ledger.book')} names={{ amount: t('settlement.amount'), day: t('ledger.day') }}>
      {!carrier && (
        <>
          <NativeSelect label={t('ledger.debit')} data-autofocus {...form.text('debit')} data={choices} />
          <NativeSelect label={t('ledger.credit')} {...form.text('credit')} data={choices} />
          <NativeSelect label={t('settlement.currency')} {...form.text('currency')} data={CURRENCIES} />
        </>
      )}
      <AmountField label={`${t('settlement.amount')}, ${form.values.currency}`} value={form.values.amount} error={form.wrong('amount')} onChange={(amount) => form.set({ amount })} />
      <DayInput label={t('ledger.day')} value={form.values.day} error={form.wrong('day')} onChange={(value) => form.set({ day: value })} />
      <Textarea label={t('ledger.reason')} maxLength={300} autosize minRows={2} {...form.text('reason')} />
      <TextInput label={t('settlement.document')} maxLength={60} autoComplete="off" {...form.text('document')} />
    </FormFrame>
  );
}
