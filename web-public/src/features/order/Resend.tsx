import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation } from 'web-shared';
import { ResendTicketsDocument, type OrderRefInput } from '../../gql/graphql';
import { isEmail } from './passengerForm';
import css from './order.module.css';

/** Sends the tickets again, if need be to another address. */
export function Resend({ reference, email }: { reference: OrderRefInput; email: string }) {
  const { t } = useTranslation();
  const [to, setTo] = useState(email);
  const [problem, setProblem] = useState<string | null>(null);
  const [sent, setSent] = useState<string | null>(null);
  const [{ fetching, error }, resend] = useMutation(ResendTicketsDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSent(null);
    if (!isEmail(to)) {
      setProblem(t('field.email'));
      return;
    }
    setProblem(null);
    const answer = await resend({ input: { order: reference, email: to.trim() } });
    const result = answer.data?.resendTickets;
    switch (result?.__typename) {
      case 'OrderChanged':
        setSent(to.trim());
        break;
      case 'TooManyAttempts':
        setProblem(t('tooMany', { count: Math.ceil(result.retryAfterSeconds / 60) }));
        break;
      case 'InvalidInput':
        setProblem(result.fields[0]?.message ?? result.message);
        break;
      case 'OrderClosed':
        setProblem(t('resend.closed'));
        break;
    }
  };

  return (
    <section className={`${css.card} bk-noprint`} aria-labelledby="resend">
      <h2 id="resend">{t('resend.title')}</h2>
      <form onSubmit={(event) => void submit(event)} noValidate className={css.form}>
        <TextInput type="email" autoComplete="email" label={t('contact.email')} value={to} error={problem} onChange={(event) => setTo(event.currentTarget.value)} />
        <Button type="submit" variant="light" loading={fetching}>
          {t('resend.send')}
        </Button>
      </form>
      {sent && <Notice live tone="ok" title={t('resend.sent', { email: sent })} />}
      {error && <ProblemNotice error={error} />}
    </section>
  );
}
