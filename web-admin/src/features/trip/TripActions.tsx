import { Button, Checkbox, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import page from '../../app/Page.module.css';
import { NumberField } from '../../app/NumberField';
import { wordsOf } from '../../app/wordsOf';
import { CancelTripDocument, DelayTripDocument, ReportTripDocument, SetTripSaleDocument, type TripOutcomeFragment, type TripPageQuery } from '../../gql/graphql';
import { AddTripDialog } from './AddTripDialog';
import { Consequences } from './Consequences';

type Trip = NonNullable<TripPageQuery['trip']>;

interface Said {
  tone: 'ok' | 'error';
  text: string;
}

/** Letters of the keyboard that press the buttons on the dispatcher's board. */
const REPORT_KEYS = { BOARDING: 'B', DEPARTED: 'O', ARRIVED: 'A', SCHEDULED: 'K' } as const;

/** What is asked again before it is done. */
type Asked = 'delay' | 'cancel' | 'sale' | 'BOARDING' | 'DEPARTED' | 'ARRIVED' | 'SCHEDULED';

/** What is wrong with the minutes of a delay: key of the words. */
export const wrongDelay = (minutes: number | '') => (minutes === '' || (Number.isInteger(minutes) && minutes >= 0 && minutes <= 1440) ? undefined : 'run.wrongMinutes');

interface TripActionsProps {
  trip: Trip;
  onChanged: () => void;
  /** After something was done: the keyboard goes on from there. */
  onDone?: () => void;
  /** Where letters press the buttons, they are written on them. */
  withKeys?: boolean;
}

/** What a dispatcher does with a trip; what touches passengers is asked again with whom it touches. */
export function TripActions({ trip, onChanged, onDone, withKeys = false }: TripActionsProps) {
  const { t } = useTranslation();
  const keyOf = (letter: string) => (withKeys ? letter : undefined);
  const sign = (letter: string) => withKeys && <kbd aria-hidden>{letter}</kbd>;
  const [asked, setAsked] = useState<Asked | null>(null);
  const [minutes, setMinutes] = useState<number | ''>(trip.delayMinutes);
  const [notify, setNotify] = useState(true);
  const [adding, setAdding] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const [delaying, delay] = useMutation(DelayTripDocument);
  const [cancelling, cancel] = useMutation(CancelTripDocument);
  const [reporting, report] = useMutation(ReportTripDocument);
  const [setting, setSale] = useMutation(SetTripSaleDocument);
  const error = delaying.error ?? cancelling.error ?? reporting.error ?? setting.error;
  const over = trip.state === 'CANCELLED' || trip.state === 'ARRIVED';
  const wrongMinutes = wrongDelay(minutes);
  const mayDelay = !over && minutes !== '' && !wrongMinutes && minutes !== trip.delayMinutes;

  // Another dispatcher may have set it meanwhile.
  useEffect(() => setMinutes(trip.delayMinutes), [trip.delayMinutes]);

  const [times, setTimes] = useState(0);
  useEffect(() => {
    // Only now: until the dialog has shut, it holds the keyboard.
    if (times > 0) onDone?.();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [times]);
  const done = (outcome: TripOutcomeFragment | undefined, words: string) => {
    setAsked(null);
    if (outcome?.__typename === 'TripChanged') {
      setSaid({ tone: 'ok', text: words });
      setTimes((was) => was + 1);
    } else if (outcome) setSaid({ tone: 'error', text: wordsOf(outcome) });
    onChanged();
  };
  const count = (outcome: TripOutcomeFragment | undefined, field: 'messages' | 'ordersReturned') => (outcome?.__typename === 'TripChanged' ? outcome[field] : 0);

  const sendDelay = async () => {
    const outcome = (await delay({ id: trip.id, minutes: Number(minutes), notify })).data?.delayTrip;
    done(outcome, t('run.delayed', { count: count(outcome, 'messages') }));
  };
  const sendCancel = async () => {
    const outcome = (await cancel({ id: trip.id })).data?.cancelTrip;
    done(outcome, t('run.cancelled', { count: count(outcome, 'ordersReturned') }));
  };
  const sendReport = async (state: Exclude<Asked, 'delay' | 'cancel' | 'sale'>) => {
    done((await report({ id: trip.id, state })).data?.reportTrip, t('run.reported'));
  };
  const sendSale = async () => {
    done((await setSale({ id: trip.id, closed: !trip.saleClosed })).data?.setTripSale, t(trip.saleClosed ? 'run.saleOpened' : 'run.saleClosed'));
  };

  const confirm = () => {
    if (asked === 'delay') return sendDelay();
    if (asked === 'cancel') return sendCancel();
    if (asked === 'sale') return sendSale();
    return asked ? sendReport(asked) : undefined;
  };
  const kind = asked === 'sale' && trip.saleClosed ? 'openSale' : asked;

  return (
    <section className={page.card} aria-labelledby="run">
      <h2 id="run">{t('run.title')}</h2>
      {said && <Notice live tone={said.tone} title={said.text} />}
      {error && <ProblemNotice error={error} />}
      {trip.saleClosed && <Notice title={t('run.isClosed')} />}
      {trip.roadClosed && <Notice tone="warn" title={t('run.roadClosed')} />}
      <div className={page.filters}>
        <NumberField
          label={
            <>
              {t('run.minutes')}
              {sign('D')}
            </>
          }
          value={minutes}
          onChange={setMinutes}
          error={wrongMinutes && t(wrongMinutes)}
          step={5}
          disabled={over}
          w={200}
          aria-keyshortcuts={keyOf('D')}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && mayDelay) setAsked('delay');
          }}
        />
        <Button variant="light" disabled={!mayDelay} onClick={() => setAsked('delay')}>
          {t('run.delay')}
        </Button>
      </div>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--mantine-spacing-xs)' }}>
        {(['BOARDING', 'DEPARTED', 'ARRIVED'] as const).map((state) => (
          <Button key={state} variant="default" aria-keyshortcuts={keyOf(REPORT_KEYS[state])} disabled={trip.state === 'CANCELLED' || trip.state === state} onClick={() => setAsked(state)}>
            {t(`run.report.${state}`)}
            {sign(REPORT_KEYS[state])}
          </Button>
        ))}
        <Button variant="subtle" aria-keyshortcuts={keyOf(REPORT_KEYS.SCHEDULED)} disabled={trip.state === 'CANCELLED' || trip.state === 'SCHEDULED'} onClick={() => setAsked('SCHEDULED')}>
          {t('run.report.SCHEDULED')}
          {sign(REPORT_KEYS.SCHEDULED)}
        </Button>
        <Button variant="default" aria-keyshortcuts={keyOf('S')} disabled={over} onClick={() => setAsked('sale')}>
          {t(trip.saleClosed ? 'run.openSale' : 'run.closeSale')}
          {sign('S')}
        </Button>
        {!over && (
          <GoLink to={`/trips/${encodeURIComponent(trip.id)}/move`} className={page.action} aria-keyshortcuts={keyOf('M')}>
            {t('move.open')}
            {sign('M')}
          </GoLink>
        )}
        <Button variant="default" aria-keyshortcuts={keyOf('E')} onClick={() => setAdding(true)}>
          {t('addTrip.start')}
          {sign('E')}
        </Button>
        <Button variant="light" color="red" aria-keyshortcuts={keyOf('X')} disabled={over} onClick={() => setAsked('cancel')}>
          {t('run.cancel')}
          {sign('X')}
        </Button>
      </div>
      {adding && <AddTripDialog trip={trip} onClose={() => setAdding(false)} />}
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title={kind && t(`run.ask.${kind}`, { number: trip.number, minutes })} closeButtonProps={{ 'aria-label': t('run.back') }}>
        {(asked === 'BOARDING' || asked === 'DEPARTED' || asked === 'ARRIVED') && <TooEarly trip={trip} />}
        {kind && kind !== 'delay' && kind !== 'cancel' && <p>{t(`run.does.${kind}`)}</p>}
        {asked && <Consequences id={trip.id} money={asked === 'cancel'} forGood={asked === 'cancel'} quiet={asked !== 'cancel' && asked !== 'delay'} />}
        {asked === 'delay' && <Checkbox mt="md" checked={notify} onChange={(event) => setNotify(event.currentTarget.checked)} label={t('run.notify')} />}
        <div style={{ display: 'flex', gap: 'var(--mantine-spacing-sm)', marginTop: 'var(--mantine-spacing-lg)', flexWrap: 'wrap' }}>
          {kind && (
            <Button color={asked === 'cancel' ? 'red' : undefined} data-autofocus={asked !== 'cancel' || undefined} loading={delaying.fetching || cancelling.fetching || reporting.fetching || setting.fetching} onClick={() => void confirm()}>
              {t(`run.sure.${kind}`)}
            </Button>
          )}
          <Button variant="default" onClick={() => setAsked(null)}>
            {t('run.back')}
          </Button>
        </div>
      </Modal>
    </section>
  );
}

const HOUR_MS = 3_600_000;
const EARLY_HOURS = 2;

/** The row above or the day before is easily taken for the right one: a report long before the time is said to be one. */
function TooEarly({ trip }: { trip: Trip }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [now] = useState(() => Date.now());
  const start = trip.calls[0]?.departure;
  if (!start) return null;
  const hours = (Date.parse(start.at) - now) / HOUR_MS + trip.delayMinutes / 60;
  if (hours <= EARLY_HOURS) return null;
  const when = format.date(start.local.slice(0, 16), 'moment');
  return (
    <div style={{ marginBottom: 'var(--mantine-spacing-sm)' }}>
      <Notice live tone="warn" title={hours < 24 ? t('run.early.hours', { count: Math.floor(hours), when }) : t('run.early.days', { count: Math.round(hours / 24), when })} />
    </div>
  );
}
