import { Button, PasswordInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation } from 'web-shared';
import { useGo } from 'web-shared/routing';
import { wordsOf } from '../../app/wordsOf';
import { AcceptInvitationDocument } from '../../gql/graphql';
import { Door } from '../account/Door';
import { signedIn } from '../account/session';

/** Where the link of an invitation leads: a password, and in. The secret is behind the #, which no server is told. */
export function WelcomePage() {
  const { t } = useTranslation();
  const go = useGo();
  const [[email, token]] = useState(() => {
    const [address = '', secret = ''] = decodeURIComponent(window.location.hash.slice(1)).split('&');
    return [address, secret] as const;
  });
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching, error }, accept] = useMutation(AcceptInvitationDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWrong(null);
    setProblem(null);
    const result = (await accept({ email, token, password })).data?.acceptInvitation;
    if (result?.__typename === 'SignedIn') {
      signedIn(result);
      go({ to: '/', replace: true });
    } else if (result?.__typename === 'InvalidInput') setWrong(wordsOf(result));
    else if (result?.__typename === 'WrongCode') setProblem(t('welcome.old'));
    else if (result) setProblem(result.message);
  };

  return (
    <Door title={t('welcome.title')} onSubmit={submit}>
      {token ? (
        <>
          <p className="bk-muted" style={{ overflowWrap: 'anywhere' }}>
            {t('welcome.lead', { email })}
          </p>
          {/* For the keepers of passwords. */}
          <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
          <PasswordInput
            label={t('welcome.password')}
            description={t('welcome.hint')}
            autoComplete="new-password"
            value={password}
            error={wrong}
            aria-invalid={wrong ? true : undefined}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {problem && <Notice live tone="error" title={problem} />}
          {error && <ProblemNotice error={error} />}
          <Button type="submit" size="lg" loading={fetching} disabled={!password}>
            {t('welcome.enter')}
          </Button>
        </>
      ) : (
        <Notice tone="error" title={t('welcome.noLink')} />
      )}
    </Door>
  );
}
