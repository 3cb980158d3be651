import { SegmentedControl, Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, clock, Empty, Icon, localDate, Notice, ProblemNotice, stopName, useFormat, useQuery, useSubscription } from 'web-shared';
import { GoLink, useGo, useParam, useSearchText } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { ArrivalsDocument, DeparturesChangedDocument, DeparturesDocument, type BoardPartsFragment, type StationInfoFragment } from '../../gql/graphql';
import css from './board.module.css';

const MINUTE_MS = 60_000;

/** The board of a station: the next departures or arrivals, live. */
export function BoardPage() {
  const { t } = useTranslation();
  const go = useGo();
  const stationId = useParam('stationId');
  const arriving = useSearchText().kind === 'arrivals';
  const [departures, reloadDepartures] = useQuery({ query: DeparturesDocument, variables: { stationId }, pause: arriving, requestPolicy: 'cache-and-network' });
  const [arrivals, reloadArrivals] = useQuery({ query: ArrivalsDocument, variables: { stationId }, pause: !arriving, requestPolicy: 'cache-and-network' });
  const [{ data: changed }] = useSubscription({ query: DeparturesChangedDocument, variables: { stationId } });
  const { fetching, error } = arriving ? arrivals : departures;
  const reload = arriving ? reloadArrivals : reloadDepartures;
  const [now, setNow] = useState(Date.now);
  const answer = arriving ? arrivals.data : departures.data;
  const station = answer?.station ?? departures.data?.station;
  const entries = arriving ? arrivals.data?.arrivals : departures.data?.departures;

  useEffect(() => {
    if (changed) reload({ requestPolicy: 'network-only' });
  }, [changed, reload]);
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now());
      reload({ requestPolicy: 'network-only' });
    }, MINUTE_MS);
    return () => clearInterval(timer);
  }, [reload]);

  if (answer && !answer.station && !answer.place) {
    return (
      <Page title={t('board.title')} narrow>
        <Empty title={t('stations.none')} action={<GoLink to="/stations">{t('stations.choose')}</GoLink>}>
          {t('board.unknownText')}
        </Empty>
      </Page>
    );
  }
  return (
    <Page title={station?.name ?? answer?.place?.name ?? t('board.title')}>
      <div className={css.tools}>
        <SegmentedControl
          aria-label={t('board.kind')}
          value={arriving ? 'arrivals' : 'departures'}
          onChange={(kind) => go({ to: `/board/${encodeURIComponent(stationId)}`, search: { kind: kind === 'arrivals' ? kind : undefined }, replace: true, keepScroll: true })}
          data={[
            { value: 'departures', label: t('board.departures') },
            { value: 'arrivals', label: t('board.arrivals') },
          ]}
        />
        {station && <WallClock timeZone={station.timeZone} />}
        {station && (
          <GoLink to={`/hall/${encodeURIComponent(station.id)}`} search={{ kind: arriving ? 'arrivals' : undefined }} className="bk-noprint">
            {t('hall.open')}
          </GoLink>
        )}
      </div>
      <div role="status" className={css.told}>
        {answer?.announcements.map((one) => (
          <Notice key={one.id} tone="warn" title={one.text} />
        ))}
      </div>
      {station && <StationInfo station={station} />}
      {error && !entries && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {fetching && !entries && <Skeleton height={420} radius="lg" />}
      {entries?.length === 0 && <Empty title={t('board.none')}>{t('board.noneText')}</Empty>}
      {entries && entries.length > 0 && <Board entries={entries} stationId={stationId} arriving={arriving} now={now} />}
    </Page>
  );
}

