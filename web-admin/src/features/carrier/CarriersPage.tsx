import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
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
import { CarrierRecordsDocument, type CarrierPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { CarrierForm } from './CarrierForm';

const SORTS = ['NAME', 'CODE', 'INN', 'STATE'] as const;

/** Who runs the vehicles, with contracts and blocks. */
export function CarriersPage() {
  const { t } = useTranslation();
  const go = useGo();
  const can = useCan();
  const { search, change, text, setText, asked } = useFilters('/carriers');
  const [making, setMaking] = useState(false);
  const blocked = search.blocked === 'yes' ? true : search.blocked === 'no' ? false : null;
  const sorting = useSorting(SORTS, { sort: 'NAME', direction: 'ASC' });
  const pages = usePages(CarrierRecordsDocument, { filter: { text: asked || null, blocked }, sort: sorting.sort, direction: sorting.direction }, (data) => data.carrierRecords);
  const makes = can('MANAGE_CARRIERS');
  return (
    <Page title={t('carriers.title')} tools={makes && <Button onClick={() => setMaking(true)}>{t('carriers.new')}</Button>}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('carriers.text')} placeholder={t('carriers.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect
          label={t('carriers.state')}
          value={search.blocked ?? ''}
          onChange={(event) => change({ blocked: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('all') },
            { value: 'no', label: t('carriers.onSale') },
            { value: 'yes', label: t('carriers.blocked') },
          ]}
        />
      </div>
      <PagedTable
        list="carriers"
        label={t('carriers.title')}
        columns={[
          { title: t('carrier.name'), sort: 'NAME', sheet: ['name', 'code'] },
          { title: t('carrier.inn'), sort: 'INN', sheet: ['inn'] },
          { title: t('carrier.contract'), sheet: ['contract'] },
          { title: t('carriers.vehicles'), sheet: ['vehicles'] },
          { title: t('carriers.state'), sort: 'STATE', sheet: ['blocked', 'active'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('carriers.none'), text: t('carriers.noneText') }}
        row={(carrier) => (
          <tr key={carrier.id}>
            <td>
              <GoLink to={`/carriers/${encodeURIComponent(carrier.id)}`}>{carrier.name}</GoLink>
              <small>{[carrier.code, carrier.legal.name].filter(Boolean).join(' · ')}</small>
            </td>
            <td className={page.number}>{carrier.legal.inn ?? '—'}</td>
            <td>{carrier.contracts.find((one) => one.state === 'CURRENT')?.number ?? <Badge tone="warn">{t('carriers.noContract')}</Badge>}</td>
            <td className={page.number}>{carrier.vehicleCount}</td>
            <td>
              <CarrierBadge carrier={carrier} />
            </td>
          </tr>
        )}
      />
      <Modal opened={making} onClose={() => setMaking(false)} size="lg" title={t('carriers.newTitle')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {making && <CarrierForm onSaved={(carrier) => go({ to: `/carriers/${encodeURIComponent(carrier.id)}` })} />}
      </Modal>
    </Page>
  );
}

export function CarrierBadge({ carrier }: { carrier: CarrierPartsFragment }) {
  const { t } = useTranslation();
  if (carrier.blocked) return <Badge tone="bad">{t('carriers.blocked')}</Badge>;
  if (!carrier.active) return <Badge tone="quiet">{t('carriers.notInTimetable')}</Badge>;
  return <Badge tone="good">{t('carriers.onSale')}</Badge>;
}
