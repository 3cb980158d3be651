import { Button, Checkbox, Modal, NativeSelect, Progress, SegmentedControl, Skeleton } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import { TableBox } from '../../app/TableBox';
import { wordsOf } from '../../app/wordsOf';
import { RebookClosureDocument, RebookingPlanDocument, type ClosureQuery, type RebookingPlanQuery } from '../../gql/graphql';
import swap from '../trip/Swap.module.css';
import css from './Closure.module.css';

type Plan = Extract<RebookingPlanQuery['rebookingPlan'], { __typename: 'RebookingPlan' }>;
type Row = Plan['trips'][number];

/** By stopped trip: the one that was chosen for its passengers; null: nobody goes. Who is not there goes as proposed. */
type Chosen = Record<string, string | null>;

const NOBODY = 'nobody';

/** Without the choices that are refused: of a trip that has left meanwhile, for example. */
function fitting(chosen: Chosen, wrong: { path: string }[]): Chosen {
  const refused = new Set(wrong.flatMap(({ path }) => /^choices\.(\d+)/.exec(path)?.[1] ?? []));
  return refused.size === 0 ? {} : Object.fromEntries(Object.entries(chosen).filter((_, n) => !refused.has(String(n))));
}

interface RebookingProps {
  closure: ClosureQuery['closure'];
  /** Changes when there is something to read anew. */
  print: string;
  onDone: (words: string) => void;
  onRefund: () => void;
}

