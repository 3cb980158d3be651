import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { Badge } from '../../app/Badge';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import { dayIn, useHomeZone } from '../../app/homeDay';
import page from '../../app/Page.module.css';
import { useForm } from '../../app/useForm';
import { usePages } from '../../app/usePages';
import { wordsOf } from '../../app/wordsOf';
import { CancelInvoiceDocument, CompanyInvoicesDocument, ExportInvoiceDocument, IssueInvoiceDocument, type CompanyPartsFragment, type InvoicePartsFragment, type InvoicePaper } from '../../gql/graphql';
import { useFile } from '../export/Download';

interface InvoicesProps {
  company: CompanyPartsFragment;
  onDone: (words: string) => void;
}

/** What was issued to a company, the newest first, and what can be issued. */
export function Invoices({ company, onDone }: InvoicesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useHomeZone();
  const pages = usePages(CompanyInvoicesDocument, { id: company.id }, (data) => data.company.invoices);
  const [issuing, setIssuing] = useState(false);
  const [cancelling, setCancelling] = useState<InvoicePartsFragment | null>(null);
  const [now] = useState(() => new Date().toISOString());
  const close = (words: string) => {
    setIssuing(false);
    setCancelling(null);
    onDone(words);
  };
  return (
    <section className={page.card} aria-labelledby="invoices">
      <h2 id="invoices">{t('company.invoices')}</h2>
      {pages.error && <ProblemNotice error={pages.error} onRetry={pages.reload} />}
      {!pages.loading && pages.nodes.length === 0 && <p className="bk-muted">{t('company.noInvoices')}</p>}
      <ul style={{ listStyle: 'none', padding: 0, margin: 0, display: 'grid', gap: '0.9rem' }}>
        {pages.nodes.map((one) => (
          <li key={one.id} style={{ display: 'grid', gap: '0.3rem' }}>
            <span>
              <strong>{t('company.invoiceNumber', { number: one.number })}</strong> {one.cancelledAt && <Badge tone="quiet">{t('company.cancelled')}</Badge>}
              <small className="bk-muted" style={{ display: 'block' }}>
                {one.startsOn && one.endsOn ? `${format.date(one.startsOn, 'day')} — ${format.date(one.endsOn, 'full')}` : t('company.forAdvance')}
                {' · '}
                {one.cancelledAt ? one.cancelledReason : Number(one.due.amount) > 0 ? t('company.toPay', { amount: format.money(one.due), day: format.date(one.dueOn, 'full') }) : t('company.nothingDue')}
              </small>
            </span>
            <span style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem' }}>
              <File invoice={one} paper="INVOICE" />
              {one.kind === 'PERIOD' && <File invoice={one} paper="ACT" />}
              {!one.cancelledAt && (
                <Button variant="subtle" color="red" size="compact-md" aria-label={t('company.cancelOf', { number: one.number })} onClick={() => setCancelling(one)}>
                  {t('company.cancel')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {pages.more && (
        <Button variant="default" loading={pages.loading} onClick={pages.more} style={{ justifySelf: 'start' }}>
          {t('list.more')}
        </Button>
      )}
      <Button style={{ justifySelf: 'start' }} onClick={() => setIssuing(true)}>
        {t('company.issue')}
      </Button>
      <Modal opened={issuing} onClose={() => setIssuing(false)} title={t('company.issue')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {issuing && zone && <IssueForm company={company} today={dayIn(zone, now)} onIssued={(number) => close(t('company.issued', { number }))} />}
      </Modal>
      <Modal opened={cancelling !== null} onClose={() => setCancelling(null)} title={cancelling && t('company.cancelOf', { number: cancelling.number })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {cancelling && <CancelForm invoice={cancelling} onCancelled={() => close(t('company.cancelledDone', { number: cancelling.number }))} />}
      </Modal>
    </section>
  );
}

function File({ invoice, paper }: { invoice: InvoicePartsFragment; paper: InvoicePaper }) {
  const { t } = useTranslation();
  const [{ error }, send] = useMutation(ExportInvoiceDocument);
  const { busy, said, take } = useFile(paper === 'ACT' ? `act-${invoice.number}.pdf` : `invoice-${invoice.number}.pdf`);
  const ask = () =>
    take(async () => {
      const answer = (await send({ input: { id: invoice.id, paper } })).data?.exportInvoice;
      return answer?.__typename === 'ExportReady' ? { url: answer.url } : answer && { words: wordsOf(answer) };
    });
  return (
    <>
      <Button variant="default" size="compact-md" loading={busy} aria-label={t(paper === 'ACT' ? 'company.actPdfOf' : 'company.invoicePdfOf', { number: invoice.number })} onClick={() => void ask()}>
        {t(paper === 'ACT' ? 'company.actPdf' : 'company.invoicePdf')}
      </Button>
      {said && <Notice live tone={said.tone} title={said.text} />}
      {error && <ProblemNotice error={error} />}
    </>
  );
}

function IssueForm({ company, today, onIssued }: { company: CompanyPartsFragment; today: string; onIssued: (number: number) => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, issue] = useMutation(IssueInvoiceDocument);
  const form = useForm({
    name: `invoice.${company.id}`,
    version: null,
    saved: { what: 'PERIOD' as 'PERIOD' | 'ADVANCE', endsOn: today, advance: '' as number | '' },
    send: async ({ what, endsOn, advance }) => {
      if (what === 'PERIOD' && !endsOn) return { __typename: 'InvalidInput', fields: [{ path: 'endsOn', message: t('form.required') }] };
      const input = what === 'PERIOD' ? { companyId: company.id, endsOn } : { companyId: company.id, advance: String(advance || 0) };
      const answer = (await issue({ input })).data?.issueInvoice;
      if (answer?.__typename === 'InvoiceChanged') {
        form.discard();
        onIssued(answer.invoice.number);
      }
      return answer;
    },
  });
  const { values, set, wrong } = form;
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('company.issue')} names={{ endsOn: t('company.lastDay'), advance: t('company.advanceSum') }}>
      <SegmentedControl
        aria-label={t('company.issueFor')}
        value={values.what}
        onChange={(what) => set({ what: what as typeof values.what })}
        data={[
          { value: 'PERIOD', label: t('company.forPeriod') },
          { value: 'ADVANCE', label: t('company.forAdvance') },
        ]}
      />
      {values.what === 'PERIOD' ? (
        <>
          <DayInput label={t('company.lastDay')} value={values.endsOn} error={wrong('endsOn')} onChange={(endsOn) => set({ endsOn })} />
          <p className="bk-muted" style={{ margin: 0 }}>
            {t('company.lastDayHint')}
          </p>
        </>
      ) : (
        <AmountField label={t('company.advanceSum')} value={values.advance} error={wrong('advance')} onChange={(advance) => set({ advance })} />
      )}
    </FormFrame>
  );
}

function CancelForm({ invoice, onCancelled }: { invoice: InvoicePartsFragment; onCancelled: () => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, cancel] = useMutation(CancelInvoiceDocument);
  const form = useForm({
    name: `invoice.cancel.${invoice.id}`,
    version: null,
    saved: { reason: '' },
    send: async ({ reason }) => {
      const answer = (await cancel({ input: { id: invoice.id, reason } })).data?.cancelInvoice;
      if (answer?.__typename === 'InvoiceChanged') {
        form.discard();
        onCancelled();
      }
      return answer;
    },
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('company.cancel')} names={{ reason: t('company.cancelReason') }}>
      <p className="bk-muted" style={{ margin: 0 }}>
        {t('company.cancelText')}
      </p>
      <TextInput label={t('company.cancelReason')} maxLength={300} autoComplete="off" {...form.text('reason')} />
    </FormFrame>
  );
}
