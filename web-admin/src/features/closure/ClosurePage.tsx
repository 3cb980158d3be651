import { Button, Modal, Progress, Radio, Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { usePages } from '../../app/usePages';
import { useRecord } from '../../app/useRecord';
import { wordsOf } from '../../app/wordsOf';
import { ClosureDocument, ClosureTicketsDocument, LiftClosureDocument, RefundClosureDocument, type ClosureQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { History } from '../audit/History';
import { ClosureForm } from './ClosureForm';
import css from './Closure.module.css';
import { ClosureBadge, Period, sectionName } from './ClosuresPage';
import { Impact } from './Impact';
import { Rebooking } from './Rebooking';

type Detail = ClosureQuery['closure'];

/** What is about to be done. */
type Asked = 'refund' | 'lift' | null;

const SORTS = ['DEPARTURE', 'PASSENGER', 'ORDER', 'PRICE'] as const;

const LOOK_AGAIN_MS = 2000;

/** One closed section: what it stops, who has tickets, and what is done about it. */
export function ClosurePage() {
  const { t } = useTranslation();
  const can = useCan();
  const { data, error, again, done, said, changes } = useRecord(ClosureDocument);
  const closure = data?.closure;
  const waiting = (closure?.returns.waiting ?? 0) + (closure?.rebookings.waiting ?? 0) > 0;
  const [asked, setAsked] = useState<Asked>(null);
  useEffect(() => {
    if (!waiting) return;
    const timer = setInterval(again, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
    // `again` reads the same record.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [waiting]);
  if (!closure) return <Page title={t('closure.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  const print = `${changes} ${closure.version} ${closure.impact.tickets} ${closure.rebookings.done}`;
  const stands = closure.state === 'CLOSED' || closure.state === 'COMING';
  return (
    <Page
      title={sectionName(closure)}
      lead={
        <>
          <Period closure={closure} /> · <ClosureBadge state={closure.state} />
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      <div className={page.columns}>
        <div className={css.side}>
          <section className={page.card} aria-labelledby="impact">
            <h2 id="impact">{t('closure.touches')}</h2>
            <Impact impact={closure.impact} />
          </section>
          <Actions closure={closure} stands={stands} asked={asked} setAsked={setAsked} onDone={done} reread={again} />
          <History subjectKind="closure" subjectId={closure.id} changes={changes} />
        </div>
        {stands && (
          <section className={page.card} aria-labelledby="data">
            <h2 id="data">{t('staff.data')}</h2>
            <ClosureForm closure={closure} onSaved={({ tripsChanged }) => done(t('closure.saved', { count: tripsChanged }))} reread={again} />
          </section>
        )}
      </div>
      {closure.state !== 'LIFTED' && (closure.impact.tickets > 0 || closure.rebookings.done + closure.rebookings.waiting + closure.rebookings.failed > 0) && <Rebooking key={closure.id} closure={closure} print={print} onDone={done} onRefund={() => setAsked('refund')} />}
      {can('VIEW_PASSENGERS') && <Tickets id={closure.id} print={print} />}
    </Page>
  );
}

/** A closure that is not there yet. */
export function NewClosurePage() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Page title={t('closures.newTitle')} lead={t('closures.newLead')}>
      <section className={page.card} aria-label={t('staff.data')} style={{ maxWidth: '60rem' }}>
        <ClosureForm onSaved={({ closure }) => void go({ to: `/closures/${encodeURIComponent(closure.id)}` })} />
      </section>
    </Page>
  );
}

interface ActionsProps {
  closure: Detail;
  stands: boolean;
  asked: Asked;
  setAsked: (asked: Asked) => void;
  onDone: (words: string) => void;
  reread: () => void;
}

/** Giving money back, and opening the road. */
function Actions({ closure, stands, asked, setAsked, onDone, reread }: ActionsProps) {
  const { t } = useTranslation();
  const [whom, setWhom] = useState<'all' | 'section'>('all');
  const [problem, setProblem] = useState<string | null>(null);
  const [refunding, refund] = useMutation(RefundClosureDocument);
  const [lifting, lift] = useMutation(LiftClosureDocument);
  const { waiting, done, failed } = closure.returns;
  const total = waiting + done + failed;
  const { impact } = closure;

  const giveBack = async () => {
    setProblem(null);
    const answer = (await refund({ input: { id: closure.id, onlyOnSection: whom === 'section' } })).data?.refundClosure;
    if (answer?.__typename === 'ClosureChanged') {
      setAsked(null);
      onDone(t('closure.returning', { count: answer.ordersReturned }));
    } else setProblem(wordsOf(answer));
  };
  const open = async () => {
    setProblem(null);
    const answer = (await lift({ input: { id: closure.id, version: closure.version } })).data?.liftClosure;
    if (answer?.__typename === 'ClosureChanged') {
      setAsked(null);
      onDone(t('closure.isLifted', { count: answer.tripsChanged }));
    } else if (answer) {
      setProblem(wordsOf(answer));
      if (answer.__typename === 'ChangedMeanwhile') reread();
    }
  };
  const close = () => {
    setAsked(null);
    setProblem(null);
  };
  return (
    <section className={page.card} aria-labelledby="actions">
      <h2 id="actions">{t('closure.actions')}</h2>
      {total > 0 && (
        <div role="status">
          <p>{t(waiting > 0 ? 'closure.progress' : 'closure.allDone', { done, total, count: done })}</p>
          <Progress value={(done / total) * 100} color={failed > 0 ? 'red' : undefined} aria-label={t('closure.progressLabel')} mt={6} />
          {failed > 0 && <p className={page.badge} data-tone="bad">{t('closure.failed', { count: failed })}</p>}
        </div>
      )}
      {closure.state !== 'LIFTED' && (
        <>
          <p className="bk-muted">{t(impact.tickets + impact.held > 0 ? 'closure.refundText' : 'closure.nobody')}</p>
          <Button color="red" variant="light" style={{ justifySelf: 'start' }} disabled={impact.tickets + impact.held === 0} onClick={() => setAsked('refund')}>
            {t('closure.refund')}
          </Button>
        </>
      )}
      {stands && (
        <>
          <p className="bk-muted">{t('closure.liftText')}</p>
          <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setAsked('lift')}>
            {t('closure.lift')}
          </Button>
        </>
      )}
      <Modal opened={asked !== null} onClose={close} title={t(asked === 'lift' ? 'closure.liftTitle' : 'closure.refundTitle')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked === 'refund' && (
          <div className={css.side}>
            <Radio.Group label={t('closure.whom')} value={whom} onChange={(value) => setWhom(value as typeof whom)}>
              <div className={css.side} style={{ gap: '0.6rem', marginTop: '0.4rem' }}>
                <Radio value="all" label={t('closure.whomAll', { count: impact.tickets })} />
                <Radio value="section" label={t('closure.whomSection', { count: impact.ticketsOnSection })} />
              </div>
            </Radio.Group>
            <Back impact={impact} all={whom === 'all'} />
            <p>{t('closure.refundSureText')}</p>
            {problem && <Notice live tone="error" title={problem} />}
            {refunding.error && <ProblemNotice error={refunding.error} />}
            <Button color="red" loading={refunding.fetching} onClick={() => void giveBack()}>
              {t('closure.refundSure')}
            </Button>
          </div>
        )}
        {asked === 'lift' && (
          <div className={css.side}>
            <p>{t('closure.liftText')}</p>
            {problem && <Notice live tone="error" title={problem} />}
            {lifting.error && <ProblemNotice error={lifting.error} />}
            <Button loading={lifting.fetching} onClick={() => void open()}>
              {t('closure.liftSure')}
            </Button>
          </div>
        )}
      </Modal>
    </section>
  );
}

/** What a return comes to: of those on the section alone it is known only that it is not more. */
function Back({ impact, all }: { impact: Detail['impact']; all: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const amount = impact.paid.map(format.money).join(' + ');
  const told = { mails: impact.withEmail, sms: impact.withPhone };
  return (
    <ul aria-live="polite">
      {amount && <li>{t(all ? 'run.money' : 'closure.moneyAtMost', { amount })}</li>}
      <li>{t(all ? 'run.told' : 'closure.toldAtMost', told)}</li>
      {impact.held > 0 && <li>{t('closure.holdsEnd', { count: impact.held })}</li>}
    </ul>
  );
}

const townOf = (stop: { name: string; place?: { name: string } | null }) => stop.place?.name ?? stop.name;

/** Who has tickets now. */
function Tickets({ id, print }: { id: string; print: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sorting = useSorting(SORTS, { sort: 'DEPARTURE', direction: 'ASC' });
  const pages = usePages(ClosureTicketsDocument, { id, sort: sorting.sort, direction: sorting.direction }, (data) => data.closureTickets);
  const { reload } = pages;
  useEffect(() => {
    reload();
    // When something was returned, not when the reader is made anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [print]);
  return (
    <section aria-labelledby="tickets" style={{ display: 'grid', gap: '0.8rem', minWidth: 0 }}>
      <h2 id="tickets">{t('closure.tickets')}</h2>
      <PagedTable
        list="closureTickets"
        at={`closures/${encodeURIComponent(id)}`}
        label={t('closure.tickets')}
        columns={[
          { title: t('trips.departure'), sort: 'DEPARTURE', sheet: ['departure', 'trip'] },
          { title: t('trip.passenger'), sort: 'PASSENGER', sheet: ['passenger', 'seat'] },
          { title: t('trip.way'), sheet: ['from', 'to', 'onSection'] },
          { title: t('trip.order'), sort: 'ORDER', sheet: ['order'] },
          { title: t('closure.price'), sort: 'PRICE', sheet: ['price'] },
          { title: t('orders.contact'), sheet: ['phone', 'email'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('closure.noTickets') }}
        row={(one) => (
          <tr key={one.line.id}>
            <td className={page.number}>
              {format.date(one.from.departure.local.slice(0, 16), 'moment')}
              <small>
                <GoLink to={`/trips/${encodeURIComponent(one.trip.id)}`}>{t('order.trip', { number: one.trip.number })}</GoLink>
              </small>
            </td>
            <td>
              {[one.passenger.lastName, one.passenger.firstName].filter(Boolean).join(' ') || t('trip.noName')}
              <small>{one.line.seat && `${t('trip.seat')} ${one.line.seat}`}</small>
            </td>
            <td>
              {townOf(one.from.stop)} — {townOf(one.to.stop)}
              {!one.onSection && (
                <>
                  {' '}
                  <Badge tone="quiet">{t('closure.notAlong')}</Badge>
                </>
              )}
            </td>
            <td className={page.number}>
              <GoLink to={`/orders/${encodeURIComponent(one.orderId)}`}>{one.orderNumber}</GoLink>
            </td>
            <td className={page.number}>{format.money(one.line.price)}</td>
            <td style={{ overflowWrap: 'anywhere' }}>
              {one.phone ?? '—'}
              <small>{one.email}</small>
            </td>
          </tr>
        )}
      />
    </section>
  );
}
