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
import { FleetChoicesDocument, VehiclesDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import { PermitBadge } from '../permit/PermitBadge';
import { VehicleForm } from './VehicleForm';

const CLASSES = ['minibus', 'coach', 'vip', 'doubledecker', 'suburban', 'rail'] as const;

const SORTS = ['PLATE', 'MAKE', 'YEAR', 'CARRIER', 'SEATS'] as const;

/** The fleets of the carriers. */
export function VehiclesPage() {
  const { t } = useTranslation();
  const go = useGo();
  const manages = useCan()('MANAGE_FLEET');
  const { search, change, text, setText, asked } = useFilters('/vehicles');
  const [making, setMaking] = useState(false);
  const [{ data: choices }] = useQuery({ query: FleetChoicesDocument });
  const active = search.active === 'all' ? null : search.active !== 'no';
  const sorting = useSorting(SORTS, { sort: 'PLATE', direction: 'ASC' });
  const pages = usePages(VehiclesDocument, { filter: { text: asked || null, carrierId: search.carrier ?? null, vehicleClass: search.class ?? null, active }, sort: sorting.sort, direction: sorting.direction }, (data) => data.vehicles);
  return (
    <Page title={t('vehicles.title')} tools={manages && <Button onClick={() => setMaking(true)}>{t('vehicles.new')}</Button>}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '16rem' }} label={t('vehicles.text')} placeholder={t('vehicles.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('vehicle.carrier')} value={search.carrier ?? ''} onChange={(event) => change({ carrier: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...(choices?.carriers ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        <NativeSelect label={t('vehicle.class')} value={search.class ?? ''} onChange={(event) => change({ class: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...CLASSES.map((one) => ({ value: one, label: t(`layout.vehicleClass.${one}`) }))]} />
        <NativeSelect
          label={t('vehicles.state')}
          value={search.active ?? 'yes'}
          onChange={(event) => change({ active: event.currentTarget.value })}
          data={[
            { value: 'yes', label: t('vehicle.inService') },
            { value: 'no', label: t('vehicle.outOfService') },
            { value: 'all', label: t('all') },
          ]}
        />
      </div>
      <PagedTable
        list="vehicles"
        label={t('vehicles.title')}
        columns={[
          { title: t('vehicle.plate'), sort: 'PLATE', sheet: ['plate'] },
          { title: t('vehicle.make'), sort: 'MAKE', sheet: ['make', 'class', 'year'] },
          { title: t('vehicle.carrier'), sort: 'CARRIER', sheet: ['carrier'] },
          { title: t('vehicle.seats'), sort: 'SEATS', sheet: ['seats'] },
          { title: t('permits.title'), sheet: ['permits'] },
          { title: t('vehicles.state'), sheet: ['active'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('vehicles.none'), text: t('vehicles.noneText') }}
        row={(vehicle) => (
          <tr key={vehicle.id}>
            <td className={page.number}>
              <GoLink to={`/vehicles/${encodeURIComponent(vehicle.id)}`}>{vehicle.plate}</GoLink>
            </td>
            <td>
              {vehicle.make}
              <small>{[t(`layout.vehicleClass.${vehicle.vehicleClass}`), vehicle.year].filter(Boolean).join(', ')}</small>
            </td>
            <td>{vehicle.carrier.name}</td>
            <td className={page.number}>{vehicle.seatCount}</td>
            <td>{vehicle.permits[0] ? <PermitBadge daysLeft={vehicle.permits[0].daysLeft} /> : '—'}</td>
            <td>
              <Badge tone={vehicle.active ? 'good' : 'quiet'}>{t(vehicle.active ? 'vehicle.inService' : 'vehicle.outOfService')}</Badge>
            </td>
          </tr>
        )}
      />
      <Modal opened={making} onClose={() => setMaking(false)} size="lg" title={t('vehicles.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {making && <VehicleForm onSaved={(vehicle) => go({ to: `/vehicles/${encodeURIComponent(vehicle.id)}` })} />}
      </Modal>
    </Page>
  );
}
