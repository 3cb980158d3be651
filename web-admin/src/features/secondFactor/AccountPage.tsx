import { Button, Modal } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation } from 'web-shared';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { DropSecondFactorDocument, RenewRecoveryCodesDocument } from '../../gql/graphql';
import { sessionPort, useSession } from '../account/session';
import { CodeInput } from './CodeInput';
import { RecoveryCodes } from './RecoveryCodes';
import css from './SecondFactor.module.css';
import { SetUp } from './SetUp';

const FEW_CODES = 3;

/** How one signs in: the second factor, set up, renewed and turned off by its owner. */
export function AccountPage() {
  const { t } = useTranslation();
  const { me } = useSession();
  const [doing, setDoing] = useState<'renew' | 'drop' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const factor = me?.secondFactor;
  const left = factor?.recoveryCodesLeft ?? 0;
  const again = (words: string) => {
    setDoing(null);
    setCodes(null);
    setSaid(words);
    void sessionPort.refresh();
  };

  return (
    <Page title={t('account.title')} lead={me?.email}>
      {said && <Notice live tone="ok" title={said} />}
      <section className={page.card} style={{ maxWidth: '34rem' }} aria-labelledby="second-factor">
        <h2 id="second-factor">{t('secondFactor.title')}</h2>
        {codes ? (
          <RecoveryCodes codes={codes} onKept={() => again(t('secondFactor.renewed'))} />
        ) : factor?.on ? (
          <>
            <p>{t(factor.demanded ? 'secondFactor.onDemanded' : 'secondFactor.on')}</p>
            {left <= FEW_CODES ? <Notice tone="warn" title={t('secondFactor.codesLeft', { count: left })} /> : <p className="bk-muted">{t('secondFactor.codesLeft', { count: left })}</p>}
            <div className={css.buttons}>
              <Button variant="default" onClick={() => setDoing('renew')}>
                {t('secondFactor.renew')}
              </Button>
              <Button variant="light" color="red" onClick={() => setDoing('drop')}>
                {t('secondFactor.turnOff')}
              </Button>
            </div>
          </>
        ) : (
          <SetUp onDone={() => again(t('secondFactor.isOn'))} />
        )}
      </section>
      <Modal opened={doing !== null} onClose={() => setDoing(null)} title={t(doing === 'drop' ? 'secondFactor.turnOff' : 'secondFactor.renew')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {doing && (
          <ByCode
            what={doing}
            onCodes={(renewed) => {
              setDoing(null);
              setCodes(renewed);
            }}
            onDropped={() => again(t('secondFactor.isOff'))}
          />
        )}
      </Modal>
    </Page>
  );
}

/** What is done to a second factor is done with it. */
function ByCode({ what, onCodes, onDropped }: { what: 'renew' | 'drop'; onCodes: (codes: string[]) => void; onDropped: () => void }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [renewing, renew] = useMutation(RenewRecoveryCodesDocument);
  const [dropping, drop] = useMutation(DropSecondFactorDocument);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setWrong(null);
    const answer = what === 'renew' ? (await renew({ code })).data?.renewRecoveryCodes : (await drop({ code })).data?.dropSecondFactor;
    if (answer?.__typename === 'RecoveryCodes') onCodes(answer.recoveryCodes);
    else if (answer?.__typename === 'SecondFactorDropped') onDropped();
    else setWrong(wordsOf(answer));
  };
  const failure = renewing.error ?? dropping.error;
  return (
    <form onSubmit={(event) => void send(event)} noValidate className={css.steps}>
      <p className="bk-muted">{t(what === 'renew' ? 'secondFactor.renewText' : 'secondFactor.turnOffText')}</p>
      <CodeInput description={t('secondFactor.orRecovery')} value={code} onCode={setCode} error={wrong} data-autofocus />
      {failure && <ProblemNotice error={failure} />}
      <Button type="submit" color={what === 'drop' ? 'red' : undefined} loading={renewing.fetching || dropping.fetching} disabled={!code.trim()}>
        {t(what === 'renew' ? 'secondFactor.renew' : 'secondFactor.turnOff')}
      </Button>
    </form>
  );
}
