import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation } from 'web-shared';
import { useGo, useSearchText } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { RequestCodeDocument, ResetPasswordDocument, SignInDocument, SignInWithCodeDocument, type CodePurpose, type SignedInPartsFragment } from '../../gql/graphql';
import { isEmail, isPhone, tidyPhone } from '../order/passengerForm';
import { CodeInput } from './CodeInput';
import { signedIn } from './session';
import css from './account.module.css';

type Way = 'code' | 'password' | 'reset';
const MIN_PASSWORD = 8;

/** Sign-in or registration by a code, or sign-in by password; a forgotten password is replaced by a code. */
export function SignInPage() {
  const { t } = useTranslation();
  const go = useGo();
  const { next } = useSearchText();
  const [way, setWay] = useState<Way>('code');
  const done = (answer: SignedInPartsFragment) => {
    signedIn(answer);
    // Only addresses within the site, so that a link cannot lead elsewhere.
    go({ to: next?.startsWith('/') && !next.startsWith('//') ? next : '/cabinet', replace: true });
  };
  return (
    <Page title={t('signIn.title')} lead={t('signIn.lead')} narrow>
      <div className={css.card}>
        {way === 'reset' ? (
          <CodeForm purpose="RESET_PASSWORD" onDone={done} onBack={() => setWay('password')} />
        ) : (
          <>
            <SegmentedControl
              fullWidth
              aria-label={t('signIn.way')}
              value={way}
              onChange={(value) => setWay(value as Way)}
              data={[
                { value: 'code', label: t('signIn.byCode') },
                { value: 'password', label: t('signIn.byPassword') },
              ]}
            />
            {way === 'code' ? <CodeForm purpose="SIGN_IN" onDone={done} /> : <PasswordForm onDone={done} onForgot={() => setWay('reset')} />}
          </>
        )}
      </div>
    </Page>
  );
}

const tidyContact = (text: string) => (text.includes('@') ? text.trim() : tidyPhone(text));
const isContact = (text: string) => (text.includes('@') ? isEmail(text) : isPhone(text));

interface CodeFormProps {
  purpose: Extract<CodePurpose, 'SIGN_IN' | 'RESET_PASSWORD'>;
  onDone: (answer: SignedInPartsFragment) => void;
  onBack?: () => void;
}

