import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, dayShift, Icon, isDay, stopName, useFormat, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { CarriersDocument, SiteDocument, StationsDocument, TripsDocument, type TripState } from '../../gql/graphql';
import { useCan, useSession } from '../account/session';
import { BulkActions } from './BulkActions';
import { SaleBadges, TripBadge } from './TripBadge';

const STATES: TripState[] = ['SCHEDULED', 'BOARDING', 'DEPARTED', 'ARRIVED', 'CANCELLED'];

const SORTS = ['DEPARTURE', 'NUMBER', 'DIRECTION', 'CARRIER', 'STATE'] as const;

/** Trips of one day; the filters are in the address. */
export function TripsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { me } = useSession();
  const runs = useCan()('RUN_TRIPS');
  const { search, change, text, setText, asked } = useFilters('/trips');
  const [{ data: siteData }] = useQuery({ query: SiteDocument });
  const [{ data: stationData }] = useQuery({ query: StationsDocument });
  const [{ data: carrierData }] = useQuery({ query: CarriersDocument });
  // Today is the home station's, not the browser's.
  const date = (search.date && isDay(search.date) ? search.date : siteData?.site.today) ?? '';

  const station = search.station;
  // Who is tied to stations has the trips of these alone.
  const own = me?.stations ?? [];
  const stations = own.length > 0 ? own : (stationData?.stations ?? []);
  const state = STATES.find((one) => one === search.state);
  const sorting = useSorting(SORTS, { sort: 'DEPARTURE', direction: 'ASC' });
  const pages = usePages(
    TripsDocument,
    { filter: { date, text: asked || null, stationId: station ?? null, carrierId: search.carrier ?? null, state: state ?? null, late: search.late ? true : null }, sort: sorting.sort, direction: sorting.direction },
    (data) => data.trips,
    date === '',
  );

  const print = JSON.stringify(pages.asked);
  const [picks, setPicks] = useState<{ print: string; ids: ReadonlySet<string> }>({ print, ids: new Set() });
  // Another filter shows other trips: what is out of sight is not picked.
  const picked = picks.print === print ? picks.ids : new Set<string>();
  const pick = (ids: ReadonlySet<string>) => setPicks({ print, ids });

  return (
    <Page title={t('trips.title')} lead={date && format.date(date, 'weekday')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <DayInput label={t('trips.date')} value={date} onChange={(day) => day && change({ date: day })} />
        <NativeSelect
          label={t('trips.station')}
          value={station ?? ''}
          onChange={(event) => change({ station: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...stations.map((one) => ({ value: one.id, label: one.name }))]}
        />
        <NativeSelect
          label={t('trips.carrier')}
          value={search.carrier ?? ''}
          onChange={(event) => change({ carrier: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...(carrierData?.carriers ?? []).map((one) => ({ value: one.id, label: one.name }))]}
        />
        <NativeSelect
          label={t('trips.state')}
          value={state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...STATES.map((state) => ({ value: state, label: t(`tripState.${state}`) }))]}
        />
        <Checkbox label={t('trips.late')} checked={Boolean(search.late)} onChange={(event) => change({ late: event.currentTarget.checked ? '1' : undefined })} style={{ alignSelf: 'end' }} />
        <TextInput label={t('trips.text')} placeholder={t('trips.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </div>
      {runs && pages.nodes.length > 0 && (
        <BulkActions
          trips={pages.nodes.filter((one) => picked.has(one.id))}
          shown={pages.nodes.length}
          stations={stations}
          station={station}
          onAll={() => pick(new Set(pages.nodes.map((one) => one.id)))}
          onNone={() => pick(new Set())}
          onDone={() => {
            pick(new Set());
            pages.reload();
          }}
        />
      )}
      <PagedTable
        list="trips"
        label={t('trips.title')}
        columns={[
          { title: t('trips.departure'), sort: 'DEPARTURE', sheet: ['departure', 'arrival'] },
          { title: t('trips.number'), sort: 'NUMBER', sheet: ['number'] },
          { title: t('trips.direction'), sort: 'DIRECTION', sheet: ['from', 'to', 'route'] },
          { title: t('trips.carrier'), sort: 'CARRIER', sheet: ['carrier'] },
          { title: t('trips.vehicle'), sheet: ['vehicle', 'seats'] },
          { title: t('trips.state'), sort: 'STATE', sheet: ['state', 'delay', 'saleClosed'] },
          // Last: saved views know columns by their places.
          { title: t('trip.platform'), sheet: ['platform'] },
          { title: t('trips.plate'), sheet: ['plate'] },
          { title: t('trips.sold'), sheet: ['sold'] },
        ]}
        sorting={sorting}
        pick={runs ? { idOf: (trip) => trip.id, nameOf: (trip) => trip.number, picked, onPick: pick } : undefined}
        pages={pages}
        empty={{ title: t('trips.none'), text: t('trips.noneText') }}
        row={(trip) => {
          const [first, last] = [trip.calls[0], trip.calls.at(-1)];
          const call = (station ? trip.calls.find((one) => one.stop.id === station || one.stop.station?.id === station) : undefined) ?? first;
          const shift = first && last ? dayShift(first.departure, last.arrival) : 0;
          return (
            <tr key={trip.id}>
              <td className={page.number}>
                {call && clock(call.departure)}
                {last && (
                  <small>
                    {t('trips.arrives', { time: clock(last.arrival) })}
                    {shift > 0 && ` +${shift}`}
                  </small>
                )}
              </td>
              <td className={page.number}>
                <GoLink to={`/trips/${encodeURIComponent(trip.id)}`}>{trip.number}</GoLink>
              </td>
              <td data-wide>
                {first && stopName(first.stop)} — {last && stopName(last.stop)}
                <small>{trip.route.name}</small>
              </td>
              <td>{trip.carrier.name}</td>
              <td>
                {trip.vehicle.name}
                <small>{t(trip.reservedSeating ? 'trips.seats' : 'trips.places', { count: trip.vehicle.seatCount })}</small>
              </td>
              <td>
                <div className={page.badges}>
                  <TripBadge trip={trip} />
                  <SaleBadges trip={trip} />
                </div>
              </td>
              <td>{call?.platform ?? '—'}</td>
              <td>
                {trip.vehicle.plate ?? '—'}
                <small>{trip.vehicle.make}</small>
              </td>
              <td className={page.number}>
                {trip.soldPlaces ?? '—'}
                <small>{t('trips.ofPlaces', { count: trip.vehicle.seatCount })}</small>
              </td>
            </tr>
          );
        }}
      />
    </Page>
  );
}
