import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { GoLink, useGo, useParam } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { dayIn, useHomeZone } from '../../app/homeDay';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { usePages } from '../../app/usePages';
import { wordsOf } from '../../app/wordsOf';
import { ApproveSettlementDocument, DropSettlementDocument, ExportSettlementDocument, SettlementDocument, SettlementTripsDocument, type ActFormat, type SettlementQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { useFile } from '../export/Download';
import { EntryForm } from '../ledger/EntryForm';
import { Postings } from '../ledger/Postings';
import { PayForm } from './PayForm';
import { toneOf } from './tone';

type Settlement = SettlementQuery['settlement'];

const LINES = ['opening', 'sold', 'returned', 'exchanged', 'handedOver', 'commission', 'stationFee', 'withheld', 'corrected', 'paidBefore', 'closing'] as const;

/** One settlement: its lines, its trips, its payments, and what can be done about it. */
export function SettlementPage() {
  const { t } = useTranslation();
  const manages = useCan()('MANAGE_SETTLEMENTS');
  const id = useParam('id');
  const [{ data, error }, reload] = useQuery({ query: SettlementDocument, variables: { id, staff: manages }, requestPolicy: 'cache-and-network' });
  const settlement = data?.settlement;
  const again = () => reload({ requestPolicy: 'network-only' });
  if (!settlement) return <Page title={t('settlement.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  return <Shown settlement={settlement} manages={manages} again={again} />;
}

interface ShownProps {
  settlement: Settlement;
  manages: boolean;
  again: () => void;
}

function Shown({ settlement, manages, again }: ShownProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const zone = useHomeZone();
  const [asked, setAsked] = useState<'approve' | 'pay' | 'withhold' | 'drop' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [now] = useState(() => new Date().toISOString());
  const close = (words?: string) => {
    setAsked(null);
    if (words) setSaid(words);
    again();
  };
  const draft = settlement.state === 'DRAFT';
  const due = Number(settlement.due.amount) > 0;
  const period = `${format.date(settlement.startsOn, 'day')} — ${format.date(settlement.endsOn, 'full')}`;
  return (
    <Page
      title={`${settlement.carrier?.name ?? ''}, ${period}`}
      lead={[t('settlement.number', { number: settlement.number }), settlement.contractNumber && t('settlement.byContract', { number: settlement.contractNumber })].filter(Boolean).join(' · ')}
      tools={
        <GoLink to="/settlements" className={page.action}>
          {t('settlement.title')}
        </GoLink>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.tools}>
        <Badge tone={toneOf(settlement.state)}>{t(`settlement.states.${settlement.state}`)}</Badge>
        {manages && draft && <Button onClick={() => setAsked('approve')}>{t('settlement.approve')}</Button>}
        {manages && due && <Button onClick={() => setAsked('pay')}>{t('settlement.markPaid')}</Button>}
        {manages && draft && (
          <Button variant="default" onClick={() => setAsked('withhold')}>
            {t('settlement.withhold')}
          </Button>
        )}
        <Files id={settlement.id} />
        {manages && draft && (
          <Button variant="subtle" color="red" onClick={() => setAsked('drop')}>
            {t('settlement.drop')}
          </Button>
        )}
      </div>
      <div className={page.columns}>
        <section className={page.card} aria-labelledby="lines">
          <h2 id="lines">{t('settlement.lines')}</h2>
          <table className={`${page.table} ${page.amounts}`}>
            <tbody>
              {LINES.map((line) => (
                <tr key={line}>
                  <td>
                    {line === 'opening' || line === 'closing' ? <strong>{t(`settlement.line.${line}`)}</strong> : t(`settlement.line.${line}`)}
                    {line === 'sold' && <small>{t('settlement.tickets', { count: settlement.figures.soldCount })}</small>}
                    {line === 'returned' && <small>{t('settlement.tickets', { count: settlement.figures.returnedCount })}</small>}
                  </td>
                  <td className={page.number} data-line={line}>
                    {line === 'opening' || line === 'closing' ? <strong>{format.money(settlement.figures[line])}</strong> : format.money(settlement.figures[line])}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="bk-muted">{t(draft ? 'settlement.draftText' : 'settlement.approvedText')}</p>
        </section>
        <section className={page.card} aria-labelledby="payment">
          <h2 id="payment">{t('settlement.payment')}</h2>
          <dl className={page.facts}>
            <div>
              <dt>{t('settlement.paid')}</dt>
              <dd>{format.money(settlement.paid)}</dd>
            </div>
            <div>
              <dt>{t('settlement.due')}</dt>
              <dd>{format.money(settlement.due)}</dd>
            </div>
            {settlement.approvedAt && (
              <div>
                <dt>{t('settlement.approved')}</dt>
                <dd>{[format.date(settlement.approvedAt, 'moment'), settlement.approvedBy?.lastName].filter(Boolean).join(', ')}</dd>
              </div>
            )}
          </dl>
          {settlement.state === 'CARRIED' && <p className="bk-muted">{t('settlement.carriedText')}</p>}
          {settlement.payments && settlement.payments.length > 0 && <Postings postings={settlement.payments} onReversed={() => close(t('ledger.reversedDone'))} />}
        </section>
      </div>
      <h2>{t('settlement.trips')}</h2>
      <Trips id={settlement.id} print={settlement.figures.closing.amount} />
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title={asked && t(`settlement.asked.${asked}`)} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked === 'approve' && <Sure settlement={settlement} what="approve" onDone={() => close(t('settlement.approvedDone'))} onSeenAgain={again} />}
        {asked === 'drop' && <Sure settlement={settlement} what="drop" onDone={() => void go({ to: '/settlements' })} onSeenAgain={again} />}
        {asked === 'pay' && zone && <PayForm settlement={settlement} today={dayIn(zone, now)} onPaid={() => close(t('settlement.paidDone'))} />}
        {asked === 'withhold' && <EntryForm carrier={{ name: settlement.carrier?.name ?? '' }} currency={settlement.currency} day={settlement.endsOn} onBooked={() => close(t('ledger.booked'))} />}
      </Modal>
    </Page>
  );
}

/** The act and the trips as files. */
function Files({ id }: { id: string }) {
  const { t } = useTranslation();
  const [{ error }, send] = useMutation(ExportSettlementDocument);
  const { busy, said, take } = useFile('settlement');
  const ask = (format: ActFormat) =>
    take(async () => {
      const answer = (await send({ input: { id, format } })).data?.exportSettlement;
      return answer?.__typename === 'ExportReady' ? { url: answer.url } : answer && { words: wordsOf(answer) };
    });
  return (
    <>
      <Button variant="default" loading={busy} onClick={() => void ask('PDF')}>
        {t('settlement.act')}
      </Button>
      <Button variant="default" loading={busy} onClick={() => void ask('XLSX')}>
        {t('settlement.table')}
      </Button>
      {said && <Notice live tone={said.tone} title={said.text} />}
      {error && <ProblemNotice error={error} />}
    </>
  );
}

function Trips({ id, print }: { id: string; print: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pages = usePages(SettlementTripsDocument, { id }, (data) => data.settlement.trips);
  const columns = ['date', 'soldCount', 'sold', 'returned', 'moved', 'commission', 'stationFee', 'total'].map((head) => t(`settlement.head.${head}`));
  return (
    <PagedTable
      key={print}
      label={t('settlement.trips')}
      columns={columns}
      pages={pages}
      empty={{ title: t('settlement.noTrips') }}
      row={(one) => (
        <tr key={one.tripId}>
          <td data-wide>
            {format.date(one.date, 'full')}
            <small>{one.route}</small>
          </td>
          <td className={page.number}>{one.soldCount}</td>
          <td className={page.number}>{format.money(one.sold)}</td>
          <td className={page.number}>{format.money(one.returned)}</td>
          <td className={page.number}>{format.money(one.moved)}</td>
          <td className={page.number}>{format.money(one.commission)}</td>
          <td className={page.number}>{format.money(one.stationFee)}</td>
          <td className={page.number}>
            <strong>{format.money(one.total)}</strong>
          </td>
        </tr>
      )}
    />
  );
}

interface SureProps {
  settlement: Settlement;
  what: 'approve' | 'drop';
  onDone: () => void;
  /** The figures are to be looked at anew. */
  onSeenAgain: () => void;
}

/** What it means, before it is done. */
function Sure({ settlement, what, onDone, onSeenAgain }: SureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [approving, approve] = useMutation(ApproveSettlementDocument);
  const [dropping, drop] = useMutation(DropSettlementDocument);
  const [problem, setProblem] = useState('');
  const error = approving.error ?? dropping.error;
  const send = async () => {
    const answer = what === 'approve' ? (await approve({ input: { id: settlement.id, closing: settlement.figures.closing.amount } })).data?.approveSettlement : (await drop({ id: settlement.id })).data?.dropSettlement;
    if (answer?.__typename === 'InvalidInput') {
      setProblem(answer.fields[0]?.message ?? answer.message);
      onSeenAgain();
    } else if (answer) onDone();
  };
  return (
    <div className={page.page}>
      <p>{t(`settlement.means.${what}`, { amount: format.money(settlement.figures.closing) })}</p>
      {problem && <Notice live tone="error" title={problem} />}
      {error && <ProblemNotice error={error} />}
      <div className={page.tools}>
        <Button color={what === 'drop' ? 'red' : undefined} loading={approving.fetching || dropping.fetching} onClick={() => void send()}>
          {t(`settlement.${what}`)}
        </Button>
      </div>
    </div>
  );
}
