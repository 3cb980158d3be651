import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clock, Icon, isDay, townName, useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge, type Tone } from '../../app/Badge';
import { CHANNELS } from '../../app/channels';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { OrdersDocument, type OrderStatus } from '../../gql/graphql';

export const ORDER_TONES: Record<OrderStatus, Tone> = { HELD: 'warn', EXPIRED: 'quiet', CANCELLED: 'quiet', PAID: 'good', PARTLY_REFUNDED: 'warn', REFUNDED: 'bad' };
const STATUSES: OrderStatus[] = ['HELD', 'PAID', 'PARTLY_REFUNDED', 'REFUNDED', 'EXPIRED', 'CANCELLED'];

const SORTS = ['CREATED', 'DEPARTURE', 'NUMBER'] as const;

/** Orders, found by number, name, phone, e-mail or ticket. */
export function OrdersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change, text, setText, asked } = useFilters('/orders');
  const status = STATUSES.find((one) => one === search.status);
  const channel = CHANNELS.find((one) => one === search.channel);
  const [from, to] = [search.from, search.to].map((day) => (day && isDay(day) ? day : undefined));
  const sorting = useSorting(SORTS, { sort: 'CREATED', direction: 'DESC' });
  const pages = usePages(
    OrdersDocument,
    { filter: { text: asked || null, status: status ?? null, channel: channel ?? null, from: from ?? null, to: to ?? null }, sort: sorting.sort, direction: sorting.direction },
    (data) => data.orders,
  );

  return (
    <Page title={t('orders.title')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '22rem' }} label={t('orders.text')} placeholder={t('orders.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect
          label={t('orders.status')}
          value={status ?? ''}
          onChange={(event) => change({ status: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...STATUSES.map((status) => ({ value: status, label: t(`orderStatus.${status}`) }))]}
        />
        <NativeSelect
          label={t('orders.channel')}
          value={channel ?? ''}
          onChange={(event) => change({ channel: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...CHANNELS.map((one) => ({ value: one, label: t(`today.channel.${one}`) }))]}
        />
        <DayInput label={t('orders.from')} value={from ?? ''} clearable onChange={(day) => change({ from: day || undefined })} />
        <DayInput label={t('orders.to')} value={to ?? ''} clearable onChange={(day) => change({ to: day || undefined })} />
      </div>
      <PagedTable
        list="orders"
        label={t('orders.title')}
        columns={[
          { title: t('orders.number'), sort: 'NUMBER', sheet: ['number'] },
          { title: t('orders.created'), sort: 'CREATED', sheet: ['created'] },
          { title: t('orders.ride'), sort: 'DEPARTURE', sheet: ['departure', 'ride'] },
          { title: t('orders.passengers'), sheet: ['passengers'] },
          { title: t('orders.contact'), sheet: ['email', 'phone'] },
          { title: t('orders.total'), sheet: ['total'] },
          { title: t('orders.status'), sheet: ['status'] },
          // Last: saved views know columns by their places.
          { title: t('orders.channel'), sheet: ['channel'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('orders.none'), text: t('orders.noneText') }}
        row={(order) => (
          <tr key={order.id}>
            <td className={page.number}>
              <GoLink to={`/orders/${encodeURIComponent(order.id)}`}>{order.number}</GoLink>
            </td>
            <td>{format.date(order.createdAt, 'moment')}</td>
            <td style={{ minWidth: '11rem' }}>
              {order.segments.map((segment) => (
                <div key={segment.index}>
                  {townName(segment.from.stop)} — {townName(segment.to.stop)}
                  <small>
                    {format.date(segment.from.departure.local, 'dayShort')}, {clock(segment.from.departure)}
                  </small>
                </div>
              ))}
            </td>
            <td>
              {order.passengers.some((one) => one.lastName)
                ? order.passengers.map((one) => <div key={one.id}>{[one.lastName, one.firstName].filter(Boolean).join(' ')}</div>)
                : '—'}
            </td>
            <td data-wide style={{ overflowWrap: 'anywhere' }}>
              {order.email ?? '—'}
              <small>{order.phone}</small>
            </td>
            <td className={page.number}>{format.money(order.total)}</td>
            <td>
              <Badge tone={ORDER_TONES[order.status]}>{t(`orderStatus.${order.status}`)}</Badge>
            </td>
            <td>{t(`today.channel.${order.channel}`, order.channel)}</td>
          </tr>
        )}
      />
    </Page>
  );
}
