import { Button, Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, spaced, useFormat, useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { AmountField } from '../../app/AmountField';
import { FormFrame } from '../../app/FormFrame';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useForm } from '../../app/useForm';
import { useRecord } from '../../app/useRecord';
import { wordsOf } from '../../app/wordsOf';
import { CompanyRecordDocument, RecordTransferDocument, SaveMemberDocument, type CompanyRecordQuery } from '../../gql/graphql';
import { History } from '../audit/History';
import { useKey } from '../shift/useKey';
import { Statement } from '../wallet/Statement';
import { CompanyBadge } from './CompaniesPage';
import { CompanyForm } from './CompanyForm';
import { Invoices } from './Invoices';

type Detail = CompanyRecordQuery['company'];

/** One company: what is agreed, its account, and who buys for it. */
export function CompanyPage() {
  const { t } = useTranslation();
  const { data, error, again, done, said, changes } = useRecord(CompanyRecordDocument);
  const company = data?.company;
  if (!company) return <Page title={t('company.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  return (
    <Page
      title={company.name}
      lead={
        <>
          {t('company.inn')} {company.inn} · <CompanyBadge company={company} />
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.columns}>
        <div style={{ display: 'grid', gap: '1.2rem', alignContent: 'start' }}>
          <Account company={company} onDone={done} />
          <Invoices key={`invoices.${changes}`} company={company} onDone={done} />
          <Members company={company} onDone={done} />
          <Statement key={changes} id={company.wallet.id} />
          <History subjectKind="company" subjectId={company.id} changes={changes} />
        </div>
        <section className={page.card} aria-labelledby="data" style={{ alignSelf: 'start' }}>
          <h2 id="data">{t('company.agreed')}</h2>
          <CompanyForm company={company} onSaved={() => done(t('company.saved'))} reread={again} />
        </section>
      </div>
    </Page>
  );
}

function Account({ company, onDone }: { company: Detail; onDone: (words: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const attempt = useKey();
  const [{ fetching, error }, record] = useMutation(RecordTransferDocument);
  const form = useForm({
    name: `transfer.${company.id}`,
    version: null,
    saved: { amount: '' as number | '', reference: '' },
    send: async ({ amount, reference }) => {
      const answer = (await record({ input: { companyId: company.id, amount: String(amount || 0), reference, idempotencyKey: attempt.key() } })).data?.recordTransfer;
      if (answer) attempt.used();
      if (answer?.__typename === 'CompanyChanged') {
        form.discard();
        onDone(t('company.transferred'));
      }
      return answer?.__typename === 'InvalidInput' ? answer : answer && { ...answer, fields: undefined };
    },
  });
  return (
    <section className={page.card} aria-labelledby="account">
      <h2 id="account">{t('company.account')}</h2>
      <p style={{ margin: 0, fontSize: '1.8rem', fontWeight: 700 }}>{format.money(company.wallet.balance)}</p>
      {company.debt && Number(company.debt.overdue.amount) > 0 && (
        <p style={{ margin: 0 }}>
          <strong>{t('company.overdueSum', { amount: format.money(company.debt.overdue) })}</strong>
        </p>
      )}
      <p style={{ margin: 0 }}>
        {t('wallet.number')} <GoLink to={`/wallets/${encodeURIComponent(company.wallet.id)}`}>{spaced(company.wallet.number)}</GoLink>
      </p>
      <h3 style={{ margin: 0 }}>{t('company.transfer')}</h3>
      <p className="bk-muted" style={{ margin: 0 }}>
        {t('company.transferText')}
      </p>
      <FormFrame form={form} busy={fetching} error={error} submit={t('company.record')}>
        <AmountField label={t('wallet.amount')} value={form.values.amount} error={form.wrong('amount')} onChange={(amount) => form.set({ amount })} />
        <TextInput label={t('company.reference')} maxLength={60} autoComplete="off" {...form.text('reference')} />
      </FormFrame>
    </section>
  );
}

function Members({ company, onDone }: { company: Detail; onDone: (words: string) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, save] = useMutation(SaveMemberDocument);
  const [problem, setProblem] = useState('');
  const form = useForm({
    name: `member.${company.id}`,
    version: null,
    saved: { email: '', limit: '' as number | '' },
    send: async ({ email, limit }) => {
      const answer = (await save({ input: { companyId: company.id, email, monthlyLimit: limit === '' ? null : String(limit) } })).data?.saveMember;
      if (answer?.__typename === 'CompanyChanged') {
        form.discard();
        onDone(t('company.memberSaved'));
      }
      return answer;
    },
  });
  const remove = async (email: string) => {
    setProblem('');
    const answer = (await save({ input: { companyId: company.id, email, removed: true } })).data?.saveMember;
    if (answer?.__typename === 'CompanyChanged') onDone(t('company.memberRemoved', { email }));
    else if (answer) setProblem(wordsOf(answer));
  };
  return (
    <section className={page.card} aria-labelledby="members">
      <h2 id="members">{t('company.members')}</h2>
      {company.members.length === 0 && <p className="bk-muted">{t('company.noMembers')}</p>}
      <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: '0.5rem' }}>
        {company.members.map((one) => (
          <li key={one.id} style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem', justifyContent: 'space-between', alignItems: 'center' }}>
            <span style={{ overflowWrap: 'anywhere' }}>
              {one.email}
              <small className="bk-muted" style={{ display: 'block' }}>
                {one.monthlyLimit ? t('company.perMonth', { amount: format.money(one.monthlyLimit) }) : t('company.noLimit')}
              </small>
            </span>
            <Button variant="subtle" color="red" size="compact-md" aria-label={t('company.removeNamed', { email: one.email })} onClick={() => void remove(one.email)}>
              {t('company.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {problem && <Notice live tone="error" title={problem} />}
      <FormFrame form={form} busy={fetching} error={error} submit={t('company.addMember')}>
        <TextInput label={t('company.memberEmail')} description={t('company.memberHint')} type="email" autoComplete="off" {...form.text('email')} />
        <AmountField label={t('company.limit')} value={form.values.limit} error={form.wrong('monthlyLimit')} onChange={(limit) => form.set({ limit })} />
      </FormFrame>
    </section>
  );
}
