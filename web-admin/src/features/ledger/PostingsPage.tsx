import { NativeSelect } from '@mantine/core';
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
import { BookableAccountsDocument, DesksDocument, LedgerKindsDocument, LedgerPostingsDocument, type PostingKind } from '../../gql/graphql';
import { accountsOf } from './accounts';
import { endOf, instantOf } from './instant';
import { MomentInput } from './MomentInput';
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
  const [{ data: chart }] = useQuery({ query: LedgerKindsDocument });
  const [{ data: desks }] = useQuery({ query: DesksDocument, variables: {} });
  const [said, setSaid] = useState<string | null>(null);
  const filter = { account: search.account || null, currency: search.currency || null, kind: (search.kind as PostingKind | undefined) || null, from: instantOf(zone ?? 'UTC', search.from ?? ''), to: endOf(zone ?? 'UTC', search.to ?? '') };
  const sorting = useSorting(SORTS, { sort: 'AT', direction: 'DESC' });
  const pages = usePages(LedgerPostingsDocument, { filter, sort: sorting.sort, direction: sorting.direction }, (found) => found.ledgerPostings, !zone);
  const accounts = accountsOf({ kinds: chart?.ledgerKinds ?? [], bookable: data?.bookableAccounts ?? [], desks: desks?.desks ?? [] });
  const other = search.account && accounts.every((one) => one.value !== search.account);
  const named = pages.nodes.flatMap((one) => one.lines).find((line) => line.account.code === search.account)?.account.name;
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
        <NativeSelect label={t('ledger.head.account')} value={search.account ?? ''} onChange={(event) => change({ account: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...(other ? [{ value: search.account!, label: named ?? t('ledger.chosen') }] : []), ...accounts]} />
        <NativeSelect label={t('ledger.kind')} value={search.kind ?? ''} onChange={(event) => change({ kind: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...KINDS.map((one) => ({ value: one, label: t(`ledger.kinds.${one}`) }))]} />
        <MomentInput label={t('ledger.from')} time="00:00" clearable value={search.from ?? ''} onChange={(moment) => change({ from: moment || undefined })} />
        <MomentInput label={t('ledger.at')} time="23:59" clearable value={search.to ?? ''} onChange={(moment) => change({ to: moment || undefined })} />
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
                  <GoLink to="/ledger/postings" search={{ ...search, account: line.account.code }} title={t('ledger.ofAccount')}>
                    {line.account.name}
                  </GoLink>
                  : <span className={page.number}>{format.money(line.amount)}</span>
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
