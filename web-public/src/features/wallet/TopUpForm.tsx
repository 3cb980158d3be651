import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useMutation } from 'web-shared';
import { useGo } from 'web-shared/routing';
import { TopUpWalletDocument, type WalletPartsFragment } from '../../gql/graphql';
import account from '../account/account.module.css';

const SUMS = ['500', '1000', '3000'];

/** How much is to be put on the account; then it is paid like any order. */
export function TopUpForm({ wallet }: { wallet: WalletPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const [amount, setAmount] = useState('');
  const [problem, setProblem] = useState('');
  const [{ fetching, error }, topUp] = useMutation(TopUpWalletDocument);
  const { smallest, largest } = wallet.bounds;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const sum = amount.replace(/\s/g, '').replace(',', '.');
    if (!/^\d+(\.\d{1,2})?$/.test(sum)) {
      setProblem(t('wallet.amountWrong'));
      return;
    }
    setProblem('');
    const answer = (await topUp({ input: { walletId: wallet.id, amount: sum } })).data?.topUpWallet;
    if (answer?.__typename === 'TopUpBegun') go({ to: `/order/${answer.order.number}/payment` });
    else if (answer) setProblem(answer.fields[0]?.message ?? answer.message);
  };
  return (
    <form className={account.card} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t('wallet.topUp')}</h2>
      <TextInput
        label={t('wallet.amount')}
        description={largest ? t('wallet.between', { from: format.money(smallest), to: format.money(largest) }) : t('wallet.from', { from: format.money(smallest) })}
        inputMode="decimal"
        autoComplete="off"
        value={amount}
        error={problem}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <div className={account.row} style={{ justifyContent: 'flex-start' }}>
        {SUMS.map((sum) => (
          <Button key={sum} variant="light" size="compact-md" onClick={() => setAmount(sum)}>
            {format.money({ amount: sum, currency: wallet.balance.currency })}
          </Button>
        ))}
      </div>
      {error && <ProblemNotice error={error} />}
      <Button type="submit" color="apricot.4" style={{ justifySelf: 'start' }} loading={fetching}>
        {t('wallet.toPayment')}
      </Button>
    </form>
  );
}
