import { useTranslation } from 'react-i18next';
import { clock, Icon, stopName, useFormat, zoneNote } from 'web-shared';
import type { OrderPartsFragment } from '../../gql/graphql';
import { seatLines } from './seatLines';
import css from './order.module.css';

/** The rides of an order with their seats, in short. */
export function OrderTrips({ order }: { order: OrderPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={css.trips}>
      {order.segments.map((segment) => {
        const zone = zoneNote(segment.to.arrival, segment.from.departure);
        const seats = seatLines(order, segment).flatMap((line) => line.seat ?? []);
        return (
          <li key={segment.index}>
            <Icon name={segment.trip.route.kind === 'RAIL' ? 'train' : 'bus'} />
            <div>
              <strong>
                {stopName(segment.from.stop)} — {stopName(segment.to.stop)}
              </strong>
              <span>
                {format.date(segment.from.departure.local, 'weekday')}, {clock(segment.from.departure)} – {clock(segment.to.arrival)}
                {zone && ` (${zone})`}
              </span>
              <span>
                {t('journey.number', { number: segment.trip.number })}, {segment.trip.carrier.name}
                {seats.length > 0 && ` · ${t('seats.chosen', { seats: seats.join(', '), count: seats.length })}`}
              </span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
