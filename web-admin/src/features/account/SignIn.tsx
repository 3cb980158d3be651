import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { SiteDocument, StaffSignInDocument } from '../../gql/graphql';
import { CodeInput } from '../secondFactor/CodeInput';
import { Door } from './Door';
import { signedIn } from './session';

/** The door for staff. It opens at the address one came to. */
export function SignIn() {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codeAsked, setCodeAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [{ data }] = useQuery({ query: SiteDocument });
  const [{ fetching, error }, signIn] = useMutation(StaffSignInDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    const result = (await signIn({ login: login.trim(), password, secondFactor: codeAsked ? code : null })).data?.signIn;
    if (result?.__typename === 'SignedIn') signedIn(result);
    else if (result?.__typename === 'TooManyAttempts') setProblem(t('signIn.tooMany', { count: Math.ceil(result.retryAfterSeconds / 60) }));
    else if (result?.__typename === 'SecondFactorNeeded') {
      setCodeAsked(true);
      setCode('');
      if (result.wrong) setProblem(result.message);
    } else if (result) {
      setCodeAsked(false);
      setProblem(t('signIn.wrong'));
    }
  };
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (codeAsked) field.current?.focus();
  }, [codeAsked]);

  return (
    <Door title={t('signIn.title')} onSubmit={submit}>
      <p className="bk-muted">{t('signIn.lead')}</p>
      <TextInput label={t('signIn.login')} autoComplete="username" value={login} onChange={(event) => setLogin(event.currentTarget.value)} />
      <PasswordInput
        label={t('signIn.password')}
        autoComplete="current-password"
        value={password}
        error={codeAsked ? null : problem}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {codeAsked && <CodeInput ref={field} description={t('secondFactor.orRecovery')} value={code} onCode={setCode} error={problem} />}
      {error && <ProblemNotice error={error} />}
      <Button type="submit" size="lg" loading={fetching} disabled={!login || !password || (codeAsked && !code.trim())}>
        {t('signIn.enter')}
      </Button>
      {data?.site.demonstration && <Notice title={t('signIn.demo')}>{t('signIn.demoText')}</Notice>}
    </Door>
  );
}
