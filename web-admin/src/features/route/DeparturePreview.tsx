import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { DeparturePreviewDocument, type DeparturePreviewQuery, type SaveDepartureInput, type SoldTrips } from '../../gql/graphql';
import css from './Route.module.css';

type Preview = Extract<DeparturePreviewQuery['departurePreview'], { __typename: 'DeparturePreview' }>;

interface DeparturePreviewProps {
  input: SaveDepartureInput;
  soldTrips: SoldTrips;
  onSoldTrips: (what: SoldTrips) => void;
}

const MOST_MONTHS = 14;
const MONTH = 7;

/** What saving would do: the days it runs on, and the trips it touches. */
export function DeparturePreview({ input, soldTrips, onSoldTrips }: DeparturePreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, error }] = useQuery({ query: DeparturePreviewDocument, variables: { input }, requestPolicy: 'network-only' });
  const preview = data?.departurePreview;
  if (error) return <ProblemNotice error={error} />;
  if (preview?.__typename !== 'DeparturePreview') return null;
  const { made, removed, renewed, kept, withoutVehicle, vehicleClashes } = preview;
  const tickets = kept.reduce((sum, trip) => sum + trip.tickets, 0);
  return (
    <section aria-labelledby="preview" style={{ display: 'grid', gap: '0.8rem' }}>
      <h3 id="preview">{t('departure.preview')}</h3>
      <p aria-live="polite">{t('departure.effect', { made, removed, renewed, kept: kept.length })}</p>
      {withoutVehicle > 0 && (
        <Notice tone="warn" title={t('departure.withoutVehicle', { count: withoutVehicle })}>
          {t('departure.withoutVehicleText')}
        </Notice>
      )}
      {vehicleClashes.length > 0 && (
        <Notice tone="warn" title={t('departure.clashes')}>
          <ul>
            {vehicleClashes.map((clash) => (
              <li key={`${clash.number} ${clash.departs.at}`}>
                <GoLink to={`/routes/${encodeURIComponent(clash.routeId)}`}>{clash.number}</GoLink> {t('departure.clash', { at: format.date(clash.departs.local.slice(0, 16), 'moment'), count: clash.days })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {preview.days.length === 0 ? <p className="bk-muted">{t('departure.noDays')}</p> : <Months preview={preview} />}
      {kept.length > 0 && (
        <Notice tone="error" title={t('departure.keptTitle', { count: kept.length })}>
          <ul>
            {kept.map((trip) => (
              <li key={trip.tripId}>
                <GoLink to={`/trips/${encodeURIComponent(trip.tripId)}`}>
                  {trip.number}, {format.date(trip.departs.local.slice(0, 10), 'full')} {trip.departs.local.slice(11, 16)}
                </GoLink>
                {' — '}
                {t('departure.tickets', { count: trip.tickets })}
              </li>
            ))}
          </ul>
          <Radio.Group label={t('departure.soldTrips')} value={soldTrips} onChange={(what) => onSoldTrips(what as SoldTrips)}>
            <div style={{ display: 'grid', gap: '0.4rem', marginTop: '0.4rem' }}>
              {(['KEEP', 'CLOSE_SALE', 'FOLLOW', 'CANCEL'] as const).map((what) => (
                <Radio key={what} value={what} label={t(`departure.sold.${what}`)} description={what === 'FOLLOW' ? t('departure.soldHint.FOLLOW') : undefined} />
              ))}
            </div>
          </Radio.Group>
          {soldTrips === 'CANCEL' && (
            <div style={{ marginTop: '0.8rem' }}>
              <Notice live tone="error" title={t('departure.cancelWarning')}>
                {tickets > 0 && t('departure.cancelText', { count: tickets })}
              </Notice>
            </div>
          )}
        </Notice>
      )}
    </section>
  );
}

function Months({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = new Map(preview.days.map((day) => [day.date, day]));
  const months = [...new Set(preview.days.map((day) => day.date.slice(0, MONTH)))].slice(0, MOST_MONTHS);
  return (
    <>
      <div className={css.months}>
        {months.map((month) => {
          const [year, number] = month.split('-').map(Number) as [number, number];
          const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
          const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
          const cells = [...Array.from({ length: before }, () => null), ...Array.from({ length }, (_, day) => day + 1)];
          const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) => cells.slice(week * 7, week * 7 + 7));
          return (
            <div key={month} className={css.month}>
              <h4 id={`month-${month}`}>{format.date(`${month}-01`, 'month')}</h4>
              <table aria-labelledby={`month-${month}`}>
                <thead>
                  <tr>
                    {[1, 2, 3, 4, 5, 6, 7].map((day) => (
                      <th key={day} scope="col">
                        {format.weekdayBrief(day)}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {weeks.map((week, row) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <tr key={row}>
                      {week.map((day, column) => {
                        const shown = day === null ? undefined : days.get(`${month}-${String(day).padStart(2, '0')}`);
                        const words = shown && `${day}: ${t(shown.runs ? 'departure.runs' : 'departure.runsNot')}${shown.because === 'WEEKDAY' ? '' : `, ${t(`departure.because.${shown.because}`)}`}`;
                        return (
                          // oxlint-disable-next-line react/no-array-index-key
                          <td key={column} data-runs={shown?.runs ? 'yes' : undefined} data-because={shown && shown.because !== 'WEEKDAY' ? shown.because : undefined} title={words}>
                            {day}
                          </td>
                        );
                      })}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          );
        })}
      </div>
      <p className={css.legend}>{t('departure.legend')}</p>
    </>
  );
}
