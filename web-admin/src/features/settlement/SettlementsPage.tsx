import { Button, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useQuery } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { CarriersDocument, SettlementsDocument, type SettlementState } from '../../gql/graphql';
import { useCan } from '../account/session';
import { MakeForm } from './MakeForm';
import { toneOf } from './tone';

const SORTS = ['ENDS', 'CLOSING', 'MADE'] as const;
const STATES: SettlementState[] = ['DRAFT', 'APPROVED', 'PART_PAID', 'PAID', 'CARRIED'];

/** What is settled with carriers: all of them for an accountant, one's own for who represents a carrier. */
export function SettlementsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const manages = useCan()('MANAGE_SETTLEMENTS');
  const { search, change } = useFilters('/settlements');
  const [{ data }] = useQuery({ query: CarriersDocument, pause: !manages });
  const [making, setMaking] = useState(false);
  const filter = { carrierId: search.carrier || null, state: (search.state as SettlementState | undefined) || null, from: search.from || null, to: search.to || null };
  const sorting = useSorting(SORTS, { sort: 'ENDS', direction: 'DESC' });
  const pages = usePages(SettlementsDocument, { filter, sort: sorting.sort, direction: sorting.direction }, (found) => found.settlements);
  const carriers = data?.carriers ?? [];
  const states = manages ? STATES : STATES.filter((one) => one !== 'DRAFT');
  const filtered = Object.values(filter).some(Boolean);
  return (
    <Page title={t('settlement.title')} lead={t(manages ? 'settlement.lead' : 'settlement.ownLead')} tools={manages && <Button onClick={() => setMaking(true)}>{t('settlement.new')}</Button>}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        {manages && <NativeSelect label={t('settlement.carrier')} value={search.carrier ?? ''} onChange={(event) => change({ carrier: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...carriers.map((one) => ({ value: one.id, label: one.name }))]} />}
        <NativeSelect label={t('settlement.state')} value={search.state ?? ''} onChange={(event) => change({ state: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...states.map((one) => ({ value: one, label: t(`settlement.states.${one}`) }))]} />
        <DayInput label={t('settlement.from')} value={search.from ?? ''} clearable onChange={(from) => change({ from: from || undefined })} />
        <DayInput label={t('settlement.to')} value={search.to ?? ''} clearable onChange={(to) => change({ to: to || undefined })} />
      </div>
      <PagedTable
        list="settlements"
        label={t('settlement.title')}
        columns={[
          { title: t('settlement.period'), sort: 'ENDS', sheet: ['number', 'starts', 'ends'] },
          { title: t('settlement.carrier'), sheet: ['carrier'] },
          { title: t('settlement.line.sold'), sheet: ['soldCount', 'soldSum', 'returnedSum', 'exchangedSum', 'handedOver'] },
          { title: t('settlement.line.commission'), sheet: ['commission', 'stationFee', 'withheld', 'corrected'] },
          { title: t('settlement.line.closing'), sort: 'CLOSING', sheet: ['opening', 'paidBefore', 'closing'] },
          { title: t('settlement.due'), sheet: ['paidSum', 'due'] },
          { title: t('settlement.state'), sheet: ['status'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={filtered ? { title: t('list.noMatch') } : { title: t('settlement.none'), text: t(manages ? 'settlement.noneText' : 'settlement.noneOwn') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <GoLink to={`/settlements/${one.id}`}>
                {format.date(one.startsOn, 'day')} — {format.date(one.endsOn, 'full')}
              </GoLink>
              <small>{t('settlement.number', { number: one.number })}</small>
            </td>
            <td>{one.carrier?.name}</td>
            <td className={page.number}>
              {format.money(one.figures.sold)}
              <small>{t('settlement.tickets', { count: one.figures.soldCount })}</small>
            </td>
            <td className={page.number}>{format.money(one.figures.commission)}</td>
            <td className={page.number}>{format.money(one.figures.closing)}</td>
            <td className={page.number}>{format.money(one.due)}</td>
            <td>
              <Badge tone={toneOf(one.state)}>{t(`settlement.states.${one.state}`)}</Badge>
            </td>
          </tr>
        )}
      />
      <Modal opened={making} onClose={() => setMaking(false)} title={t('settlement.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {making && <MakeForm carriers={carriers} onMade={(id) => void go({ to: `/settlements/${id}` })} />}
      </Modal>
    </Page>
  );
}
