import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useQuery } from 'web-shared';
import page from '../../app/Page.module.css';
import { DispatchBoardDocument, SiteDocument, StationsDocument, type TripAlarm } from '../../gql/graphql';
import { useSession } from '../account/session';
import { rememberedStation } from '../dispatch/station';
import { REFRESH_MS, Tile } from './Tile';
import css from './Today.module.css';

/** Stations whose alarms are counted at once: nobody is tied to more, and each is a board of its own to the server. */
const MOST = 4;

/** What on today's board asks for a dispatcher, at their own stations or at the one they have looked at last. */
export function StationAlarms() {
  const { me } = useSession();
  const [{ data: siteData }] = useQuery({ query: SiteDocument });
  const [{ data }] = useQuery({ query: StationsDocument });
  const own = me?.stations ?? [];
  const all = data?.stations ?? [];
  const shown = own.length > 0 ? own.slice(0, MOST) : [all.find((one) => one.id === rememberedStation()) ?? all[0]].filter((one) => one !== undefined);
  const today = siteData?.site.today;
  return today ? shown.map((station) => <Station key={station.id} station={station} today={today} />) : null;
}

function Station({ station, today }: { station: { id: string; name: string }; today: string }) {
  const { t } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: DispatchBoardDocument, variables: { stationId: station.id, date: today, side: 'DEPARTURES' }, requestPolicy: 'cache-and-network' });
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && reload({ requestPolicy: 'network-only' }), REFRESH_MS);
    return () => clearInterval(timer);
  }, [reload]);
  const counts = new Map<TripAlarm, number>();
  for (const alarm of data?.dispatchBoard.flatMap((entry) => entry.alarms) ?? []) counts.set(alarm, (counts.get(alarm) ?? 0) + 1);
  const title = `alarms-${station.id}`;
  return (
    <section className={page.card} aria-labelledby={title}>
      <h2 id={title}>{t('today.atStation', { station: station.name })}</h2>
      {error && !data && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {data && counts.size === 0 && <p className="bk-muted">{t('today.calm')}</p>}
      {counts.size > 0 && (
        <div className={css.tiles}>
          {[...counts].map(([alarm, count]) => (
            <Tile key={alarm} label={t(`board.alarm.${alarm}`)} to="/board" search={{ station: station.id, alarms: 'yes' }} tone="bad">
              {count}
            </Tile>
          ))}
        </div>
      )}
    </section>
  );
}
