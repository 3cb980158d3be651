import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from 'web-shared';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import { SaleBadges, TripBadge } from '../trip/TripBadge';
import css from './Board.module.css';
import type { Entry } from './entry';

interface BoardTableProps {
  entries: Entry[];
  side: 'DEPARTURES' | 'ARRIVALS';
  chosen: string | null;
  /** Whoever comes back to a chosen row goes on from it at once. */
  returns: boolean;
  onChoose: (trip: string) => void;
  onOpen: (trip: string) => void;
}

/** Rows that arrows go through; one is chosen. */
export function BoardTable({ entries, side, chosen, returns, onChoose, onOpen }: BoardTableProps) {
  const { t, i18n } = useTranslation();
  const body = useRef<HTMLTableSectionElement>(null);
  const at = Math.max(0, entries.findIndex((one) => one.trip.id === chosen));
  const columns = [t('board.time'), t('board.trip'), t('board.state'), t('board.platform'), t('board.sold'), t(side === 'ARRIVALS' ? 'board.boardedIn' : 'board.boardedOut'), t('board.crew')];

  // The chosen row stays in sight while others come and go around it.
  useEffect(() => {
    body.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const here = entries.some((one) => one.trip.id === chosen);
  const returned = useRef(false);
  useEffect(() => {
    // What is remembered of the board may not have the row yet: it gets the keyboard when it comes, once.
    if (!returns || !here || returned.current) return;
    returned.current = true;
    // From a field or a button the keyboard is not taken away; the page leaves it where it is in a list.
    const at = document.activeElement;
    if (at === document.body || at?.tagName === 'MAIN') body.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus({ preventScroll: true });
  }, [returns, here]);

  const go = (index: number) => {
    const entry = entries[Math.min(Math.max(index, 0), entries.length - 1)];
    if (!entry) return;
    onChoose(entry.trip.id);
    body.current?.querySelector<HTMLElement>(`[data-trip="${CSS.escape(entry.trip.id)}"]`)?.focus();
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => go(chosen === null ? 0 : at + 1),
    ArrowUp: () => go(at - 1),
    PageDown: () => go(at + 10),
    PageUp: () => go(at - 10),
    Home: () => go(0),
    End: () => go(entries.length - 1),
    Enter: () => entries[at] && onOpen(entries[at].trip.id),
    ' ': () => entries[at] && onChoose(entries[at].trip.id),
  };

  return (
    <div className={page.tableBox}>
      <table
        role="grid"
        aria-label={t('board.title')}
        className={`${page.table} ${page.cards} ${css.table}`}
        style={Object.fromEntries(columns.map((column, index) => [`--column-${index + 1}`, JSON.stringify(column)]))}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act) return;
          event.preventDefault();
          act();
        }}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {entries.map((entry, index) => {
            const { trip, call } = entry;
            const planned = side === 'ARRIVALS' ? call.arrival : call.departure;
            const origin = trip.originNames?.[i18n.language as 'ru' | 'ky' | 'en'] ?? trip.originNames?.ru;
            return (
              <tr
                key={trip.id}
               
                data-trip={trip.id}
                className={css.row}
                aria-selected={trip.id === chosen}
                tabIndex={index === at ? 0 : -1}
                onClick={() => onChoose(trip.id)}
                onDoubleClick={() => onOpen(trip.id)}
                onFocus={(event) => event.target === event.currentTarget && event.currentTarget.matches(':focus-visible') && onChoose(trip.id)}
              >
                <td className={page.number}>
                  <strong data-late={trip.delayMinutes > 0 || undefined}>{clock(planned)}</strong>
                  {trip.delayMinutes > 0 && trip.state !== 'CANCELLED' && <small>{t('board.expected', { time: clock(entry.expectedAt) })}</small>}
                </td>
                <td>
                  <strong>{side === 'ARRIVALS' ? origin : trip.destination}</strong>
                  <small>{trip.number}</small>
                </td>
                <td>
                  <div className={css.badges}>
                    <TripBadge trip={trip} />
                    {call.skipped && <Badge tone="warn">{t('skip.passes')}</Badge>}
                    {entry.alarms.map((alarm) => (
                      <Badge key={alarm} tone="bad">
                        {t(`board.alarm.${alarm}`)}
                      </Badge>
                    ))}
                    <SaleBadges trip={trip} />
                  </div>
                </td>
                <td className={page.number}>
                  {call.platform ?? '—'}
                </td>
                <td className={page.number}>
                  {entry.sold} / {entry.places}
                </td>
                <td className={page.number}>
                  {side === 'ARRIVALS' ? entry.passengers : `${entry.boarded} / ${entry.passengers}`}
                </td>
                <td>
                  {trip.vehicle.plate ?? '—'}
                  <small>{entry.drivers.join(', ')}</small>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
