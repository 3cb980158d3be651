import { Checkbox, Drawer, NativeSelect, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useMediaQuery, useWindowEvent } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Icon, isDay, ProblemNotice, useFormat, useQuery, useSubscription } from 'web-shared';
import { useGo } from 'web-shared/routing';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useFilters } from '../../app/useFilters';
import { DispatchBoardDocument, DispatchChangedDocument, SiteDocument, StationsDocument } from '../../gql/graphql';
import { useSession } from '../account/session';
import css from './Board.module.css';
import { BoardTable } from './BoardTable';
import { isGone, matches } from './entry';
import { rememberBoard, rememberedStation, rememberStation } from './station';
import { TripPanel } from './TripPanel';


/** A station's day as its dispatchers see it: each sees at once what another has done. */
export function BoardPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { me } = useSession();
  const { search, change, text, setText, asked } = useFilters('/board');
  const [{ data: siteData }] = useQuery({ query: SiteDocument });
  const [{ data: stationData }] = useQuery({ query: StationsDocument });
  const own = me?.stations ?? [];
  const stations = own.length > 0 ? own : (stationData?.stations ?? []);
  const remembered = stations.find((one) => one.id === rememberedStation());
  const stationId = stations.some((one) => one.id === search.station) ? search.station! : (remembered ?? stations[0])?.id ?? '';
  const today = siteData?.site.today ?? '';
  const date = search.date && isDay(search.date) ? search.date : today;
  const side = search.side === 'arrivals' ? ('ARRIVALS' as const) : ('DEPARTURES' as const);
  const pause = !stationId || !date;
  const [{ data, error, fetching }, reload] = useQuery({ query: DispatchBoardDocument, variables: { stationId, date, side }, pause, requestPolicy: 'cache-and-network' });
  const [{ data: changed }] = useSubscription({ query: DispatchChangedDocument, variables: { stationId }, pause });
  const number = changed?.dispatchChanged ?? 0;
  useEffect(() => {
    // The first is told at once, with what was just read.
    if (number > 1) reload({ requestPolicy: 'network-only' });
    // oxlint-disable-next-line react/exhaustive-deps
  }, [number]);

  const [chosen, setChosen] = useState<string | null>(search.trip ?? null);
  /** In the address too, for a way back to the same row; at once here, for the address follows slower than keys are pressed. */
  const choose = (trip: string | null) => {
    if (trip === chosen) return;
    setChosen(trip);
    change({ trip: trip ?? undefined });
  };
  useEffect(() => rememberBoard({ ...search, station: stationId || undefined, date: date || undefined }), [search, stationId, date]);
  const columns = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const all = data?.dispatchBoard ?? [];
  const showGone = search.gone === 'yes' || date !== today;
  const entries = all.filter((one) => (showGone || !isGone(one)) && (search.alarms !== 'yes' || one.alarms.length > 0) && matches(one, asked));
  const entry = entries.find((one) => one.trip.id === chosen);
  const alarmed = all.filter((one) => one.alarms.length > 0).length;

  // Beside the list, or over it where there is no room.
  const wide = useMediaQuery('(min-width: 75rem)', true, { getInitialValueInEffect: false });
  const toList = () => columns.current?.querySelector<HTMLElement>('[role="grid"] [aria-selected="true"]')?.focus();
  const run = entry && <TripPanel key={entry.trip.id} entry={entry} news={number} onChanged={() => reload({ requestPolicy: 'network-only' })} onDone={wide ? toList : undefined} />;

  const openTrip = (id: string) => go({ to: `/trips/${encodeURIComponent(id)}` });
  /** Letters do what the buttons of the chosen trip say, whatever the keyboard's language, on the list and on the panel; a dialog over them has its own keys. */
  useWindowEvent('keydown', (event) => {
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    if (event.key === 'Escape' && wide && panel.current?.contains(target)) return toList();
    if (target instanceof HTMLInputElement) return;
    const drawer = panel.current?.closest('[role="dialog"]');
    if (!columns.current?.contains(target) && !drawer?.contains(target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !/^Key[A-Z]$/.test(event.code)) return;
    const button = panel.current?.querySelector<HTMLElement>(`[aria-keyshortcuts="${event.code.at(-1)}"]`);
    if (!button) return;
    event.preventDefault();
    if (button instanceof HTMLInputElement) {
      button.focus();
      button.select();
    } else button.click();
  });

  return (
    <Page title={t('board.title')} lead={date && format.date(date, 'weekday')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <NativeSelect
          label={t('board.station')}
          value={stationId}
          onChange={(event) => {
            rememberStation(event.currentTarget.value);
            setChosen(null);
            change({ station: event.currentTarget.value, trip: undefined });
          }}
          data={stations.map((one) => ({ value: one.id, label: one.name }))}
        />
        <DayInput label={t('board.date')} value={date} onChange={(day) => day && change({ date: day === today ? undefined : day })} />
        <TextInput label={t('board.text')} placeholder={t('board.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <SegmentedControl
          aria-label={t('board.side')}
          className={css.side}
          value={side}
          onChange={(value) => change({ side: value === 'ARRIVALS' ? 'arrivals' : undefined })}
          data={[
            { value: 'DEPARTURES', label: t('board.departures') },
            { value: 'ARRIVALS', label: t('board.arrivals') },
          ]}
        />
      </div>
      <div className={css.options}>
        <Checkbox checked={search.alarms === 'yes'} onChange={(event) => change({ alarms: event.currentTarget.checked ? 'yes' : undefined })} label={t('board.alarmed')} />
        {date === today && <Checkbox checked={search.gone === 'yes'} onChange={(event) => change({ gone: event.currentTarget.checked ? 'yes' : undefined })} label={t('board.gone')} />}
        <span role="status" className={css.count}>
          {data && t('board.now', { shown: entries.length, all: all.length })}
          {alarmed > 0 && <strong> · {t('board.alarms', { count: alarmed })}</strong>}
        </span>
      </div>
      {error && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Skeleton height={420} radius="lg" />}
      {data && entries.length === 0 && !fetching && <Empty title={t(all.length > 0 && !showGone ? 'board.noneLeft' : 'board.none')}>{t(all.length > 0 && !showGone ? 'board.noneLeftText' : 'board.noneText')}</Empty>}
      {entries.length > 0 && (
        <div ref={columns} className={css.columns}>
          <BoardTable entries={entries} side={side} chosen={entry?.trip.id ?? null} returns={wide} onChoose={choose} onOpen={openTrip} />
          {wide ? (
            <div ref={panel} className={css.panel}>
              {run ?? <p className={css.hint}>{t('board.pick')}</p>}
              <p className={css.hint}>{t('board.keys')}</p>
            </div>
          ) : (
            <Drawer opened={run !== undefined} onClose={() => choose(null)} position="bottom" size="85%" title={t('run.title')} closeButtonProps={{ 'aria-label': t('run.back') }}>
              <div ref={panel} className={css.panel}>
                {run}
              </div>
            </Drawer>
          )}
        </div>
      )}
    </Page>
  );
}
