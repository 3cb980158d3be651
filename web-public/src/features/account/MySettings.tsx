import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGE_NAMES, LANGUAGES, Notice, ProblemNotice, useMutation, type LanguageCode } from 'web-shared';
import { ConfirmContactDocument, RequestCodeDocument, UpdateProfileDocument, type Language } from '../../gql/graphql';
import { isEmail, isPhone, tidyPhone } from '../order/passengerForm';
import { CodeInput } from './CodeInput';
import { profileChanged, useSession } from './session';
import css from './account.module.css';

/** Name, language of letters, and the contacts by which one signs in. */
export function MySettings() {
  const { t } = useTranslation();
  const { me } = useSession();
  const [firstName, setFirstName] = useState(me?.firstName ?? '');
  const [lastName, setLastName] = useState(me?.lastName ?? '');
  const [language, setLanguage] = useState<Language>(me?.language ?? 'RU');
  const [saved, setSaved] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching, error }, update] = useMutation(UpdateProfileDocument);
  if (!me) return null;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaved(false);
    setProblem(null);
    const answer = await update({ input: { firstName: firstName.trim() || null, lastName: lastName.trim() || null, language } });
    const result = answer.data?.updateProfile;
    if (result?.__typename === 'ProfileUpdated') {
      profileChanged(result.me);
      setSaved(true);
      await changeLanguage(language.toLowerCase() as LanguageCode);
    } else if (result) setProblem(result.fields[0]?.message ?? result.message);
  };

  return (
    <>
      <form className={css.card} onSubmit={(event) => void submit(event)}>
        <h2>{t('profile.title')}</h2>
        <div className={css.pair}>
          <TextInput label={t('passenger.lastName')} autoComplete="family-name" value={lastName} onChange={(event) => setLastName(event.currentTarget.value)} />
          <TextInput label={t('passenger.firstName')} autoComplete="given-name" value={firstName} onChange={(event) => setFirstName(event.currentTarget.value)} />
          <NativeSelect
            label={t('profile.language')}
            value={language}
            onChange={(event) => setLanguage(event.currentTarget.value as Language)}
            data={LANGUAGES.map((code) => ({ value: code.toUpperCase(), label: LANGUAGE_NAMES[code] }))}
          />
        </div>
        {problem && <Notice live tone="error" title={problem} />}
        {error && <ProblemNotice error={error} />}
        {saved && <Notice live tone="ok" title={t('profile.saved')} />}
        <Button type="submit" loading={fetching}>
          {t('cabinet.save')}
        </Button>
      </form>
      <Contact kind="email" current={me.email} />
      <Contact kind="phone" current={me.phone} />
    </>
  );
}

/** Adds or replaces a contact; orders bought with it as a guest then appear in the cabinet. */
function Contact({ kind, current }: { kind: 'email' | 'phone'; current: string | null | undefined }) {
  const { t } = useTranslation();
  const [value, setValue] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState(false);
  const [{ fetching: asking, error: askError }, requestCode] = useMutation(RequestCodeDocument);
  const [{ fetching: confirming, error: confirmError }, confirmContact] = useMutation(ConfirmContactDocument);
  const error = askError ?? confirmError;
  const contact = kind === 'email' ? value.trim() : tidyPhone(value);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    setDone(false);
    if (!sent) {
      if (kind === 'email' ? !isEmail(value) : !isPhone(value)) {
        setProblem(t(`field.${kind}`));
        return;
      }
      const result = (await requestCode({ input: { contact, purpose: 'CONFIRM_CONTACT' } })).data?.requestCode;
      if (result?.__typename === 'CodeSent') setSent(result.to);
      else if (result?.__typename === 'TooManyAttempts') setProblem(t('tooMany', { count: Math.ceil(result.retryAfterSeconds / 60) }));
      else if (result) setProblem(result.fields[0]?.message ?? result.message);
      return;
    }
    const result = (await confirmContact({ input: { contact, code } })).data?.confirmContact;
    switch (result?.__typename) {
      case 'ProfileUpdated':
        profileChanged(result.me);
        setSent(null);
        setValue('');
        setCode('');
        setDone(true);
        break;
      case 'WrongCode':
        setProblem(t('signIn.codeWrong', { count: result.attemptsLeft }));
        break;
      case 'TooManyAttempts':
        setProblem(t('tooMany', { count: Math.ceil(result.retryAfterSeconds / 60) }));
        break;
      case 'InvalidInput':
        setProblem(result.fields[0]?.message ?? result.message);
        break;
    }
  };

  return (
    <form className={css.card} onSubmit={(event) => void submit(event)} noValidate>
      <h2>{t(`contact.${kind}`)}</h2>
      <p>{current ?? t('profile.noContact')}</p>
      {sent ? (
        <>
          <Notice live title={t('signIn.sent', { to: sent })} />
          <CodeInput label={t('signIn.code')} value={code} error={problem ?? undefined} onChange={setCode} />
        </>
      ) : (
        <TextInput
          type={kind === 'email' ? 'email' : 'tel'}
          autoComplete={kind === 'email' ? 'email' : 'tel'}
          label={t(current ? 'profile.replaceContact' : 'profile.addContact')}
          value={value}
          error={problem}
          onChange={(event) => setValue(event.currentTarget.value)}
        />
      )}
      {error && <ProblemNotice error={error} />}
      {done && <Notice live tone="ok" title={t('profile.contactConfirmed')} />}
      <Button type="submit" variant="light" loading={asking || confirming}>
        {t(sent ? 'profile.confirm' : 'signIn.getCode')}
      </Button>
    </form>
  );
}
