import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { wordsOf } from '../../app/wordsOf';
import { TestFiscalRegisterDocument, type FiscalRegisterPartsFragment, type TestFiscalRegisterMutation } from '../../gql/graphql';
import page from '../../app/Page.module.css';

type Answer = TestFiscalRegisterMutation['testFiscalRegister'];

/** Asks a register for its state and shows what it says. */
export function TestRegister({ register }: { register: FiscalRegisterPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [{ fetching, error }, test] = useMutation(TestFiscalRegisterDocument);
  const ask = async () => {
    setAnswer(null);
    setAnswer((await test({ input: { id: register.id } })).data?.testFiscalRegister ?? null);
  };
  const told = answer?.__typename === 'FiscalRegisterTested' ? answer : null;
  return (
    <div style={{ display: 'grid', gap: '1rem' }}>
      <p style={{ margin: 0 }}>{t('fiscal.testText')}</p>
      <Button loading={fetching} style={{ justifySelf: 'start' }} data-autofocus onClick={() => void ask()}>
        {t('fiscal.ask')}
      </Button>
      {error && <ProblemNotice error={error} />}
      {answer && !told && <Notice live tone="error" title={wordsOf(answer)} />}
      {told?.problem && (
        <Notice live tone="error" title={t('fiscal.silent')}>
          <span style={{ overflowWrap: 'anywhere' }}>{told.problem}</span>
        </Notice>
      )}
      {told && !told.problem && (
        <>
          <Notice live tone={told.matches ? 'ok' : 'error'} title={t(told.matches ? 'fiscal.answers' : 'fiscal.isAnother', { took: told.took })} />
          <table className={page.table}>
            <tbody>
              <Fact name={t('fiscal.inn')} value={told.inn} />
              <Fact name={t('fiscal.regNumber')} value={told.regNumber} />
              <Fact name={t('fiscal.fnNumber')} value={told.fnNumber} />
              <Fact name={t('fiscal.documents')} value={String(told.lastFdNumber ?? '—')} />
              <Fact name={t('fiscal.shift')} value={told.shift ? t('fiscal.shiftSince', { number: told.shift.number, at: format.date(told.shift.openedAt, 'moment') }) : t('fiscal.shiftClosed')} />
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function Fact({ name, value }: { name: string; value: string | null | undefined }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  );
}
