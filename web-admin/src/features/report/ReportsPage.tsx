import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { DropReportDocument, ReportViewsDocument } from '../../gql/graphql';
import { nameOf } from '../staff/StaffPage';
import { readAsked, writeAsked } from './definition';
import css from './Report.module.css';
import { ScheduleForm, type SavedOne } from './ScheduleForm';

/** Reports that are ready, and those that were kept. */
export function ReportsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const [{ data, error }, reload] = useQuery({ query: ReportViewsDocument, requestPolicy: 'cache-and-network' });
  const [{ fetching }, drop] = useMutation(DropReportDocument);
  const [sending, setSending] = useState<SavedOne | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const saved = data?.savedReports ?? [];
  return (
    <Page title={t('nav.reports')} lead={t('reports.lead')} tools={<Button onClick={() => void go({ to: '/reports/build', search: { d: writeAsked(readAsked(undefined)) } })}>{t('reports.new')}</Button>}>
      {error && <ProblemNotice error={error} />}
      {said && <Notice live tone="ok" title={said} />}
      <Modal opened={sending !== null} onClose={() => setSending(null)} title={t('reports.sendTitle', { name: sending?.name ?? '' })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {sending && (
          <ScheduleForm
            key={sending.id}
            report={sending}
            onSaved={(words) => {
              setSending(null);
              setSaid(words);
              reload({ requestPolicy: 'network-only' });
            }}
          />
        )}
      </Modal>
      {saved.length > 0 && (
        <section className={page.card} aria-labelledby="reports-saved">
          <h2 id="reports-saved">{t('reports.saved')}</h2>
          <ul className={css.views}>
            {saved.map((one) => (
              <li key={one.id}>
                <GoLink to="/reports/build" search={{ d: writeAsked(one.definition), name: one.name }}>
                  {one.name}
                </GoLink>
                {one.own ? (
                  <span className={css.acts}>
                  <Button variant="subtle" size="compact-md" aria-label={t('reports.sendNamed', { name: one.name })} onClick={() => setSending(one)}>
                    {one.schedule ? t('reports.sent', { rhythm: t(`reports.rhythms.${one.schedule.rhythm}`) }) : t('reports.send')}
                  </Button>
                  <Button variant="subtle" size="compact-md" loading={fetching} aria-label={t('reports.dropNamed', { name: one.name })} onClick={() => void drop({ id: one.id }).then(() => reload({ requestPolicy: 'network-only' }))}>
                    {t('reports.drop')}
                  </Button>
                  </span>
                ) : (
                  <span className="bk-muted">{one.owner && nameOf(one.owner)}</span>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={page.card} aria-labelledby="reports-ready">
        <h2 id="reports-ready">{t('reports.ready')}</h2>
        <ul className={css.views}>
          {(data?.standardReports ?? []).map((one) => (
            <li key={one.code}>
              <GoLink to="/reports/build" search={{ d: writeAsked(one.definition), name: one.name }}>
                {one.name}
              </GoLink>
            </li>
          ))}
        </ul>
      </section>
    </Page>
  );
}
