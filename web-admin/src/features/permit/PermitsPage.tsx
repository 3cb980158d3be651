import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { PermitsDocument, type PermitHolder } from '../../gql/graphql';
import { PermitBadge } from './PermitBadge';

const PAGES: Record<PermitHolder, string> = { CARRIER: '/carriers', VEHICLE: '/vehicles', DRIVER: '/drivers' };

const SORTS = ['EXPIRES', 'KIND', 'NUMBER'] as const;

/** What ends next, of everybody who works. */
export function PermitsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change } = useFilters('/permits');
  const within = search.within ?? '90';
  const holder = (search.holder as PermitHolder | undefined) ?? null;
  const sorting = useSorting(SORTS, { sort: 'EXPIRES', direction: 'ASC' });
  const pages = usePages(PermitsDocument, { filter: { holder, withinDays: within === 'all' ? null : Number(within) }, sort: sorting.sort, direction: sorting.direction }, (data) => data.permits);
  return (
    <Page title={t('permits.title')} lead={t('permits.lead')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <NativeSelect
          label={t('permits.within')}
          value={within}
          onChange={(event) => change({ within: event.currentTarget.value })}
          data={[...['0', '30', '90', '365'].map((days) => ({ value: days, label: t(`permits.days.${days}`) })), { value: 'all', label: t('all') }]}
        />
        <NativeSelect
          label={t('permits.holder')}
          value={search.holder ?? ''}
          onChange={(event) => change({ holder: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...(['CARRIER', 'VEHICLE', 'DRIVER'] as const).map((one) => ({ value: one, label: t(`permits.of.${one}`) }))]}
        />
      </div>
      <PagedTable
        list="permits"
        label={t('permits.title')}
        columns={[
          { title: t('permit.expiresOn'), sort: 'EXPIRES', sheet: ['expires'] },
          { title: t('permits.holder'), sheet: ['holder'] },
          { title: t('permit.paper'), sort: 'KIND', sheet: ['kind', 'number', 'note'] },
          { title: t('permits.state'), sheet: ['daysLeft'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('permits.none'), text: t('permits.noneText') }}
        row={(permit) => (
          <tr key={permit.id}>
            <td className={page.number}>{format.date(permit.expiresOn, 'full')}</td>
            <td>
              <GoLink to={`${PAGES[permit.holder]}/${encodeURIComponent(permit.holderId)}`}>{permit.holderName}</GoLink>
            </td>
            <td>
              {t(`permit.kind.${permit.kind}`)} {permit.number}
              {permit.note && <small>{permit.note}</small>}
            </td>
            <td>
              <PermitBadge daysLeft={permit.daysLeft} />
            </td>
          </tr>
        )}
      />
    </Page>
  );
}
