import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { wordsOf } from '../../app/wordsOf';
import { SendRefundAgainDocument, WaitingRefundsDocument, type WaitingRefundCause } from '../../gql/graphql';

const SORTS = ['SINCE', 'AMOUNT'] as const;
const CAUSES: WaitingRefundCause[] = ['REFUSED', 'AT_DESK'];

/** Money that is a customer's and could not go back by itself: to be paid out at a desk, or sent once more. */
export function WaitingRefundsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change, text, setText, asked } = useFilters('/waiting-refunds');
  const cause = CAUSES.find((one) => one === search.cause) ?? null;
  const sorting = useSorting(SORTS, { sort: 'SINCE', direction: 'ASC' });
  const pages = usePages(WaitingRefundsDocument, { filter: { text: asked || null, cause }, sort: sorting.sort, direction: sorting.direction }, (data) => data.waitingRefunds);
  const [said, setSaid] = useState<{ words: string; good: boolean } | null>(null);
  const [{ fetching, error }, send] = useMutation(SendRefundAgainDocument);
  const again = async (refundId: string) => {
    setSaid(null);
    const answer = (await send({ refundId })).data?.sendRefundAgain;
    if (!answer) return;
    setSaid(answer.__typename === 'RefundSentAgain' ? { words: t('waitingRefunds.sent'), good: true } : { words: wordsOf(answer), good: false });
    pages.reload();
  };
  return (
    <Page title={t('waitingRefunds.title')} lead={t('waitingRefunds.lead')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput label={t('approvals.text')} placeholder="BK-7F3K-2QXM" leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect
          label={t('waitingRefunds.cause')}
          value={cause ?? ''}
          onChange={(event) => change({ cause: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...CAUSES.map((one) => ({ value: one, label: t(`waitingRefundCause.${one}`) }))]}
        />
      </div>
      {said && <Notice live tone={said.good ? 'ok' : 'error'} title={said.words} />}
      {error && <ProblemNotice error={error} />}
      <PagedTable
        list="waitingRefunds"
        label={t('waitingRefunds.title')}
        columns={[
          { title: t('approvals.order'), sheet: ['order', 'phone', 'email'] },
          { title: t('waitingRefunds.amount'), sort: 'AMOUNT', sheet: ['refundAmount', 'paidBy'] },
          { title: t('waitingRefunds.cause'), sheet: ['cause', 'gatewayRefusal', 'reason'] },
          { title: t('waitingRefunds.since'), sort: 'SINCE', sheet: ['since'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('waitingRefunds.none') }}
        row={(one) => (
          <tr key={one.id}>
            <td style={{ whiteSpace: 'nowrap' }}>
              <GoLink to={`/orders/${encodeURIComponent(one.orderId)}`}>{one.orderNumber}</GoLink>
              {one.phone && <small>{one.phone}</small>}
              {one.email && <small>{one.email}</small>}
            </td>
            <td className={page.number}>
              {format.money(one.amount)}
              {one.methodName && <small>{t('waitingRefunds.method', { method: one.methodName })}</small>}
            </td>
            <td style={{ minWidth: '15rem' }}>
              <Badge tone={one.cause === 'REFUSED' ? 'bad' : 'warn'}>{t(`waitingRefundCause.${one.cause}`)}</Badge>
              {one.failure && <small>{one.failure}</small>}
              <small>{one.reason}</small>
              {one.cause === 'REFUSED' && (
                <Button size="xs" variant="default" loading={fetching} style={{ marginBlockStart: '0.5rem' }} onClick={() => void again(one.id)}>
                  {t('waitingRefunds.again')}
                </Button>
              )}
            </td>
            <td style={{ whiteSpace: 'nowrap' }}>{format.date(one.since, 'moment')}</td>
          </tr>
        )}
      />
    </Page>
  );
}
