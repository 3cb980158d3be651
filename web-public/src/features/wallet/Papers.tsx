import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { CompanyPapersDocument, ExportInvoiceDocument, type InvoicePaper } from '../../gql/graphql';
import account from '../account/account.module.css';

/** What was issued to a company that one buys for, the newest first. */
export function Papers({ companyId }: { companyId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data }] = useQuery({ query: CompanyPapersDocument, requestPolicy: 'cache-and-network' });
  const [{ fetching, error }, send] = useMutation(ExportInvoiceDocument);
  const [refused, setRefused] = useState('');
  const papers = data?.me?.companies.find((one) => one.companyId === companyId)?.invoices.nodes ?? [];
  if (papers.length === 0) return null;
  const take = async (id: string, paper: InvoicePaper) => {
    setRefused('');
    const answer = (await send({ input: { id, paper } })).data?.exportInvoice;
    if (answer?.__typename !== 'ExportReady') {
      if (answer) setRefused(answer.message);
      return;
    }
    // What cannot be had is said here, and no page of an error opens.
    const response = await fetch(new URL(answer.url).pathname).catch(() => null);
    if (!response?.ok) {
      setRefused(t('company.noFile'));
      return;
    }
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await response.blob());
    link.download = /filename="?([^";]+)/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'invoice.pdf';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  };
  return (
    <section className={account.content} aria-labelledby={`papers-${companyId}`}>
      <h2 id={`papers-${companyId}`}>{t('company.invoices')}</h2>
      <ul className={account.list}>
        {papers.map((one) => (
          <li key={one.id} className={account.item} style={{ flexWrap: 'wrap' }}>
            <div>
              <strong>{t('company.invoiceNumber', { number: one.number })}</strong>
              <small>
                {[
                  one.startsOn && one.endsOn ? `${format.date(one.startsOn, 'day')} — ${format.date(one.endsOn, 'full')}` : t('company.advance'),
                  one.cancelledAt ? t('company.cancelled') : Number(one.due.amount) > 0 ? t('company.toPay', { amount: format.money(one.due), day: format.date(one.dueOn, 'full') }) : t('company.nothingDue'),
                ].join(' · ')}
              </small>
            </div>
            <div className={account.row}>
              <Button variant="light" size="compact-md" disabled={fetching} aria-label={t('company.invoicePdfOf', { number: one.number })} onClick={() => void take(one.id, 'INVOICE')}>
                {t('company.invoicePdf')}
              </Button>
              {one.kind === 'PERIOD' && (
                <Button variant="light" size="compact-md" disabled={fetching} aria-label={t('company.actPdfOf', { number: one.number })} onClick={() => void take(one.id, 'ACT')}>
                  {t('company.actPdf')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {refused && <Notice live tone="error" title={refused} />}
      {error && <ProblemNotice error={error} />}
    </section>
  );
}
