import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, useFormat, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { useHomeZone } from '../../app/homeDay';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { BookableAccountsDocument, LedgerPostingsDocument, type PostingKind } from '../../gql/graphql';
import { instantOf } from './instant';
import { Reverse } from './Postings';

const SORTS = ['AT'] as const;
/** All of them, in the order of the list. */
const ALL: Record<PostingKind, true> = { PAYMENT: true, SALE: true, REFUND: true, MONEY_BACK: true, FEE_BACK: true, FEE_CORRECTION: true, EXCHANGE: true, REBOOKING: true, CASH: true, TOP_UP: true, TOP_UP_UNDONE: true, SETTLEMENT: true, PAYOUT: true, WITHHOLDING: true, ENTRY: true };
const KINDS = Object.keys(ALL) as PostingKind[];

/** The postings of an account, or of all of them. */
export function PostingsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useHomeZone();
  const { search, change } = useFilters('/ledger/postings');
  const [{ data }] = useQuery({ query: BookableAccountsDocument });
  const [said, setSaid] = useState<string | null>(null);
  const instant = (local: string | undefined) => (zone && local ? instantOf(zone, local) : null);
  const filter = { account: search.account || null, currency: search.currency || null, kind: (search.kind as PostingKind | undefined) || null, from: instant(search.from), to: instant(search.to) };
  const sorting = useSorting(SORTS, { sort: 'AT', direction: 'DESC' });
  const pages = usePages(LedgerPostingsDocument, { filter, sort: sorting.sort, direction: sorting.direction }, (found) => found.ledgerPostings, !zone);
  const accounts = data?.bookableAccounts ?? [];
  const other = search.account && accounts.every((one) => one.code !== search.account);
  return (
    <Page
      title={t('ledger.postings')}
      lead={t('ledger.postingsLead')}
      tools={
        <GoLink to="/ledger" className={page.action}>
          {t('ledger.balance')}
        </GoLink>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <NativeSelect label={t('ledger.head.account')} value={search.account ?? ''} onChange={(event) => change({ account: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...(other ? [{ value: search.account!, label: t('ledger.chosen') }] : []), ...accounts.map((one) => ({ value: one.code, label: one.name }))]} />
        <NativeSelect label={t('ledger.kind')} value={search.kind ?? ''} onChange={(event) => change({ kind: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...KINDS.map((one) => ({ value: one, label: t(`ledger.kinds.${one}`) }))]} />
        <TextInput type="datetime-local" style={{ flexBasis: '15rem' }} label={t('ledger.from')} value={search.from ?? ''} onChange={(event) => change({ from: event.currentTarget.value || undefined })} />
        <TextInput type="datetime-local" style={{ flexBasis: '15rem' }} label={t('ledger.at')} value={search.to ?? ''} onChange={(event) => change({ to: event.currentTarget.value || undefined })} />
      </div>
      <PagedTable
        list="ledgerPostings"
        at="ledger/postings"
        label={t('ledger.postings')}
        columns={[
          { title: t('ledger.when'), sort: 'AT', sheet: ['at', 'made'] },
          { title: t('ledger.kind'), sheet: ['kind', 'reversal', 'reversed'] },
          { title: t('ledger.lines'), sheet: ['lines'] },
          { title: t('ledger.basis'), sheet: ['order', 'document', 'reason', 'who'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('ledger.nothing') }}
        row={(one) => (
          <tr key={one.id}>
            <td>{format.date(one.at, 'moment')}</td>
            <td>
              {t(`ledger.kinds.${one.kind}`)}
              <small>{[one.reversal && t('ledger.reversal'), one.reversed && t('ledger.reversed')].filter(Boolean).join(' · ')}</small>
              <Reverse
                posting={one}
                onReversed={() => {
                  setSaid(t('ledger.reversedDone'));
                  pages.reload();
                }}
              />
            </td>
            <td data-wide>
              {one.lines.map((line) => (
                <div key={line.account.code + line.amount.currency}>
                  {line.account.name}: <span className={page.number}>{format.money(line.amount)}</span>
                </div>
              ))}
            </td>
            <td style={{ overflowWrap: 'anywhere' }}>
              {one.orderNumber ?? one.document}
              <small>{[one.reason, one.madeBy?.lastName].filter(Boolean).join(' · ')}</small>
            </td>
          </tr>
        )}
      />
    </Page>
  );
}
