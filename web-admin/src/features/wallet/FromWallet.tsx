import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { wordsOf } from '../../app/wordsOf';
import { DeskWalletDocument, RequestWalletCodeDocument } from '../../gql/graphql';

interface FromWalletProps {
  orderId: string;
  number: string;
  wrong: string | undefined;
  /** Nothing is taken from the account: said at the number while there is no field for the sum. */
  unused: string | undefined;
  onNumber: (number: string) => void;
  /** It can be paid from. */
  onFound: () => void;
  /** Enter was pressed in the number, and the account is found. */
  onNext: () => void;
  /** Its owner has been sent a code. */
  onSent: () => void;
  /** What is taken from it. */
  children: ReactNode;
  /** The field for the code that its owner says. */
  code: ReactNode;
}

/** Payment from a customer's internal account: whose it is, and the code that is sent to its owner. */
export function FromWallet({ orderId, number, wrong, unused, onNumber, onFound, onNext, onSent, children, code }: FromWalletProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(number !== '');
  const digits = number.replace(/\D/g, '');
  const whole = digits.length === 10;
  const [{ data, error, fetching: looking, operation }] = useQuery({ query: DeskWalletDocument, variables: { number: digits }, pause: !whole });
  const [{ fetching, error: codeError }, ask] = useMutation(RequestWalletCodeDocument);
  const [said, setSaid] = useState<{ good: boolean; words: string } | null>(null);
  // What has come may still be of the number before.
  const found = whole && !looking && operation?.variables.number === digits ? data?.deskWallet : undefined;
  const usable = found?.blocked === false ? found.number : null;
  // Whoever types fast presses Enter before the answer has come.
  const [eager, setEager] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (usable) onFound();
    // When another account is found.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [usable]);
  useEffect(() => {
    if (!usable || !eager) return;
    setEager(false);
    onNext();
    // When it is found, or asked for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [usable, eager]);
  const begin = () => {
    flushSync(() => setOpen(true));
    field.current?.focus();
  };
  if (!open) {
    return (
      <Button variant="subtle" size="compact-sm" style={{ justifySelf: 'start' }} onClick={begin}>
        {t('atDesk.fromWallet')}
      </Button>
    );
  }
  const send = async () => {
    setSaid(null);
    const answer = (await ask({ input: { orderId, number: digits } })).data?.requestWalletCode;
    if (answer?.__typename === 'WalletCodeSent') {
      setSaid({ good: true, words: t('atDesk.codeSent', { to: answer.to }) });
      onSent();
    } else if (answer) setSaid({ good: false, words: wordsOf(answer) });
  };
  return (
    <fieldset style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: '0.8rem', border: '1px solid var(--bk-line)', borderRadius: 12, padding: '0.8rem', margin: 0, minWidth: 0 }}>
      <legend>{t('atDesk.fromWallet')}</legend>
      <TextInput
        ref={field}
        label={t('atDesk.walletNumber')}
        description={found ? t('atDesk.walletHolder', { name: found.holder }) : undefined}
        inputMode="numeric"
        autoComplete="off"
        value={number}
        error={wrong ?? (found === null ? t('atDesk.noWallet') : found?.blocked ? t('wallet.blocked') : !whole && (eager || unused) ? t('atDesk.walletDigits') : found ? undefined : unused)}
        onChange={(event) => {
          setEager(false);
          onNumber(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // It is looked up; the payment is not sent by it.
          event.preventDefault();
          setEager(true);
        }}
      />
      {error && <ProblemNotice error={error} />}
      {found && !found.blocked && (
        <>
          {children}
          <Button variant="light" size="compact-md" style={{ justifySelf: 'start' }} loading={fetching} onClick={() => void send()}>
            {t('atDesk.sendCode')}
          </Button>
          {said && <Notice live tone={said.good ? 'ok' : 'error'} title={said.words} />}
          {codeError && <ProblemNotice error={codeError} />}
          {code}
        </>
      )}
    </fieldset>
  );
}
