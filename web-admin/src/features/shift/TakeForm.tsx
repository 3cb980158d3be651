import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, useFormat, useMutation, type MoneyLike } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { TakePaymentDocument } from '../../gql/graphql';
import { decimalOf, handedOf, lackingOf, minorOf, minorOfMoney } from './amounts';
import { HandedFields } from './HandedFields';
import { FromWallet } from '../wallet/FromWallet';
import { useKey } from './useKey';

interface TakeFormProps {
  order: { id: string; due: MoneyLike };
  /** It puts money on an account: nothing is paid for it from one. */
  topsUp?: boolean;
  /** The cash is what is typed first. */
  focused?: boolean;
  onTaken: (change: MoneyLike, tickets: string | null | undefined) => void;
}

/** What a customer hands over for an order, in cash, by card, from the internal account, or part by part. */
export function TakeForm({ order, topsUp, focused, onTaken }: TakeFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, take] = useMutation(TakePaymentDocument);
  const attempt = useKey();
  const due = minorOfMoney(order.due);
  const form = useForm({
    name: `take.${order.id}.${order.due.amount}`,
    version: null,
    saved: { card: '' as number | '', received: '' as number | '', reference: '', wallet: '' as number | '', walletNumber: '', walletCode: '' },
    send: async ({ wallet, walletNumber, walletCode, ...handed }) => {
      const lacking = lackingOf({ wallet, walletNumber, walletCode });
      if (lacking) {
        (lacking === 'wallet' ? sum : code).current?.focus();
        return { __typename: 'InvalidInput', fields: [{ path: lacking, message: t(`atDesk.lacking.${lacking}`) }] };
      }
      const input = {
        orderId: order.id,
        ...handedOf(handed, due - minorOf(handed.card) - minorOf(wallet)),
        ...(minorOf(wallet) > 0 && { wallet: decimalOf(minorOf(wallet)), walletNumber: walletNumber.trim(), walletCode: walletCode.trim() || null }),
        idempotencyKey: attempt.key(),
      };
      const answer = (await take({ input })).data?.takePayment;
      if (answer) attempt.used();
      if (answer?.__typename === 'PaymentTaken') {
        form.discard();
        onTaken(answer.change, answer.ticketsPdfUrl);
      }
      return answer?.__typename === 'InvalidInput' ? answer : answer && { ...answer, fields: undefined };
    },
  });
  const { values, set, wrong } = form;
  const first = useRef<HTMLInputElement>(null);
  const sum = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) first.current?.focus();
  }, [focused]);
  // The sum has come with the account: whoever wants another types over it.
  const [found, setFound] = useState(0);
  useEffect(() => {
    if (found > 0) sum.current?.select();
  }, [found]);
  const fillIn = () => {
    const rest = due - minorOf(values.card);
    if (values.wallet === '' && rest > 0) set({ wallet: rest / 100, received: '' });
  };
  const cash = due - minorOf(values.card) - minorOf(values.wallet);
  const money = (minor: number) => format.money({ amount: decimalOf(minor), currency: order.due.currency });
  const allFromWallet = () => {
    set({ wallet: due / 100, card: '', received: '' });
    code.current?.focus();
  };
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('atDesk.take', { amount: format.money(order.due) })} names={{ card: t('atDesk.card'), received: t('atDesk.received') }}>
      <p style={{ margin: 0 }}>
        {t('atDesk.due')} <strong>{format.money(order.due)}</strong>
      </p>
      <HandedFields form={form} due={due - minorOf(values.wallet)} currency={order.due.currency} first={first} />
      {!topsUp && due > 0 && (
        <FromWallet
          orderId={order.id}
          number={values.walletNumber}
          wrong={wrong('walletNumber')}
          unused={wrong('wallet', 'wallet', 'walletNumber')}
          onNumber={(walletNumber) => set({ walletNumber, wallet: '', walletCode: '' })}
          onFound={fillIn}
          onNext={() => setFound((count) => count + 1)}
          onSent={() => code.current?.focus()}
          code={<TextInput ref={code} label={t('atDesk.walletCode')} description={t('atDesk.walletCodeHint')} inputMode="numeric" maxLength={6} autoComplete="off" {...form.text('walletCode')} />}
        >
          <AmountField
            ref={sum}
            label={t('atDesk.wallet')}
            description={t('atDesk.cardHint', { cash: money(Math.max(cash, 0)) })}
            value={values.wallet}
            error={wrong('wallet')}
            onChange={(wallet) => set({ wallet })}
          />
          <Button variant="subtle" size="compact-sm" style={{ justifySelf: 'start' }} onClick={allFromWallet}>
            {t('atDesk.allFromWallet')}
          </Button>
        </FromWallet>
      )}
      {wrong('orderId') && <Notice live tone="error" title={wrong('orderId') ?? ''} />}
    </FormFrame>
  );
}
