import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation } from 'web-shared';
import { wordsOf } from '../../app/wordsOf';
import { TestGatewayDocument, type GatewayPartsFragment, type TestGatewayMutation } from '../../gql/graphql';
import css from './Gateways.module.css';

/** Asks a gateway whether it is there and knows the station, and shows what comes. */
export function GatewayTest({ gateway }: { gateway: GatewayPartsFragment }) {
  const { t } = useTranslation();
  const [answer, setAnswer] = useState<TestGatewayMutation['testGateway'] | null>(null);
  const [{ fetching, error }, test] = useMutation(TestGatewayDocument);
  const send = async () => {
    setAnswer(null);
    setAnswer((await test({ input: { id: gateway.id } })).data?.testGateway ?? null);
  };
  return (
    <div className={css.stack}>
      <p>{t('gateway.testText')}</p>
      <Button loading={fetching} className={css.start} onClick={() => void send()}>
        {t('gateway.ask')}
      </Button>
      {error && <ProblemNotice error={error} />}
      {answer?.__typename === 'TooManyAttempts' && <Notice live tone="error" title={wordsOf(answer)} />}
      {answer?.__typename === 'GatewayTested' && (
        <>
          <Notice live tone={answer.well ? 'ok' : 'error'} title={t(answer.well ? 'gateway.testWell' : 'gateway.testBad', { took: answer.took })}>
            {answer.problem}
          </Notice>
          {answer.answer !== null && <pre className={css.raw}>{`HTTP ${answer.status}\n${answer.answer}`}</pre>}
        </>
      )}
    </div>
  );
}
