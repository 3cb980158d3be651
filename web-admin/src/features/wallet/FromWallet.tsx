import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { wordsOf } from '../../app/wordsOf';
import { DeskWalletDocument, RequestWalletCodeDocument } from '../../gql/graphql';

interface FromWalletProps {
  orderId: string;
  number: string;
  wrong: string | undefined;
  onNumber: (number: string) => void;
  /** What is taken from it, and the code that its owner says. */
  children: ReactNode;
}

/** Payment from a customer's internal account: whose it is, and the code that is sent to its owner. */
export function FromWallet({ orderId, number, wrong, onNumber, children }: FromWalletProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(number !== '');
  const digits = number.replace(/\D/g, '');
  const [{ data, error }] = useQuery({ query: DeskWalletDocument, variables: { number: digits }, pause: digits.length !== 10 });
  const [{ fetching, error: codeError }, ask] = useMutation(RequestWalletCodeDocument);
  const [said, setSaid] = useState<{ good: boolean; words: string } | null>(null);
  const found = digits.length === 10 ? data?.deskWallet : undefined;
  if (!open) {
    return (
      <Button variant="subtle" size="compact-sm" style={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
        {t('atDesk.fromWallet')}
      </Button>
    );
  }
  const send = async () => {
    setSaid(null);
    const answer = (await ask({ input: { orderId, number: digits } })).data?.requestWalletCode;
    if (answer?.__typename === 'WalletCodeSent') setSaid({ good: true, words: t('atDesk.codeSent', { to: answer.to }) });
    else if (answer) setSaid({ good: false, words: wordsOf(answer) });
  };
  return (
    <fieldset style={{ display: 'grid', gap: '0.8rem', border: '1px solid var(--bk-line)', borderRadius: 12, padding: '0.8rem', margin: 0 }}>
      <legend>{t('atDesk.fromWallet')}</legend>
      <TextInput
        label={t('atDesk.walletNumber')}
        description={found ? t('atDesk.walletHolder', { name: found.holder }) : undefined}
        inputMode="numeric"
        autoComplete="off"
        value={number}
        error={wrong ?? (found === null ? t('atDesk.noWallet') : found?.blocked ? t('wallet.blocked') : undefined)}
        onChange={(event) => onNumber(event.currentTarget.value)}
      />
      {error && <ProblemNotice error={error} />}
      {found && !found.blocked && (
        <>
          <Button variant="light" size="compact-md" style={{ justifySelf: 'start' }} loading={fetching} onClick={() => void send()}>
            {t('atDesk.sendCode')}
          </Button>
          {said && <Notice live tone={said.good ? 'ok' : 'error'} title={said.words} />}
          {codeError && <ProblemNotice error={codeError} />}
          {children}
        </>
      )}
    </fieldset>
  );
}
