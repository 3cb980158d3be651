import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { StationRecordsDocument, type StationPartsFragment, type StopKind } from '../../gql/graphql';
import { useSession } from '../account/session';

export const STATION_KINDS = ['STATION', 'STOP', 'BORDER'] as const satisfies StopKind[];

const SORTS = ['NAME', 'TOWN', 'KIND', 'STATE'] as const;

/** Stations, stops in the street and border points. */
export function StationsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const { me } = useSession();
  const { search, change, text, setText, asked } = useFilters('/stations');
  const kind = STATION_KINDS.find((one) => one === search.kind) ?? null;
  const active = search.active === 'yes' ? true : search.active === 'no' ? false : null;
  const sorting = useSorting(SORTS, { sort: 'NAME', direction: 'ASC' });
  const pages = usePages(StationRecordsDocument, { filter: { text: asked || null, kind, active }, sort: sorting.sort, direction: sorting.direction }, (data) => data.stationRecords);
  // Who is tied to stations keeps those alone.
  const makes = me?.stations.length === 0;
  return (
    <Page title={t('stations.title')} lead={t('stations.lead')} tools={makes && <Button onClick={() => void go({ to: '/stations/new' })}>{t('stations.new')}</Button>}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('stations.text')} placeholder={t('stations.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('station.kind')} value={kind ?? ''} onChange={(event) => change({ kind: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...STATION_KINDS.map((one) => ({ value: one, label: t(`station.kindOf.${one}`) }))]} />
        <NativeSelect
          label={t('stations.state')}
          value={search.active ?? ''}
          onChange={(event) => change({ active: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('all') },
            { value: 'yes', label: t('stations.inUse') },
            { value: 'no', label: t('stations.outOfUse') },
          ]}
        />
      </div>
      <PagedTable
        list="stations"
        label={t('stations.title')}
        columns={[
          { title: t('station.name'), sort: 'NAME', sheet: ['name', 'code'] },
          { title: t('station.town'), sort: 'TOWN', sheet: ['town'] },
          { title: t('station.kind'), sort: 'KIND', sheet: ['kind'] },
          { title: t('stations.departures'), sheet: ['departures'] },
          { title: t('stations.state'), sort: 'STATE', sheet: ['active'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('stations.none'), text: t('stations.noneText') }}
        row={(station) => (
          <tr key={station.id}>
            <td>
              <GoLink to={`/stations/${encodeURIComponent(station.id)}`}>{station.name}</GoLink>
              <small>{station.code}</small>
            </td>
            <td>{station.place?.name ?? '—'}</td>
            <td>{t(`station.kindOf.${station.kind}`)}</td>
            <td className={page.number}>{station.departures}</td>
            <td>
              <StationBadge station={station} />
            </td>
          </tr>
        )}
      />
    </Page>
  );
}

export function StationBadge({ station }: { station: StationPartsFragment }) {
  const { t } = useTranslation();
  return <Badge tone={station.active ? 'good' : 'quiet'}>{t(station.active ? 'stations.inUse' : 'stations.outOfUse')}</Badge>;
}
