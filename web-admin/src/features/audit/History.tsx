import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat } from 'web-shared';
import { FoldedCard } from '../../app/FoldedCard';
import { usePages } from '../../app/usePages';
import { AuditEntriesDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { nameOf } from '../staff/StaffPage';
import { Changes } from './Entry';

interface HistoryProps {
  subjectKind: 'trip' | 'order' | 'staff' | 'carrier' | 'vehicle' | 'driver' | 'layout' | 'station' | 'route' | 'closure' | 'wallet' | 'company';
  subjectId: string;
  /** Raised by whoever has changed it here: the history is read again. */
  changes?: unknown;
}

/** What was done to one thing, for those who may see it. */
export function History(props: HistoryProps) {
  return useCan()('VIEW_AUDIT') ? <Shown {...props} /> : null;
}

function Shown({ subjectKind, subjectId, changes }: HistoryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = usePages(AuditEntriesDocument, { filter: { subjectKind, subjectId } }, (data) => data.auditEntries);
  const { reload } = pages;
  useEffect(() => {
    reload();
    // When something was changed here, not when the reader is made anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [changes]);
  return (
    <FoldedCard id="history" title={t('audit.history')}>
      {pages.error && <ProblemNotice error={pages.error} onRetry={reload} />}
      {!pages.error && pages.nodes.length === 0 && <p className="bk-muted">{t(pages.loading ? 'audit.loading' : 'audit.nothing')}</p>}
      <ol style={{ margin: 0, padding: 0, listStyle: 'none', display: 'grid', gap: '0.8rem' }}>
        {pages.nodes.map((entry) => (
          <li key={entry.id}>
            <strong>{t(`action.${entry.action}`, t('action.OTHER'))}</strong>
            <br />
            <small className="bk-muted">
              {format.date(entry.at, 'moment')} · {entry.staff ? nameOf(entry.staff) : t('audit.nobody')}
            </small>
            {entry.after != null && <Changes entry={entry} />}
          </li>
        ))}
      </ol>
      {pages.more && (
        <Button variant="default" loading={pages.loading} onClick={pages.more} style={{ justifySelf: 'start' }}>
          {t('list.more')}
        </Button>
      )}
    </FoldedCard>
  );
}
