import { Checkbox, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isDay, useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { AuditEntriesDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { nameOf } from '../staff/StaffPage';
import { Changes, Subject } from './Entry';

const ACTIONS = ['DELAY_TRIP', 'CANCEL_TRIP', 'REPORT_TRIP', 'CLOSE_SALE', 'OPEN_SALE', 'READ_ORDER', 'LIST_ORDERS', 'EXPORT_LIST', 'READ_PASSENGERS', 'READ_MAILBOX', 'RETRY_JOB', 'INVITE_STAFF', 'UPDATE_STAFF', 'BLOCK_STAFF', 'UNBLOCK_STAFF', 'RESET_STAFF', 'SAVE_ROLE', 'DEMAND_SECOND_FACTOR', 'SET_SECOND_FACTOR', 'RENEW_RECOVERY_CODES', 'USE_RECOVERY_CODE', 'SAVE_LAYOUT', 'IMPORT_LAYOUT', 'ARCHIVE_LAYOUT', 'SAVE_ANNOUNCEMENT', 'WITHDRAW_ANNOUNCEMENT', 'SAVE_PLACE', 'SAVE_STATION', 'SAVE_PLATFORM', 'SAVE_DESK', 'ADD_TRIP', 'SPLIT_ORDER', 'MAKE_KEY', 'RENEW_KEY', 'REVOKE_KEY', 'SAVE_ROUTE', 'SAVE_PATH', 'SAVE_DEPARTURE', 'SAVE_PRICE_LIST', 'SAVE_TARIFF_RULE', 'END_TARIFF_RULE', 'SAVE_PROMOTION', 'SAVE_HOLIDAY', 'DROP_HOLIDAY', 'SAVE_QUOTA', 'DROP_QUOTA', 'SAVE_CLOSURE', 'LIFT_CLOSURE', 'REFUND_CLOSURE'];
const KINDS = ['trip', 'order', 'staff', 'role', 'job', 'layout', 'announcement', 'station', 'place', 'route', 'closure', 'tariff', 'holiday', 'promotion'];

const SORTS = ['AT'] as const;

/** Who has done and read what. */
export function AuditPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const { search, change } = useFilters('/audit');
  const [from, to] = [search.from, search.to].map((day) => (day && isDay(day) ? day : undefined));
  const [kind, action] = [KINDS.find((one) => one === search.kind), ACTIONS.find((one) => one === search.action)];
  const changesOnly = search.changes === 'yes';
  const sorting = useSorting(SORTS, { sort: 'AT', direction: 'DESC' });
  const pages = usePages(
    AuditEntriesDocument,
    { filter: { subjectKind: kind ?? null, action: action ?? null, from: from ?? null, to: to ?? null, changesOnly }, sort: sorting.sort, direction: sorting.direction },
    (data) => data.auditEntries,
  );

  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <NativeSelect label={t('audit.what')} value={action ?? ''} onChange={(event) => change({ action: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...ACTIONS.map((one) => ({ value: one, label: t(`action.${one}`) }))]} />
        <NativeSelect label={t('audit.subject')} value={kind ?? ''} onChange={(event) => change({ kind: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...KINDS.map((one) => ({ value: one, label: t(`subject.${one}`) }))]} />
        <DayInput label={t('audit.from')} value={from ?? ''} clearable onChange={(day) => change({ from: day || undefined })} />
        <DayInput label={t('audit.to')} value={to ?? ''} clearable onChange={(day) => change({ to: day || undefined })} />
        <Checkbox label={t('audit.changesOnly')} checked={changesOnly} onChange={(event) => change({ changes: event.currentTarget.checked ? 'yes' : undefined })} style={{ alignSelf: 'center' }} />
      </div>
      <PagedTable
        list="audit"
        label={t('audit.title')}
        columns={[
          { title: t('audit.when'), sort: 'AT', sheet: ['at', 'address'] },
          { title: t('audit.who'), sheet: ['who'] },
          { title: t('audit.what'), sheet: ['action'] },
          { title: t('audit.subject'), sheet: ['subject', 'subjectName'] },
          { title: t('audit.changed'), sheet: ['before', 'after'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('audit.none'), text: t('audit.noneText') }}
        row={(entry) => (
          <tr key={entry.id}>
            <td className={page.number}>
              {format.date(entry.at, 'moment')}
              <small>{entry.address ?? '—'}</small>
            </td>
            <td>{entry.staff ? can('MANAGE_STAFF') ? <GoLink to={`/staff/${encodeURIComponent(entry.staff.id)}`}>{nameOf(entry.staff)}</GoLink> : nameOf(entry.staff) : t('audit.nobody')}</td>
            <td>{t(`action.${entry.action}`, entry.action)}</td>
            <td>
              <Subject entry={entry} />
            </td>
            <td data-wide>
              <Changes entry={entry} />
            </td>
          </tr>
        )}
      />
    </Page>
  );
}