function CodeForm({ purpose, onDone, onBack }: CodeFormProps) {
  const { t } = useTranslation();
  const [contact, setContact] = useState('');
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [sent, setSent] = useState<{ to: string; resendAfter: string } | null>(null);
  const [problem, setProblem] = useState<{ field: 'contact' | 'code' | 'password'; text: string } | null>(null);
  const [{ fetching: asking, error: askError }, requestCode] = useMutation(RequestCodeDocument);
  const [{ fetching: entering, error: enterError }, signIn] = useMutation(SignInWithCodeDocument);
  const [{ fetching: resetting, error: resetError }, resetPassword] = useMutation(ResetPasswordDocument);
  const error = askError ?? enterError ?? resetError;
  const problemOf = (field: string) => (problem?.field === field ? problem.text : undefined);

  const ask = async () => {
    if (!isContact(contact)) {
      setProblem({ field: 'contact', text: t('signIn.contactWrong') });
      return;
    }
    setProblem(null);
    const answer = await requestCode({ input: { contact: tidyContact(contact), purpose } });
    const result = answer.data?.requestCode;
    if (result?.__typename === 'CodeSent') setSent(result);
    else if (result?.__typename === 'TooManyAttempts') setProblem({ field: 'contact', text: t('tooMany', { count: Math.ceil(result.retryAfterSeconds / 60) }) });
    else if (result?.__typename === 'InvalidInput') setProblem({ field: 'contact', text: result.fields[0]?.message ?? result.message });
  };
  const enter = async (typed = code) => {
    if (purpose === 'RESET_PASSWORD' && password.length < MIN_PASSWORD) {
      setProblem({ field: 'password', text: t('password.tooShort', { min: MIN_PASSWORD }) });
      return;
    }
    setProblem(null);
    const input = { contact: tidyContact(contact), code: typed };
    const result =
      purpose === 'SIGN_IN'
        ? (await signIn({ input })).data?.signInWithCode
        : (await resetPassword({ input: { ...input, newPassword: password } })).data?.resetPassword;
    switch (result?.__typename) {
      case 'SignedIn':
        onDone(result);
        break;
      case 'WrongCode':
        setCode('');
        setProblem({ field: 'code', text: result.attemptsLeft > 0 ? t('signIn.codeWrong', { count: result.attemptsLeft }) : t('signIn.codeSpent') });
        break;
      case 'TooManyAttempts':
        setProblem({ field: 'code', text: t('tooMany', { count: Math.ceil(result.retryAfterSeconds / 60) }) });
        break;
      case 'InvalidInput': {
        const field = result.fields[0];
        setProblem({ field: field?.path.includes('assword') ? 'password' : 'code', text: field?.message ?? result.message });
        break;
      }
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void (sent ? enter() : ask());
  };

  return (
    <form className={css.form} onSubmit={submit} noValidate>
      {purpose === 'RESET_PASSWORD' && <h2>{t('signIn.resetTitle')}</h2>}
      <TextInput
        label={t('signIn.contact')}
        placeholder="name@example.com"
        autoComplete="username"
        inputMode="email"
        value={contact}
        error={problemOf('contact')}
        disabled={sent !== null}
        onChange={(event) => setContact(event.currentTarget.value)}
      />
      {sent && (
        <>
          <Notice live title={t('signIn.sent', { to: sent.to })}>
            {t('signIn.sentText')}
          </Notice>
          <CodeInput label={t('signIn.code')} value={code} error={problemOf('code')} onChange={setCode} onFull={purpose === 'SIGN_IN' ? (full) => void enter(full) : undefined} />
          {purpose === 'RESET_PASSWORD' && (
            <PasswordInput
              label={t('password.new')}
              description={t('password.rule', { min: MIN_PASSWORD })}
              autoComplete="new-password"
              value={password}
              error={problemOf('password')}
              visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
        </>
      )}
      {error && <ProblemNotice error={error} />}
      <Button type="submit" loading={asking || entering || resetting}>
        {sent ? t(purpose === 'SIGN_IN' ? 'signIn.enter' : 'signIn.reset') : t('signIn.getCode')}
      </Button>
      {sent && (
        <div className={css.row}>
          <Button variant="subtle" onClick={() => (setSent(null), setCode(''), setProblem(null))}>
            {t('signIn.otherContact')}
          </Button>
          <Button variant="subtle" onClick={() => void ask()}>
            {t('signIn.again')}
          </Button>
        </div>
      )}
      {onBack && (
        <Button variant="subtle" onClick={onBack}>
          {t('signIn.back')}
        </Button>
      )}
      {purpose === 'SIGN_IN' && <p className="bk-muted">{t('signIn.registers')}</p>}
    </form>
  );
}

function PasswordForm({ onDone, onForgot }: { onDone: (answer: SignedInPartsFragment) => void; onForgot: () => void }) {
  const { t } = useTranslation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching, error }, signIn] = useMutation(SignInDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    const answer = await signIn({ input: { login: tidyContact(login), password, kind: 'PASSENGER' } });
    const result = answer.data?.signIn;
    if (result?.__typename === 'SignedIn') onDone(result);
    else if (result?.__typename === 'TooManyAttempts') setProblem(t('tooMany', { count: Math.ceil(result.retryAfterSeconds / 60) }));
    else if (result) setProblem(t('signIn.wrong'));
  };
  return (
    <form className={css.form} onSubmit={(event) => void submit(event)} noValidate>
      <TextInput label={t('signIn.contact')} autoComplete="username" inputMode="email" value={login} onChange={(event) => setLogin(event.currentTarget.value)} />
      <PasswordInput
        label={t('password.label')}
        autoComplete="current-password"
        value={password}
        error={problem}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {error && <ProblemNotice error={error} />}
      <Button type="submit" loading={fetching} disabled={!login || !password}>
        {t('signIn.enter')}
      </Button>
      <Button variant="subtle" onClick={onForgot}>
        {t('signIn.forgot')}
      </Button>
    </form>
  );
}
