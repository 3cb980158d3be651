import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon, useQuery } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { RouteChoicesDocument, RouteRecordsDocument, type RoutePartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';

const SORTS = ['NUMBER', 'NAME', 'CARRIER', 'SERVICE_CLASS', 'STATE'] as const;

/** Lines, with the carriers that run them. */
export function RoutesPage() {
  const { t } = useTranslation();
  const go = useGo();
  const makes = useCan()('MANAGE_TIMETABLE');
  const { search, change, text, setText, asked } = useFilters('/routes');
  const active = search.active === 'yes' ? true : search.active === 'no' ? false : null;
  const [{ data }] = useQuery({ query: RouteChoicesDocument });
  const sorting = useSorting(SORTS, { sort: 'NUMBER', direction: 'ASC' });
  const pages = usePages(RouteRecordsDocument, { filter: { text: asked || null, carrierId: search.carrier || null, active }, sort: sorting.sort, direction: sorting.direction }, (found) => found.routeRecords);
  return (
    <Page title={t('routes.title')} lead={t('routes.lead')} tools={makes && <Button onClick={() => void go({ to: '/routes/new' })}>{t('routes.new')}</Button>}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('routes.text')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('route.carrier')} value={search.carrier ?? ''} onChange={(event) => change({ carrier: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...(data?.carriers ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        <NativeSelect
          label={t('stations.state')}
          value={search.active ?? ''}
          onChange={(event) => change({ active: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('all') },
            { value: 'yes', label: t('routes.inUse') },
            { value: 'no', label: t('routes.outOfUse') },
          ]}
        />
      </div>
      <PagedTable
        list="routes"
        label={t('routes.title')}
        columns={[
          { title: t('route.number'), sort: 'NUMBER', sheet: ['number'] },
          { title: t('route.name'), sort: 'NAME', sheet: ['name'] },
          { title: t('route.carrier'), sort: 'CARRIER', sheet: ['carrier'] },
          { title: t('route.serviceClass'), sort: 'SERVICE_CLASS', sheet: ['class'] },
          { title: t('stations.state'), sort: 'STATE', sheet: ['active', 'online'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('routes.none'), text: t('routes.noneText') }}
        row={(route) => (
          <tr key={route.id}>
            <td>
              <GoLink to={`/routes/${encodeURIComponent(route.id)}`}>{route.number || '—'}</GoLink>
            </td>
            <td>{route.name}</td>
            <td>{route.carrier.name}</td>
            <td>{t(`route.classOf.${route.serviceClass}`)}</td>
            <td>
              <RouteBadge route={route} />
            </td>
          </tr>
        )}
      />
    </Page>
  );
}

export function RouteBadge({ route }: { route: RoutePartsFragment }) {
  const { t } = useTranslation();
  if (!route.active) return <Badge tone="quiet">{t('routes.outOfUse')}</Badge>;
  return route.onlineSale ? <Badge tone="good">{t('routes.inUse')}</Badge> : <Badge tone="warn">{t('routes.deskOnly')}</Badge>;
}
