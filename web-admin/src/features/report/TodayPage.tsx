import { Skeleton } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMoney, ProblemNotice, useFormat, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { CHANNELS } from '../../app/channels';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { AlarmsDocument, SalesDocument, TripDayDocument, type SalesQuery, type TripDayQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { StationAlarms } from './StationAlarms';
import { REFRESH_MS, Tile } from './Tile';
import css from './Today.module.css';

const DAYS = 14;

/** What is going on: each number leads to the list behind it. */
export function TodayPage() {
  const { t } = useTranslation();
  const can = useCan();
  return (
    <Page title={t('today.title')}>
      <div className={css.columns}>
        {can('VIEW_ORDERS') && <Sales />}
        <div className={css.column}>
          {can('RUN_TRIPS') && <StationAlarms />}
          {can('VIEW_TRIPS') && <Trips />}
          {can('VIEW_JOBS') && <Alarms />}
        </div>
      </div>
    </Page>
  );
}

/** Reads again each minute while somebody looks. */
function useEachMinute(reload: (options: { requestPolicy: 'network-only' }) => void) {
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && reload({ requestPolicy: 'network-only' }), REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
}

type Day = SalesQuery['salesByDay'][number];

function Sales() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [{ data, error }, reload] = useQuery({ query: SalesDocument, variables: { days: DAYS }, requestPolicy: 'cache-and-network' });
  useEachMinute(reload);
  const money = (amounts: Day['amounts']) => amounts.map((one) => formatMoney(one, i18n.language)).join(' + ') || '0';
  const days = data?.salesByDay ?? [];
  const today = days.at(-1);
  const most = Math.max(1, ...days.map((day) => day.orders));
  /** Of those that have sold anything in these days, in the usual order; one that is new to this page comes last. */
  const place = (code: string) => (CHANNELS.findIndex((one) => one === code) + CHANNELS.length + 1) % (CHANNELS.length + 1);
  const channels = [...new Set(days.flatMap((day) => day.channels.map((one) => one.channel)))].toSorted((a, b) => place(a) - place(b));
  const sold = (one: Day['channels'][number] | undefined, code: string) => t('today.byChannel', { channel: t(`today.channel.${code}`, code), count: one?.orders ?? 0, amount: money(one?.amounts ?? []) });
  return (
    <section className={page.card} aria-labelledby="sales">
      <h2 id="sales">{t('today.sales')}</h2>
      {error && !data && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Skeleton height={280} radius="lg" />}
      {today && (
        <>
          <div className={css.tiles}>
            <Tile label={t('today.soldToday')} to="/orders" search={{ from: today.date, to: today.date }}>
              {today.amounts.length === 0 ? '0' : today.amounts.map((one) => <b key={one.currency}>{formatMoney(one, i18n.language)}</b>)}
            </Tile>
            <Tile label={t('today.ordersToday')} to="/orders" search={{ from: today.date, to: today.date }}>
              {today.orders}
            </Tile>
          </div>
          <ul className={css.legend} aria-label={t('today.channels')}>
            {channels.map((code) => (
              <li key={code} data-channel={code}>
                <GoLink to="/orders" search={{ from: today.date, to: today.date, channel: code }}>
                  {sold(
                    today.channels.find((one) => one.channel === code),
                    code,
                  )}
                </GoLink>
              </li>
            ))}
          </ul>
          <ol className={css.chart}>
            {days.map((day) => (
              <li key={day.date}>
                <span className={css.bar} style={{ height: `${(day.orders / most) * 100}%` }}>
                  {day.channels.map((one) => (
                    // For the mouse; the keyboard has the day's link, and the list its filter.
                    <GoLink
                      key={one.channel}
                      to="/orders"
                      search={{ from: day.date, to: day.date, channel: one.channel }}
                      tabIndex={-1}
                      data-channel={one.channel}
                      style={{ flexGrow: one.orders }}
                      aria-label={`${format.date(day.date, 'day')}, ${sold(one, one.channel)}`}
                      title={`${format.date(day.date, 'day')}, ${sold(one, one.channel)}`}
                    >
                      {null}
                    </GoLink>
                  ))}
                </span>
                <GoLink
                  to="/orders"
                  search={{ from: day.date, to: day.date }}
                  className={css.date}
                  aria-label={t('today.day', { date: format.date(day.date, 'day'), count: day.orders, amount: money(day.amounts) })}
                  title={t('today.day', { date: format.date(day.date, 'day'), count: day.orders, amount: money(day.amounts) })}
                >
                  {Number(day.date.slice(8))}
                </GoLink>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Trips() {
  const { t } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: TripDayDocument, requestPolicy: 'cache-and-network' });
  useEachMinute(reload);
  const day = data?.tripDay;
  const share = day && day.places > 0 ? Math.round((day.sold / day.places) * 100) : 0;
  return (
    <section className={page.card} aria-labelledby="trips">
      <h2 id="trips">{t('today.trips')}</h2>
      {error && !day && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!day && !error && <Skeleton height={200} radius="lg" />}
      {day && (
        <>
          <div className={css.tiles}>
            <Tile label={t('today.tripsToday')} to="/trips" search={{ date: day.date }}>
              {day.trips}
            </Tile>
            <Tile label={t('today.occupancy', { sold: day.sold, places: day.places })} to="/trips" search={{ date: day.date }}>
              {share} %
            </Tile>
            <Tile label={t('today.cancelled')} to="/trips" search={{ date: day.date, state: 'CANCELLED' }} tone={day.cancelled > 0 ? 'bad' : undefined}>
              {day.cancelled}
            </Tile>
            <Tile label={t('today.delayed')} to="/trips" search={{ date: day.date, late: '1' }} tone={day.delayed > 0 ? 'bad' : undefined}>
              {day.delayed}
            </Tile>
          </div>
          <Lines day={day} />
          {day.late.length > 0 && (
            <ul className={css.late} aria-label={t('today.delayed')}>
              {day.late.map((trip) => (
                <li key={trip.id}>
                  <GoLink to={`/trips/${encodeURIComponent(trip.id)}`}>
                    {trip.number}, {trip.destination}
                  </GoLink>
                  <span>{t('trips.delay', { minutes: trip.delayMinutes })}</span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

/** How full the trips of each line are, and how many of them are late. */
function Lines({ day }: { day: TripDayQuery['tripDay'] }) {
  const { t } = useTranslation();
  if (day.lines.length === 0) return null;
  return (
    <>
      <h3 className={css.lines}>{t('today.lines')}</h3>
      <ul className={css.bars}>
        {day.lines.map((line) => {
          const share = line.places > 0 ? Math.round((line.sold / line.places) * 100) : 0;
          const told = t('today.line', { number: line.number, name: line.name, share, sold: line.sold, places: line.places, late: line.delayed });
          return (
            <li key={line.number + line.name}>
              <GoLink to="/trips" search={{ date: day.date, text: line.number }} title={told} aria-label={told}>
                <span>{line.number}</span>
                <span className={css.track}>
                  <span className={css.bar} style={{ inlineSize: `${share}%` }} />
                </span>
                <span>{share} %</span>
                {line.delayed > 0 && <small>{t('today.lineLate', { count: line.delayed })}</small>}
              </GoLink>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Alarms() {
  const { t } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: AlarmsDocument, requestPolicy: 'cache-and-network' });
  useEachMinute(reload);
  const alarms = data?.alarms;
  return (
    <section className={page.card} aria-labelledby="alarms">
      <h2 id="alarms">{t('today.alarms')}</h2>
      {error && !alarms && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {alarms && (
        <div className={css.tiles}>
          <Tile label={t('today.failedJobs')} to="/jobs" search={{ state: 'FAILED' }} tone={alarms.failedJobs > 0 ? 'bad' : undefined}>
            {alarms.failedJobs}
          </Tile>
          <Tile label={t('today.failedRefunds')} to="/jobs" search={{ state: 'FAILED' }} tone={alarms.failedRefunds > 0 ? 'bad' : undefined}>
            {alarms.failedRefunds}
          </Tile>
        </div>
      )}
    </section>
  );
}
