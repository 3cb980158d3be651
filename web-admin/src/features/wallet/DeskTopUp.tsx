import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery, type MoneyLike } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { DeskTopUpDocument, DeskWalletDocument } from '../../gql/graphql';
import { decimalOf, minorOf } from '../shift/amounts';
import { TakeForm } from '../shift/TakeForm';

/** Where what was typed is kept. */
export const TOP_UP = 'wallet.topUp';

/** A customer puts money on an internal account at the desk: whose and how much, then what is handed over. */
export function DeskTopUp({ onDone }: { onDone: (number: string) => void }) {
  const { t } = useTranslation();
  const [order, setOrder] = useState<{ id: string; number: string; due: MoneyLike } | null>(null);
  const [{ fetching, error }, begin] = useMutation(DeskTopUpDocument);
  const form = useForm({
    name: TOP_UP,
    version: null,
    saved: { number: '', amount: '' as number | '' },
    send: async ({ number, amount }) => {
      const answer = (await begin({ input: { number: number.replace(/\D/g, ''), amount: decimalOf(minorOf(amount)) } })).data?.topUpWallet;
      if (answer?.__typename === 'TopUpBegun') {
        form.discard();
        setOrder(answer.order);
      }
      return answer?.__typename === 'InvalidInput' ? answer : undefined;
    },
  });
  const digits = form.values.number.replace(/\D/g, '');
  const [{ data }] = useQuery({ query: DeskWalletDocument, variables: { number: digits }, pause: digits.length !== 10 });
  const found = digits.length === 10 ? data?.deskWallet : undefined;
  if (order) return <TakeForm focused topsUp order={order} onTaken={() => onDone(order.number)} />;
  const number = form.text('number');
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('atDesk.next')}>
      <TextInput
        label={t('atDesk.walletNumber')}
        description={found ? t('atDesk.walletHolder', { name: found.holder }) : undefined}
        inputMode="numeric"
        autoComplete="off"
        data-autofocus
        {...number}
        error={number.error ?? (found === null ? t('atDesk.noWallet') : undefined)}
      />
      <AmountField label={t('wallet.amount')} value={form.values.amount} error={form.wrong('amount')} onChange={(amount) => form.set({ amount })} />
    </FormFrame>
  );
}
