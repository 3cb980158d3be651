import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Notice, ProblemNotice, useFormat, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { useHomeZone } from '../../app/homeDay';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { TableBox } from '../../app/TableBox';
import { useFilters } from '../../app/useFilters';
import { TrialBalanceDocument } from '../../gql/graphql';
import { EntryForm } from './EntryForm';
import { endOf, instantOf, localOf } from './instant';
import { MomentInput } from './MomentInput';

/** What all accounts come to at an instant, with what moved since another. */
export function BalancePage() {
  const { t } = useTranslation();
  const zone = useHomeZone();
  return zone ? <Balance zone={zone} /> : <Page title={t('ledger.balance')}>{<Skeleton height={320} radius="lg" />}</Page>;
}

function Balance({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change } = useFilters('/ledger');
  // Of the minute that runs nothing is left out.
  const [now] = useState(() => localOf(zone, new Date(Date.now() + 60_000)));
  const from = search.from || `${now.slice(0, 8)}01T00:00`;
  const at = search.at || now;
  const [booking, setBooking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const instants = { from: instantOf(zone, from), at: endOf(zone, at) };
  const wrong = !instants.from || !instants.at || instants.from > instants.at;
  const [{ data, error }, reload] = useQuery({ query: TrialBalanceDocument, variables: { from: instants.from ?? '', at: instants.at ?? '' }, pause: wrong, requestPolicy: 'cache-and-network' });
  const balance = wrong ? undefined : data?.trialBalance;
  const heads = ['account', 'opening', 'debit', 'credit', 'closing'].map((head) => t(`ledger.head.${head}`));
  return (
    <Page title={t('ledger.balance')} lead={t('ledger.balanceLead')} tools={
        <>
          <GoLink to="/ledger/postings" className={page.action}>
            {t('ledger.postings')}
          </GoLink>
          <Button onClick={() => setBooking(true)}>{t('ledger.entry')}</Button>
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <MomentInput label={t('ledger.from')} time="00:00" value={from} onChange={(moment) => change({ from: moment || undefined })} />
        <MomentInput label={t('ledger.at')} time="23:59" value={at} error={wrong ? t('ledger.wrongPeriod') : undefined} onChange={(moment) => change({ at: moment || undefined })} />
      </div>
      {error && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!balance && !error && !wrong && <Skeleton height={320} radius="lg" />}
      {balance?.currencies.length === 0 && <Empty title={t('ledger.nothing')} />}
      {balance?.currencies.map((one) => (
        <section key={one.currency} className={page.page} aria-labelledby={`balance-${one.currency}`}>
          <h2 id={`balance-${one.currency}`}>{one.currency}</h2>
          <TableBox label={`${t('ledger.balance')}, ${one.currency}`} columns={heads}>
            {one.rows.map((row) => (
              <tr key={row.account.code}>
                <td data-wide>
                  <GoLink to="/ledger/postings" search={{ account: row.account.code, currency: one.currency, from, to: at }}>
                    {row.account.name}
                  </GoLink>
                  {row.account.number && <small>{row.account.number}</small>}
                </td>
                {([row.opening, row.debit, row.credit, row.closing] as const).map((amount, n) => (
                  // oxlint-disable-next-line react/no-array-index-key
                  <td key={n} className={page.number}>
                    {format.money(amount)}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <td data-wide>
                <strong>{t('ledger.total')}</strong>
              </td>
              <td className={page.number}>—</td>
              <td className={page.number}>
                <strong>{format.money(one.debit)}</strong>
              </td>
              <td className={page.number}>
                <strong>{format.money(one.credit)}</strong>
              </td>
              <td className={page.number}>—</td>
            </tr>
          </TableBox>
        </section>
      ))}
      <Modal opened={booking} onClose={() => setBooking(false)} title={t('ledger.entry')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {booking && (
          <EntryForm
            currency="KGS"
            day={now.slice(0, 10)}
            onBooked={() => {
              setBooking(false);
              setSaid(t('ledger.booked'));
              reload({ requestPolicy: 'network-only' });
            }}
          />
        )}
      </Modal>
    </Page>
  );
}
