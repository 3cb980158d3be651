import { Button, PasswordInput, Skeleton, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useAsk, useFormat, useMutation, useQuery } from 'web-shared';
import { useGo } from 'web-shared/routing';
import {
  DeleteAccountDocument,
  MyExportDocument,
  MySessionsDocument,
  RevokeSessionDocument,
  SetPasswordDocument,
  SignOutDocument,
  SignOutEverywhereDocument,
} from '../../gql/graphql';
import { deviceName } from './deviceName';
import { signedIn, signedOut, useSession } from './session';
import css from './account.module.css';

const MIN_PASSWORD = 8;
const DELETE_WORD = 'DELETE';

/** Password, devices, own data, and the end of the account. */
export function MySecurity() {
  return (
    <>
      <Password />
      <Sessions />
      <OwnData />
      <Deletion />
    </>
  );
}

function Password() {
  const { t } = useTranslation();
  const { me } = useSession();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<{ field: 'current' | 'next'; text: string } | null>(null);
  const [done, setDone] = useState(false);
  const [{ fetching, error }, setPassword] = useMutation(SetPasswordDocument);
  const toggle = { 'aria-label': t('password.show') };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    setDone(false);
    if (next.length < MIN_PASSWORD) {
      setProblem({ field: 'next', text: t('password.tooShort', { min: MIN_PASSWORD }) });
      return;
    }
    const result = (await setPassword({ input: { currentPassword: me?.hasPassword ? current : null, newPassword: next } })).data?.setPassword;
    switch (result?.__typename) {
      case 'SignedIn':
        signedIn(result);
        setCurrent('');
        setNext('');
        setDone(true);
        break;
      case 'InvalidInput':
        setProblem({ field: 'next', text: result.fields[0]?.message ?? result.message });
        break;
      case 'TooManyAttempts':
        setProblem({ field: 'current', text: t('tooMany', { count: Math.ceil(result.retryAfterSeconds / 60) }) });
        break;
      case 'WrongCredentials':
        setProblem({ field: 'current', text: t('password.wrong') });
        break;
    }
  };

  return (
    <form className={css.card} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t(me?.hasPassword ? 'password.change' : 'password.set')}</h2>
      <input type="text" autoComplete="username" value={me?.email ?? me?.phone ?? ''} readOnly hidden />
      {me?.hasPassword && (
        <PasswordInput
          label={t('password.current')}
          autoComplete="current-password"
          value={current}
          error={problem?.field === 'current' && problem.text}
          visibilityToggleButtonProps={toggle}
          onChange={(event) => setCurrent(event.currentTarget.value)}
        />
      )}
      <PasswordInput
        label={t('password.new')}
        description={t('password.rule', { min: MIN_PASSWORD })}
        autoComplete="new-password"
        value={next}
        error={problem?.field === 'next' && problem.text}
        visibilityToggleButtonProps={toggle}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      {error && <ProblemNotice error={error} />}
      {done && <Notice live tone="ok" title={t('password.done')} />}
      <Button type="submit" variant="light" loading={fetching}>
        {t('cabinet.save')}
      </Button>
    </form>
  );
}

function Sessions() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const [{ data, fetching, error }, reload] = useQuery({ query: MySessionsDocument, requestPolicy: 'cache-and-network' });
  const [{ error: revokeError }, revoke] = useMutation(RevokeSessionDocument);
  const [{ error: signOutError }, signOut] = useMutation(SignOutDocument);
  const [{ error: everywhereError }, signOutEverywhere] = useMutation(SignOutEverywhereDocument);
  const failure = revokeError ?? signOutError ?? everywhereError;
  const sessions = data?.me?.sessions;
  const refresh = () => reload({ requestPolicy: 'network-only' });
  // Away first: the cabinet would send a guest to the sign-in page.
  const leave = async ({ data: answer }: { data?: unknown }) => {
    if (!answer) return;
    await go({ to: '/' });
    signedOut();
  };
  return (
    <section className={css.card} aria-labelledby="sessions">
      <h2 id="sessions">{t('sessions.title')}</h2>
      {error && !sessions && <ProblemNotice error={error} onRetry={refresh} />}
      {!sessions && fetching && <Skeleton height={90} radius="md" />}
      <ul className={css.list}>
        {sessions?.map((one) => (
          <li key={one.id} className={css.row}>
            <span>
              <strong title={one.device ?? undefined}>{deviceName(one.device) ?? t('sessions.unknown')}</strong>
              <br />
              <small className="bk-muted">
                {one.address} · {t('sessions.lastUsed', { time: format.date(one.lastUsedAt, 'moment') })}
              </small>
            </span>
            {one.current ? (
              <span className={css.badge} data-good>
                {t('sessions.current')}
              </span>
            ) : (
              <Button variant="subtle" color="red" size="compact-md" onClick={() => void revoke({ id: one.id }).then(refresh)}>
                {t('sessions.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {failure && <ProblemNotice error={failure} />}
      <div className={css.row}>
        <Button variant="default" onClick={() => void signOut({}).then(leave)}>
          {t('sessions.signOut')}
        </Button>
        <Button variant="subtle" color="red" onClick={() => void signOutEverywhere({}).then(leave)}>
          {t('sessions.signOutEverywhere')}
        </Button>
      </div>
    </section>
  );
}

function OwnData() {
  const { t } = useTranslation();
  const ask = useAsk();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const download = async () => {
    setBusy(true);
    setFailed(false);
    const { data } = await ask(MyExportDocument, {});
    setBusy(false);
    if (!data?.me) {
      setFailed(true);
      return;
    }
    const url = URL.createObjectURL(new Blob([JSON.stringify(data.me.export, null, 2)], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'beket-my-data.json';
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <section className={css.card} aria-labelledby="own-data">
      <h2 id="own-data">{t('ownData.title')}</h2>
      <p className="bk-muted">{t('ownData.text')}</p>
      {failed && <Notice live tone="error" title={t('ownData.failed')} />}
      <Button variant="light" loading={busy} onClick={() => void download()}>
        {t('ownData.download')}
      </Button>
    </section>
  );
}

function Deletion() {
  const { t } = useTranslation();
  const go = useGo();
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching, error }, deleteAccount] = useMutation(DeleteAccountDocument);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const result = (await deleteAccount({ input: { confirmation: word.trim() } })).data?.deleteAccount;
    if (result?.__typename === 'Done') {
      await go({ to: '/' });
      signedOut();
    } else if (result?.__typename === 'InvalidInput') setProblem(result.fields[0]?.message ?? result.message);
  };
  return (
    <form className={`${css.card} ${css.danger}`} onSubmit={(event) => void submit(event)}>
      <h2>{t('deletion.title')}</h2>
      <p className="bk-muted">{t('deletion.text')}</p>
      {open ? (
        <>
          <TextInput label={t('deletion.type', { word: DELETE_WORD })} autoComplete="off" value={word} error={problem} onChange={(event) => setWord(event.currentTarget.value)} />
          {error && <ProblemNotice error={error} />}
          <div className={css.row}>
            <Button type="submit" color="red" loading={fetching} disabled={word.trim() !== DELETE_WORD}>
              {t('deletion.confirm')}
            </Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t('deletion.keep')}
            </Button>
          </div>
        </>
      ) : (
        <Button color="red" variant="light" onClick={() => setOpen(true)}>
          {t('deletion.start')}
        </Button>
      )}
    </form>
  );
}
