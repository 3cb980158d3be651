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
import { ACTIONS, KINDS } from './actions';
import { Changes, Subject } from './Entry';
import { PersonField } from './PersonField';

const SORTS = ['AT'] as const;
const SECTIONS = Object.keys(ACTIONS) as (keyof typeof ACTIONS)[];

/** Who has done and read what. */
export function AuditPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const { search, change } = useFilters('/audit');
  const [from, to] = [search.from, search.to].map((day) => (day && isDay(day) ? day : undefined));
  const [kind, action] = [KINDS.find((one) => one === search.kind), SECTIONS.flatMap((section): readonly string[] => ACTIONS[section]).find((one) => one === search.action)];
  const changesOnly = search.changes === 'yes';
  const sorting = useSorting(SORTS, { sort: 'AT', direction: 'DESC' });
  const pages = usePages(
    AuditEntriesDocument,
    { filter: { staffId: search.who || null, subjectKind: kind ?? null, action: action ?? null, from: from ?? null, to: to ?? null, changesOnly }, sort: sorting.sort, direction: sorting.direction },
    (data) => data.auditEntries,
  );

  /** By their words, as people look for them. */
  const sorted = (codes: readonly string[], of: string) => codes.map((one) => ({ value: one, label: t(`${of}.${one}`) })).toSorted((a, b) => a.label.localeCompare(b.label, format.language));
  const seen = pages.nodes.map((entry) => entry.staff).filter((one) => one != null);

  return (
    <Page title={t('audit.title')} lead={t('audit.lead')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <PersonField value={search.who ?? ''} seen={seen} onChange={(who) => change({ who })} />
        <NativeSelect label={t('audit.what')} value={action ?? ''} onChange={(event) => change({ action: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...SECTIONS.map((section) => ({ group: t(`navGroup.${section}`), items: sorted(ACTIONS[section], 'action') }))]} />
        <NativeSelect label={t('audit.subject')} value={kind ?? ''} onChange={(event) => change({ kind: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...sorted(KINDS, 'subject')]} />
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
            <td>{t(`action.${entry.action}`, t('action.OTHER'))}</td>
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
