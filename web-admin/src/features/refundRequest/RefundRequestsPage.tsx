import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, isDay, Notice, useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { RefundRequestsDocument } from '../../gql/graphql';
import { Answer } from './Answer';
import { Documents } from './Documents';
import { Said } from './OrderRequests';
import { REASONS, STATES } from './reasons';

const SORTS = ['ASKED', 'ANSWERED'] as const;

/** What passengers ask for beyond the rules of refunds: who waits longest comes first. */
export function RefundRequestsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change, text, setText, asked } = useFilters('/refund-requests');
  const state = search.state === 'all' ? null : (STATES.find((one) => one === search.state) ?? 'OPEN');
  const reason = REASONS.find((one) => one === search.reason) ?? null;
  const [from, to] = [search.from, search.to].map((day) => (day && isDay(day) ? day : undefined));
  const sorting = useSorting(SORTS, { sort: 'ASKED', direction: 'ASC' });
  const filter = { text: asked || null, state, reason, from: from ?? null, to: to ?? null };
  const pages = usePages(RefundRequestsDocument, { filter, sort: sorting.sort, direction: sorting.direction }, (data) => data.refundRequests);
  const [said, setSaid] = useState<string | null>(null);
  const done = (words: string) => {
    setSaid(words);
    pages.reload();
  };
  return (
    <Page title={t('refundRequests.title')} lead={t('refundRequests.lead')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput label={t('approvals.text')} placeholder="BK-7F3K-2QXM" leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect
          label={t('approvals.state')}
          value={state ?? 'all'}
          onChange={(event) => change({ state: event.currentTarget.value === 'OPEN' ? undefined : event.currentTarget.value })}
          data={[...STATES.map((one) => ({ value: one, label: t(`refundRequestState.${one}`) })), { value: 'all', label: t('all') }]}
        />
        <NativeSelect
          label={t('refundRequests.reason')}
          value={reason ?? ''}
          onChange={(event) => change({ reason: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...REASONS.map((one) => ({ value: one, label: t(`refundRequestReason.${one}`) }))]}
        />
        <DayInput label={t('approvals.from')} value={from ?? ''} clearable onChange={(day) => change({ from: day || undefined })} />
        <DayInput label={t('approvals.to')} value={to ?? ''} clearable onChange={(day) => change({ to: day || undefined })} />
      </div>
      {said && <Notice live tone="ok" title={said} />}
      <PagedTable
        list="refundRequests"
        label={t('refundRequests.title')}
        columns={[
          { title: t('approvals.order'), sort: 'ASKED', sheet: ['order', 'asked', 'departure', 'paid'] },
          { title: t('refundRequests.said'), sort: 'ANSWERED', sheet: ['state', 'reason', 'text', 'answeredAt', 'answeredBy', 'answer'] },
          { title: t('refundRequests.documents') },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t(state === 'OPEN' ? 'refundRequests.noneOpen' : 'refundRequests.none') }}
        row={(one) => (
          <tr key={one.id}>
            <td style={{ whiteSpace: 'nowrap' }}>
              <GoLink to={`/orders/${encodeURIComponent(one.orderId)}`}>{one.orderNumber}</GoLink>
              <small>{t('approvals.tickets', { count: one.lineIds.length })}</small>
              <small>{format.money(one.paid)}</small>
              {one.departsAt && <small>{t('refundRequests.departs', { time: format.date(one.departsAt, 'moment') })}</small>}
            </td>
            <td style={{ minWidth: '18rem' }}>
              <Said request={one} />
              <Answer request={one} onDone={done} />
            </td>
            <td style={{ minWidth: '11rem' }}>
              <Documents documents={one.documents} />
            </td>
          </tr>
        )}
      />
    </Page>
  );
}