/** How it is found and when it is open; nothing where nothing is known. */
function StationInfo({ station }: { station: StationInfoFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const hours = format.openings(station.openingHours);
  if (!station.address && !station.phone && hours.length === 0) return null;
  return (
    <dl className={css.info} aria-label={t('board.info')}>
      {station.address && (
        <div>
          <dt>
            <Icon name="pin" /> {t('board.address')}
          </dt>
          <dd>{station.address}</dd>
        </div>
      )}
      {station.phone && (
        <div>
          <dt>
            <Icon name="phone" /> {t('board.phone')}
          </dt>
          <dd>
            <a href={`tel:${station.phone}`}>{station.phone}</a>
          </dd>
        </div>
      )}
      {hours.length > 0 && (
        <div>
          <dt>
            <Icon name="clock" /> {t('board.hours')}
          </dt>
          {hours.map((line) => (
            <dd key={line}>{line}</dd>
          ))}
        </div>
      )}
    </dl>
  );
}

/** The station's own clock. */
function WallClock({ timeZone }: { timeZone: string }) {
  const { t } = useTranslation();
  const show = () => new Intl.DateTimeFormat('ru-RU', { timeZone, hour: '2-digit', minute: '2-digit' }).format(new Date());
  const [time, setTime] = useState(show);
  useEffect(() => {
    const timer = setInterval(() => setTime(show()), 1000);
    return () => clearInterval(timer);
    // `show` depends on the zone only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [timeZone]);
  return (
    <span className={css.clock}>
      <small>{t('board.localTime')}</small>
      <time>{time}</time>
    </span>
  );
}

interface BoardProps {
  entries: BoardPartsFragment[];
  stationId: string;
  arriving: boolean;
  /** Milliseconds, not older than a minute. */
  now: number;
}

function Board({ entries, stationId, arriving, now }: BoardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = entries[0]?.call.departure.timeZone;
  // As dates are written here: YYYY-MM-DD.
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);
  return (
    <div className={css.board}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('board.time')}</th>
            <th scope="col">{t(arriving ? 'board.from' : 'board.to')}</th>
            <th scope="col">{t('board.trip')}</th>
            <th scope="col">{t('board.platform')}</th>
            <th scope="col">{t('board.state')}</th>
            {!arriving && <th scope="col">{t('board.ticket')}</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => {
            const planned = arriving ? entry.call.arrival : entry.call.departure;
            const late = entry.expectedAt.at !== planned.at;
            const passes = entry.call.skipped && entry.trip.state !== 'CANCELLED';
            const cancelled = entry.trip.state === 'CANCELLED' || passes;
            const date = localDate(planned);
            const end = arriving ? entry.trip.calls[0] : entry.trip.calls.at(-1);
            const coming = entry.trip.state === 'DEPARTED' && Date.parse(entry.expectedAt.at) > now;
            const open = entry.seatsLeft != null && entry.seatsLeft > 0 && (coming || ['SCHEDULED', 'BOARDING'].includes(entry.trip.state));
            return (
              <tr key={`${entry.trip.id}-${entry.call.sequence}`} data-cancelled={cancelled || undefined}>
                <td className={css.time}>
                  <span data-late={late || undefined}>{clock(planned)}</span>
                  {late && <strong>{clock(entry.expectedAt)}</strong>}
                  {date !== today && <small>{date === addDays(today, 1) ? t('board.tomorrow') : format.date(date, 'dayShort')}</small>}
                </td>
                <td className={css.where}>{arriving ? end && stopName(end.stop) : entry.trip.destination}</td>
                <td>
                  {entry.trip.number}
                  <small>{entry.trip.carrier.name}</small>
                </td>
                <td className={css.platform}>{entry.call.platform ?? '—'}</td>
                <td>{late && !cancelled ? t('board.expected', { time: clock(entry.expectedAt) }) : passes ? t('tripState.SKIPPED') : coming ? t('board.onTheWay') : t(`tripState.${entry.trip.state}`)}</td>
                {!arriving && (
                  <td>
                    {open && end?.stop.place ? (
                      <GoLink to="/search" search={{ from: stationId, to: end.stop.place.id, date }} className={css.buy}>
                        {t('seatsLeft', { count: entry.seatsLeft ?? 0 })}
                      </GoLink>
                    ) : (
                      '—'
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
