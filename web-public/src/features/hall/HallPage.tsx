import { Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Empty, formatDate, LANGUAGES, loadWords, localDate, ProblemNotice, useQuery, useSubscription, type LanguageCode, type Words } from 'web-shared';
import { GoLink, useParam, useSearchText } from 'web-shared/routing';
import { DeparturesChangedDocument, HallDocument, type HallQuery, type HallRowFragment } from '../../gql/graphql';
import css from './hall.module.css';
import { useAwake, useFit, useNow, useReloadAtNight, useWakeLock } from './screen';

/** Each language is shown so long. */
const TURN_MS = 8_000;
const REFRESH_MS = 60_000;
/** Older than that, a board says so. */
const STALE_MS = 180_000;
/** Whoever waits for the last page has waited long enough. */
const MAX_PAGES = 4;

/** The board on the wall of a hall: nobody touches it, and it runs for weeks. */
export function HallPage() {
  const { t } = useTranslation();
  const stationId = useParam('stationId');
  const arriving = useSearchText().kind === 'arrivals';
  const variables = { stationId, arriving };
  const [{ data, error }, reload] = useQuery({ query: HallDocument, variables, requestPolicy: 'network-only' });
  const [{ data: changed }] = useSubscription({ query: DeparturesChangedDocument, variables: { stationId } });
  const [words, setWords] = useState<Record<LanguageCode, Words> | null>(null);
  // What was told last stays on the wall while there is no connection.
  const [shown, setShown] = useState<{ data: HallQuery; at: number } | null>(null);
  useEffect(() => {
    if (data) setShown({ data, at: Date.now() });
  }, [data]);
  useEffect(() => {
    void loadWords().then(setWords);
  }, []);
  useEffect(() => {
    if (changed) reload({ requestPolicy: 'network-only' });
  }, [changed, reload]);
  useEffect(() => {
    const timer = setInterval(() => reload({ requestPolicy: 'network-only' }), REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);

  if (!shown || !words) {
    return <main className={css.waiting}>{error ? <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} /> : <Loader size="xl" aria-label={t('loading', { ns: 'shared' })} />}</main>;
  }
  if (!shown.data.station) {
    return (
      <main className={css.waiting}>
        <Empty title={t('stations.none')} action={<GoLink to="/stations">{t('stations.choose')}</GoLink>}>
          {t('board.unknownText')}
        </Empty>
      </main>
    );
  }
  return <Hall key={String(arriving)} station={shown.data.station} data={shown.data} at={shown.at} arriving={arriving} words={words} />;
}

interface HallProps {
  station: NonNullable<HallQuery['station']>;
  data: HallQuery;
  /** When it was told. */
  at: number;
  arriving: boolean;
  words: Record<LanguageCode, Words>;
}

function Hall({ station, data, at, arriving, words }: HallProps) {
  const now = useNow(1000);
  const [began] = useState(Date.now);
  const list = useRef<HTMLTableSectionElement>(null);
  const fit = useFit(list);
  const awake = useAwake();
  useWakeLock();
  useReloadAtNight(station.timeZone, at);

  // Everything follows from the clock: a language after the other, and then the next page.
  const turn = Math.floor((now - began) / TURN_MS);
  const language = LANGUAGES[turn % LANGUAGES.length]!;
  const round = Math.floor(turn / LANGUAGES.length);
  const t = words[language];
  const entries = (arriving ? data.arrivals : data.departures) ?? [];
  const pages = Math.max(1, Math.min(MAX_PAGES, Math.ceil(entries.length / fit)));
  const page = round % pages;
  const told = data.announcements[round % Math.max(1, data.announcements.length)];
  const local = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('sv-SE', { timeZone: station.timeZone, ...options }).format(now);
  const today = local({ dateStyle: 'short' });
  const time = local({ timeStyle: 'short' });

  return (
    <main className={css.hall} lang={language} data-awake={awake || undefined}>
      <header className={css.head}>
        <div>
          <h1>{station.names[language]}</h1>
          <p className={css.kind}>{t(arriving ? 'board.arrivals' : 'board.departures')}</p>
        </div>
        <div className={css.clock}>
          <time>{time}</time>
          <span>{formatDate(today, language, 'weekday')}</span>
        </div>
      </header>
      <table className={css.board}>
        <thead>
          <tr>
            {(['time', arriving ? 'from' : 'to', 'trip', 'platform', 'state'] as const).map((column) => (
              <th key={column} scope="col" data-column={column === 'from' ? 'to' : column}>
                {t(`board.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={list}>
          {entries.slice(page * fit, (page + 1) * fit).map((entry) => (
            <Row key={`${entry.trip.id}-${entry.call.sequence}`} entry={entry} arriving={arriving} language={language} t={t} today={today} now={now} />
          ))}
        </tbody>
      </table>
      {entries.length === 0 && <p className={css.nothing}>{t('board.none')}</p>}
      <footer className={css.foot}>
        {now - at > STALE_MS && <p className={css.stale}>{t('hall.stale', { time: new Intl.DateTimeFormat('sv-SE', { timeZone: station.timeZone, timeStyle: 'short' }).format(at) })}</p>}
        {told && <p className={css.told}>{told.texts[language]}</p>}
        {pages > 1 && (
          <p className={css.pages} role="img" aria-label={t('hall.page', { page: page + 1, pages })}>
            {Array.from({ length: pages }, (_, index) => (
              <span key={index} data-here={index === page || undefined} />
            ))}
          </p>
        )}
      </footer>
      <nav className={css.controls} aria-label={t('hall.controls')}>
        <GoLink to={`/hall/${encodeURIComponent(station.id)}`} search={{ kind: arriving ? undefined : 'arrivals' }}>
          {t(arriving ? 'board.departures' : 'board.arrivals')}
        </GoLink>
        <GoLink to={`/board/${encodeURIComponent(station.id)}`}>{t('hall.leave')}</GoLink>
        <button type="button" onClick={() => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())}>
          {t('hall.fullScreen')}
        </button>
      </nav>
    </main>
  );
}

interface RowProps {
  entry: HallRowFragment;
  arriving: boolean;
  language: LanguageCode;
  t: Words;
  today: string;
  now: number;
}

function Row({ entry, arriving, language, t, today, now }: RowProps) {
  const planned = arriving ? entry.call.arrival : entry.call.departure;
  // One that does not stop here is to its passengers as one that does not run.
  const state = entry.call.skipped && entry.trip.state !== 'CANCELLED' ? 'SKIPPED' : entry.trip.state;
  const late = entry.expectedAt.at !== planned.at && state !== 'CANCELLED' && state !== 'SKIPPED';
  const coming = state === 'DEPARTED' && Date.parse(entry.expectedAt.at) > now;
  const date = localDate(planned);
  const words = late ? t('board.expected', { time: clock(entry.expectedAt) }) : coming ? t('board.onTheWay') : t(`tripState.${state}`);
  return (
    <tr data-row data-state={late ? 'LATE' : coming ? 'COMING' : state === 'SKIPPED' ? 'CANCELLED' : state}>
      <td data-column="time">
        {clock(planned)}
        {date !== today && <small>{formatDate(date, language, 'dayShort')}</small>}
      </td>
      <td data-column="to">
        {(arriving ? entry.trip.originNames : entry.trip.destinationNames)?.[language]}
      </td>
      <td data-column="trip">
        {entry.trip.number}
      </td>
      <td data-column="platform">
        {entry.call.platform ?? '—'}
      </td>
      <td data-column="state">
        {words}
      </td>
    </tr>
  );
}
