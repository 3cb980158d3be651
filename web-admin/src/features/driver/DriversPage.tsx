import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
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
import { DriversDocument, FleetChoicesDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { PermitBadge } from '../permit/PermitBadge';
import { DriverForm } from './DriverForm';

const SORTS = ['NAME', 'CARRIER'] as const;

/** Who drives. */
export function DriversPage() {
  const { t } = useTranslation();
  const go = useGo();
  const manages = useCan()('MANAGE_FLEET');
  const { search, change, text, setText, asked } = useFilters('/drivers');
  const [making, setMaking] = useState(false);
  const [{ data: choices }] = useQuery({ query: FleetChoicesDocument });
  const active = search.active === 'all' ? null : search.active !== 'no';
  const sorting = useSorting(SORTS, { sort: 'NAME', direction: 'ASC' });
  const pages = usePages(DriversDocument, { filter: { text: asked || null, carrierId: search.carrier ?? null, active }, sort: sorting.sort, direction: sorting.direction }, (data) => data.drivers);
  return (
    <Page title={t('drivers.title')} tools={manages && <Button onClick={() => setMaking(true)}>{t('drivers.new')}</Button>}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('drivers.text')} placeholder={t('drivers.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('driver.carrier')} value={search.carrier ?? ''} onChange={(event) => change({ carrier: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...(choices?.carriers ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        <NativeSelect
          label={t('drivers.state')}
          value={search.active ?? 'yes'}
          onChange={(event) => change({ active: event.currentTarget.value })}
          data={[
            { value: 'yes', label: t('driver.works') },
            { value: 'no', label: t('driver.worksNot') },
            { value: 'all', label: t('all') },
          ]}
        />
      </div>
      <PagedTable
        list="drivers"
        label={t('drivers.title')}
        columns={[
          { title: t('driver.name'), sort: 'NAME', sheet: ['name'] },
          { title: t('driver.carrier'), sort: 'CARRIER', sheet: ['carrier'] },
          { title: t('driver.phone'), sheet: ['phone'] },
          { title: t('permits.title'), sheet: ['permits'] },
          { title: t('drivers.state'), sheet: ['active'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('drivers.none'), text: t('drivers.noneText') }}
        row={(driver) => (
          <tr key={driver.id}>
            <td>
              <GoLink to={`/drivers/${encodeURIComponent(driver.id)}`}>{driver.name}</GoLink>
            </td>
            <td>{driver.carrier.name}</td>
            <td className={page.number}>{driver.phone ?? '—'}</td>
            <td>{driver.permits[0] ? <PermitBadge daysLeft={driver.permits[0].daysLeft} /> : '—'}</td>
            <td>
              <Badge tone={driver.active ? 'good' : 'quiet'}>{t(driver.active ? 'driver.works' : 'driver.worksNot')}</Badge>
            </td>
          </tr>
        )}
      />
      <Modal opened={making} onClose={() => setMaking(false)} title={t('drivers.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {making && <DriverForm onSaved={(driver) => go({ to: `/drivers/${encodeURIComponent(driver.id)}` })} />}
      </Modal>
    </Page>
  );
}