/** Other trips carry the passengers of all stopped trips: which, who stays behind, and how far it is. */
export function Rebooking({ closure, print, onDone, onRefund }: RebookingProps) {
  const { t } = useTranslation();
  const [days, setDays] = useState(1);
  const [otherClass, setOtherClass] = useState(false);
  const [chosen, setChosen] = useState<Chosen>({});
  const [asked, setAsked] = useState(false);
  const choices = Object.entries(chosen).map(([tripId, toTripId]) => ({ tripId, toTripId }));
  const [{ data, error, fetching }, reload] = useQuery({ query: RebookingPlanDocument, variables: { id: closure.id, days, otherClass, choices }, requestPolicy: 'cache-and-network' });
  const again = () => reload({ requestPolicy: 'network-only' });
  useEffect(() => {
    again();
    // When something was changed, not when the reader is made anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [print]);
  const answer = data?.rebookingPlan;
  const plan = answer?.__typename === 'RebookingPlan' ? answer : null;
  const rows = plan?.trips ?? [];
  const going = rows.filter((row) => row.shares.length > 0).length;
  const crossed = rows.some((row) => row.shares.some((share) => share.otherClass > 0) || row.why.some(({ why }) => why === 'NO_SEAT'));
  const choose = (trip: string, to: string | null | undefined) => {
    const { [trip]: _, ...others } = chosen;
    setChosen(to === undefined ? others : { ...others, [trip]: to });
  };
  return (
    <section aria-labelledby="rebooking" className={css.side}>
      <h2 id="rebooking">{t('rebook.title')}</h2>
      <How rebookings={closure.rebookings} />
      {rows.length > 0 && (
        <>
          <p className="bk-muted">{t('rebook.lead')}</p>
          <div className={css.wishes}>
            <span id="rebooking-days">{t('rebook.days')}</span>
            <SegmentedControl aria-labelledby="rebooking-days" value={String(days)} onChange={(value) => setDays(Number(value))} data={[0, 1, 2, 3].map((day) => ({ value: String(day), label: t(`rebook.daysOf.${day}`) }))} />
            {(crossed || otherClass) && <Checkbox checked={otherClass} onChange={(event) => setOtherClass(event.currentTarget.checked)} label={t('swap.otherClass')} />}
          </div>
        </>
      )}
      {error && <ProblemNotice error={error} onRetry={again} />}
      {answer?.__typename === 'InvalidInput' && (
        <Notice live tone="error" title={wordsOf(answer)}>
          <Button variant="default" onClick={() => setChosen(fitting(chosen, answer.fields))}>
            {t('swap.reset')}
          </Button>
        </Notice>
      )}
      {!answer && !error && <Skeleton height={220} radius="lg" />}
      {plan && rows.length === 0 && <p className="bk-muted">{t('rebook.none')}</p>}
      {plan && rows.length > 0 && (
        <>
          <RebookTable rows={rows} chosen={chosen} onChoose={choose} />
          <ul className={swap.sums} aria-label={t('swap.sums')} aria-live="polite">
            <li data-tone={plan.passengers > 0 ? 'good' : undefined}>{t('rebook.going', { count: plan.passengers })}</li>
            <li data-tone={plan.behind > 0 ? 'bad' : undefined}>{t('rebook.staying', { count: plan.behind })}</li>
            <li>{t('swap.messages', { count: plan.messages })}</li>
          </ul>
          <div className={swap.buttons}>
            <Button size="md" disabled={fetching || plan.passengers === 0} onClick={() => setAsked(true)}>
              {t('rebook.confirm', { people: t('rebook.people', { count: plan.passengers }), trips: t('rebook.trips', { count: going }) })}
            </Button>
            {plan.behind > 0 && (
              <Button size="md" color="red" variant="light" onClick={onRefund}>
                {t('closure.refund')}
              </Button>
            )}
          </div>
          {plan.behind > 0 && <p className="bk-muted">{t('rebook.leftover', { count: plan.behind })}</p>}
          <Sure
            plan={plan}
            input={{ id: closure.id, days, otherClass, choices }}
            opened={asked}
            onClose={() => setAsked(false)}
            onDone={(count) => {
              // What was decided holds for those who are left: who was to stay is not moved by one more press.
              setAsked(false);
              onDone(t('rebook.begun', { count }));
            }}
          />
        </>
      )}
    </section>
  );
}

/** How far the work that was asked for is, and what has come of it. */
function How({ rebookings }: { rebookings: ClosureQuery['closure']['rebookings'] }) {
  const { t } = useTranslation();
  const { waiting, done, failed, moved, behind } = rebookings;
  const total = waiting + done + failed;
  if (total === 0) return null;
  return (
    <div role="status" className={page.card}>
      <p>{t(waiting > 0 ? 'rebook.progress' : 'rebook.done', { done, total, count: moved })}</p>
      <Progress value={((done + failed) / total) * 100} color={failed > 0 ? 'red' : undefined} aria-label={t('rebook.progressLabel')} />
      {behind > 0 && <p className={page.badge} data-tone="warn" style={{ justifySelf: 'start', whiteSpace: 'normal' }}>{t('rebook.late', { count: behind })}</p>}
      {failed > 0 && <p className={page.badge} data-tone="bad" style={{ justifySelf: 'start' }}>{t('rebook.failed', { count: failed })}</p>}
    </div>
  );
}

interface RebookTableProps {
  rows: Row[];
  chosen: Chosen;
  /** `undefined`: as proposed. */
  onChoose: (trip: string, to: string | null | undefined) => void;
}

function RebookTable({ rows, chosen, onChoose }: RebookTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const moment = (call: Row['from']) => format.date(call.departure.local.slice(0, 16), 'moment');
  const all = rows.every((row) => chosen[row.trip.id] !== null);
  const box = <Checkbox aria-label={t('list.pickAll')} checked={all} indeterminate={!all && rows.some((row) => chosen[row.trip.id] !== null)} onChange={() => rows.forEach((row) => onChoose(row.trip.id, all ? null : undefined))} />;
  return (
    <TableBox first={rows.length > 1 ? box : ' '} label={t('rebook.title')} columns={[t('rebook.stopped'), t('rebook.other'), t('rebook.departs'), t('rebook.go'), t('rebook.stay')]}>
      {rows.map((row) => {
        const choice = chosen[row.trip.id];
        const named = { number: row.trip.number, time: moment(row.from) };
        const options = row.options.map((option) => ({
          value: option.trip.id,
          label: [t('rebook.option', { time: moment(option.from), number: option.trip.number, carrier: option.trip.carrier.name, left: option.seatsLeft }), option.otherStation > 0 && t('move.otherStationOf', { count: option.otherStation })].filter(Boolean).join(' · '),
        }));
        return (
          <tr key={row.trip.id} data-picked={(choice !== null && row.shares.length > 0) || undefined}>
            <td className={page.pick}>
              <Checkbox aria-label={t('rebook.pick', named)} checked={choice !== null} onChange={() => onChoose(row.trip.id, choice === null ? undefined : null)} />
            </td>
            <td>
              <GoLink to={`/trips/${encodeURIComponent(row.trip.id)}`}>{row.trip.number}</GoLink> <span className={page.number}>{moment(row.from)}</span>
              <small>{row.trip.destination}</small>
            </td>
            <td>
              <NativeSelect
                className={css.other}
                aria-label={t('rebook.choose', named)}
                value={choice === null ? NOBODY : (choice ?? '')}
                onChange={(event) => onChoose(row.trip.id, event.currentTarget.value === NOBODY ? null : event.currentTarget.value || undefined)}
                data={[{ value: '', label: t(row.options.length > 0 ? 'rebook.proposed' : 'rebook.proposedNone') }, ...options, { value: NOBODY, label: t('rebook.nobody') }]}
              />
              <small>
                <GoLink to={`/trips/${encodeURIComponent(row.trip.id)}/move`} aria-label={t('rebook.byHandNamed', named)}>
                  {t('rebook.byHand')}
                </GoLink>
              </small>
            </td>
            <td>
              {row.shares.length === 0 && '—'}
              {row.shares.map((share) => (
                <div key={share.to.id} className={css.share}>
                  <GoLink to={`/trips/${encodeURIComponent(share.to.id)}`}>{share.to.number}</GoLink> <span className={page.number}>{moment(share.from)}</span>
                  <small>
                    {difference(share.minutesLater, t)}
                    {row.shares.length > 1 && ` · ${t('rebook.people', { count: share.passengers })}`}
                  </small>
                  {share.otherCarrier && <Badge tone="warn">{t('rebook.otherCarrier')}</Badge>}
                  {share.otherStation > 0 && <Badge tone="warn">{t('move.otherStationOf', { count: share.otherStation })}</Badge>}
                  {share.otherClass > 0 && <Badge tone="warn">{`${t('rebook.seat')}: ${share.otherClass}`}</Badge>}
                </div>
              ))}
            </td>
            <td className={page.number}>{row.passengers - row.behind}</td>
            <td>
              <span className={page.number}>{row.behind}</span>
              {row.why.map(({ why, passengers }) => (
                <small key={why}>
                  {t(`move.why.${why}`)}
                  {row.why.length > 1 && `: ${passengers}`}
                </small>
              ))}
            </td>
          </tr>
        );
      })}
    </TableBox>
  );
}

/** «на 2 ч 30 мин позже»: the two largest parts. */
export function difference(minutes: number, t: TFunction): string {
  if (minutes === 0) return t('rebook.sameTime');
  const whole = Math.abs(minutes);
  const parts = { days: Math.floor(whole / 1440), hours: Math.floor((whole % 1440) / 60), minutes: whole % 60 };
  const told = Object.entries(parts).flatMap(([part, n]) => (n > 0 ? [t(`rebook.span.${part}`, { n })] : []));
  return t(minutes > 0 ? 'rebook.later' : 'rebook.earlier', { time: told.slice(0, 2).join(' ') });
}

interface SureProps {
  plan: Plan;
  input: { id: string; days: number; otherClass: boolean; choices: { tripId: string; toTripId: string | null }[] };
  opened: boolean;
  onClose: () => void;
  onDone: (passengers: number) => void;
}

/** What it means, before it is done. */
function Sure({ plan, input, opened, onClose, onDone }: SureProps) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching, error }, send] = useMutation(RebookClosureDocument);
  const shares = plan.trips.flatMap((row) => row.shares);
  const crossed = shares.reduce((sum, share) => sum + share.otherClass, 0);
  const elsewhere = shares.reduce((sum, share) => sum + share.otherStation, 0);
  const handed = shares.filter((share) => share.otherCarrier).reduce((sum, share) => sum + share.passengers, 0);
  const confirm = async () => {
    setProblem(null);
    const answer = (await send({ input })).data?.rebookClosure;
    if (answer?.__typename === 'ClosureRebooked') onDone(answer.passengers);
    else setProblem(wordsOf(answer));
  };
  return (
    <Modal opened={opened} onClose={onClose} title={t('rebook.sure')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
      <div className={css.side}>
        <ul>
          <li>{t('rebook.going', { count: plan.passengers })}</li>
          {plan.behind > 0 && <li>{t('rebook.staying', { count: plan.behind })}</li>}
          <li>{t('swap.messages', { count: plan.messages })}</li>
          <li>{t('rebook.means.tickets')}</li>
          {elsewhere > 0 && <li>{t('move.otherStationOf', { count: elsewhere })}</li>}
          {crossed > 0 && <li>{t('rebook.crossed', { count: crossed })}</li>}
          {handed > 0 && <li>{t('rebook.handed', { count: handed })}</li>}
          <li>{t('rebook.means.money')}</li>
          <li>{t('rebook.means.late')}</li>
        </ul>
        {problem && <Notice live tone="error" title={problem} />}
        {error && <ProblemNotice error={error} />}
        <Button loading={fetching} onClick={() => void confirm()}>
          {t('rebook.sureButton')}
        </Button>
      </div>
    </Modal>
  );
}
