import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useMutation } from 'web-shared';
import { wordsOf } from '../../app/wordsOf';
import { BeginSecondFactorDocument, ConfirmSecondFactorDocument } from '../../gql/graphql';
import { CodeInput } from './CodeInput';
import { RecoveryCodes } from './RecoveryCodes';
import css from './SecondFactor.module.css';

/** Password, QR code, a first code, recovery codes. It is a part of a form of its own only until the codes are shown. */
export function SetUp({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [begun, setBegun] = useState<{ secret: string; qrSvg: string; uri: string } | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [beginning, begin] = useMutation(BeginSecondFactorDocument);
  const [confirming, confirm] = useMutation(ConfirmSecondFactorDocument);

  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;

  const send = async () => {
    setWrong(null);
    if (!begun) {
      const answer = (await begin({ password })).data?.beginSecondFactor;
      if (answer?.__typename === 'SecondFactorBegun') setBegun(answer);
      else setWrong(answer?.__typename === 'WrongCredentials' ? t('secondFactor.wrongPassword') : wordsOf(answer));
      return;
    }
    const answer = (await confirm({ code })).data?.confirmSecondFactor;
    if (answer?.__typename === 'RecoveryCodes') setCodes(answer.recoveryCodes);
    else setWrong(wordsOf(answer));
  };
  const failure = beginning.error ?? confirming.error;

  return (
    <form
      className={css.steps}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {begun ? (
        <>
          <p>{t('secondFactor.scan')}</p>
          <a className={css.qr} href={begun.uri} aria-label={t('secondFactor.openApp')}>
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(begun.qrSvg)}`} alt={t('secondFactor.qr')} width={220} height={220} />
          </a>
          <p className="bk-muted">
            {t('secondFactor.orType')} <code className={css.secret}>{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <CodeInput inputMode="numeric" description={t('secondFactor.firstCode')} value={code} onCode={setCode} error={wrong} />
        </>
      ) : (
        <>
          <p>{t('secondFactor.what')}</p>
          <PasswordInput
            label={t('signIn.password')}
            description={t('secondFactor.whyPassword')}
            autoComplete="current-password"
            value={password}
            error={wrong}
            aria-invalid={wrong ? true : undefined}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        </>
      )}
      {failure && <ProblemNotice error={failure} />}
      <Button type="submit" loading={beginning.fetching || confirming.fetching} disabled={begun ? !code.trim() : !password}>
        {t(begun ? 'secondFactor.turnOn' : 'secondFactor.begin')}
      </Button>
    </form>
  );
}
