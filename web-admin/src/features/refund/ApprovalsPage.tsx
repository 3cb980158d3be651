import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, isDay, Notice, useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { OverrulesDocument, type OverruleState } from '../../gql/graphql';
import { Decision } from './Decision';
import { nameOf, REASONS, TONES } from './reasons';

const SORTS = ['ASKED', 'DECIDED', 'BEYOND'] as const;
const STATES: OverruleState[] = ['WAITING', 'APPROVED', 'DECLINED', 'AT_ONCE'];

/** Refunds of more than the rules give: what waits for a second person comes first, all former ones by choice. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change, text, setText, asked } = useFilters('/approvals');
  const state = search.state === 'all' ? null : (STATES.find((one) => one === search.state) ?? 'WAITING');
  const reason = REASONS.find((one) => one === search.reason) ?? null;
  const [from, to] = [search.from, search.to].map((day) => (day && isDay(day) ? day : undefined));
  const sorting = useSorting(SORTS, { sort: 'ASKED', direction: 'DESC' });
  const filter = { text: asked || null, state, reason, from: from ?? null, to: to ?? null };
  const pages = usePages(OverrulesDocument, { filter, sort: sorting.sort, direction: sorting.direction }, (data) => data.overrules);
  const [said, setSaid] = useState<string | null>(null);
  const done = (words: string) => {
    setSaid(words);
    pages.reload();
  };
  return (
    <Page title={t('approvals.title')} lead={t('approvals.lead')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput label={t('approvals.text')} placeholder="BK-7F3K-2QXM" leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect
          label={t('approvals.state')}
          value={state ?? 'all'}
          onChange={(event) => change({ state: event.currentTarget.value === 'WAITING' ? undefined : event.currentTarget.value })}
          data={[...STATES.map((one) => ({ value: one, label: t(`overruleState.${one}`) })), { value: 'all', label: t('all') }]}
        />
        <NativeSelect
          label={t('overrule.reason')}
          value={reason ?? ''}
          onChange={(event) => change({ reason: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...REASONS.map((one) => ({ value: one, label: t(`overruleReason.${one}`) }))]}
        />
        <DayInput label={t('approvals.from')} value={from ?? ''} clearable onChange={(day) => change({ from: day || undefined })} />
        <DayInput label={t('approvals.to')} value={to ?? ''} clearable onChange={(day) => change({ to: day || undefined })} />
      </div>
      {said && <Notice live tone="ok" title={said} />}
      <PagedTable
        list="approvals"
        label={t('approvals.title')}
        columns={[
          { title: t('approvals.order'), sheet: ['order', 'tickets'] },
          { title: t('approvals.state'), sort: 'DECIDED', sheet: ['state', 'decided', 'decidedBy', 'decisionNote'] },
          { title: t('approvals.beyond'), sort: 'BEYOND', sheet: ['beyondRules', 'returned'] },
          { title: t('overrule.reason'), sheet: ['reason', 'note'] },
          { title: t('approvals.asked'), sort: 'ASKED', sheet: ['asked', 'askedBy'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t(state === 'WAITING' ? 'approvals.noneWaiting' : 'approvals.none') }}
        row={(one) => (
          <tr key={one.id}>
            <td style={{ whiteSpace: 'nowrap' }}>
              <GoLink to={`/orders/${encodeURIComponent(one.orderId)}`}>{one.orderNumber}</GoLink>
              <small>{t('approvals.tickets', { count: one.lineCount })}</small>
            </td>
            <td style={{ minWidth: '15rem' }}>
              <Badge tone={TONES[one.state]}>{t(`overruleState.${one.state}`)}</Badge>
              {one.decidedAt && (
                <small>
                  {format.date(one.decidedAt, 'moment')} · {nameOf(one.decidedBy)}
                </small>
              )}
              {one.decisionNote && <small>{one.decisionNote}</small>}
              <Decision overrule={one} onDone={done} />
            </td>
            <td className={page.number}>
              {format.money(one.beyond)}
              <small>{t('approvals.ofAll', { amount: format.money(one.refunded) })}</small>
            </td>
            <td style={{ minWidth: '14rem' }}>
              {t(`overruleReason.${one.reason}`)}
              <small>{one.note}</small>
            </td>
            <td style={{ whiteSpace: 'nowrap' }}>
              {format.date(one.askedAt, 'moment')}
              <small>{nameOf(one.askedBy)}</small>
            </td>
          </tr>
        )}
      />
    </Page>
  );
}
