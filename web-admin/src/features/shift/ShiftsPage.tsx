import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isDay, useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { ShiftsDocument } from '../../gql/graphql';

const SORTS = ['OPENED', 'CLOSED'] as const;

/** All shifts of the desks, with what they came to. */
export function ShiftsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change } = useFilters('/shifts');
  const open = search.state === 'open' ? true : search.state === 'closed' ? false : null;
  const [from, to] = [search.from, search.to].map((day) => (day && isDay(day) ? day : undefined));
  const sorting = useSorting(SORTS, { sort: 'OPENED', direction: 'DESC' });
  const pages = usePages(ShiftsDocument, { filter: { open, from: from ?? null, to: to ?? null }, sort: sorting.sort, direction: sorting.direction }, (data) => data.shifts);
  return (
    <Page title={t('shifts.title')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <NativeSelect
          label={t('shifts.state')}
          value={search.state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('all') },
            { value: 'open', label: t('shifts.open') },
            { value: 'closed', label: t('shifts.closed') },
          ]}
        />
        <DayInput label={t('shifts.from')} value={from ?? ''} clearable onChange={(day) => change({ from: day || undefined })} />
        <DayInput label={t('shifts.to')} value={to ?? ''} clearable onChange={(day) => change({ to: day || undefined })} />
      </div>
      <PagedTable
        list="shifts"
        label={t('shifts.title')}
        columns={[
          { title: t('shift.desk'), sheet: ['desk', 'station', 'number'] },
          { title: t('shifts.cashier'), sheet: ['cashier'] },
          { title: t('shifts.openedAt'), sort: 'OPENED', sheet: ['opened'] },
          { title: t('shifts.closedAt'), sort: 'CLOSED', sheet: ['closed'] },
          { title: t('shift.total.soldForCash'), sheet: ['sales', 'soldForCash'] },
          { title: t('shift.total.soldByCard'), sheet: ['soldByCard'] },
          { title: t('shifts.returned'), sheet: ['returnedInCash', 'returnedByCard'] },
          { title: t('shift.total.collected'), sheet: ['collected'] },
          { title: t('shift.total.difference'), sheet: ['difference', 'note'] },
          { title: t('shift.total.inTill'), sheet: ['inTill'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('shifts.none') }}
        row={(one) => (
          <tr key={one.id}>
            <td style={{ minWidth: '12rem' }}>
              <GoLink to={`/shifts/${encodeURIComponent(one.id)}`}>{t('shift.named', { desk: one.desk.sign, number: one.number })}</GoLink>
              <small>{one.desk.station?.name}</small>
            </td>
            <td>{[one.cashier?.lastName, one.cashier?.firstName].filter(Boolean).join(' ') || '—'}</td>
            <td className={page.number}>{format.date(one.openedAt, 'moment')}</td>
            <td className={page.number}>{one.closedAt ? format.date(one.closedAt, 'moment') : <Badge tone="good">{t('shifts.open')}</Badge>}</td>
            {(['soldForCash', 'soldByCard'] as const).map((sum) => (
              <td key={sum} className={page.number}>
                {one.totals.map((of) => (
                  <div key={of.currency}>{format.money(of[sum])}</div>
                ))}
              </td>
            ))}
            <td className={page.number}>
              {one.totals.map((of) => (
                <div key={of.currency}>
                  {format.money(of.returnedInCash)}
                  {Number(of.returnedByCard.amount) > 0 && <small>{t('shifts.byCard', { amount: format.money(of.returnedByCard) })}</small>}
                </div>
              ))}
            </td>
            {(['collected', 'difference', 'inTill'] as const).map((sum) => (
              <td key={sum} className={page.number}>
                {one.totals.map((of) => (
                  <div key={of.currency}>{sum === 'difference' && Number(of.difference.amount) !== 0 ? <Badge tone="bad">{format.money(of.difference)}</Badge> : format.money(of[sum])}</div>
                ))}
              </td>
            ))}
          </tr>
        )}
      />
    </Page>
  );
}
