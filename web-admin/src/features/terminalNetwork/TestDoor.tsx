import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation } from 'web-shared';
import { TestTerminalNetworkDocument, type TerminalNetworkPartsFragment, type TestTerminalNetworkMutation } from '../../gql/graphql';
import { wordsOf } from '../../app/wordsOf';
import css from './Terminals.module.css';

type Answer = TestTerminalNetworkMutation['testTerminalNetwork'];

/** Asks at a network's address as its terminals do, and shows what comes. */
export function TestDoor({ network }: { network: TerminalNetworkPartsFragment }) {
  const { t } = useTranslation();
  const [account, setAccount] = useState('');
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [{ fetching, error }, test] = useMutation(TestTerminalNetworkDocument);
  const send = async () => {
    setAnswer(null);
    setAnswer((await test({ input: { id: network.id, account: account.trim() || null } })).data?.testTerminalNetwork ?? null);
  };
  return (
    <form
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{t('terminal.testText')}</p>
      <TextInput label={t('terminal.account')} description={t('terminal.testAccount')} placeholder="BK-AAAA-AAAA" maxLength={64} autoComplete="off" value={account} onChange={(event) => setAccount(event.currentTarget.value)} />
      <Button type="submit" loading={fetching} className={css.start}>
        {t('terminal.ask')}
      </Button>
      {error && <ProblemNotice error={error} />}
      {answer && answer.__typename !== 'TerminalTested' && <Notice live tone="error" title={wordsOf(answer)} />}
      {answer?.__typename === 'TerminalTested' && (
        <>
          <Notice live tone={answer.status === 200 ? 'ok' : 'error'} title={answer.status === null ? t('terminal.nobody') : t('terminal.answered', { status: answer.status, took: answer.took })} />
          <Exchange raw={`GET ${answer.url}`} answer={answer.answer} />
        </>
      )}
    </form>
  );
}

/** What was asked and what was answered, as it was. */
export function Exchange({ raw, answer }: { raw: string; answer: string }) {
  const { t } = useTranslation();
  return (
    <dl className={css.exchange}>
      <dt>{t('terminal.raw')}</dt>
      <dd>
        <code>{raw}</code>
      </dd>
      <dt>{t('terminal.answer')}</dt>
      <dd>
        <code>{answer}</code>
      </dd>
    </dl>
  );
}
