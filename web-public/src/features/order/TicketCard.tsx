import { useTranslation } from 'react-i18next';
import { clock, clockLater, stopName, useFormat, zoneNote } from 'web-shared';
import type { OrderPartsFragment } from '../../gql/graphql';
import css from './OrderPage.module.css';

type Segment = OrderPartsFragment['segments'][number];
type Line = Segment['lines'][number];

/** One ticket with its QR code; the image is drawn by the server. */
export function TicketCard({ order, segment, line }: { order: OrderPartsFragment; segment: Segment; line: Line }) {
  const { t } = useTranslation();
  const format = useFormat();
  const passenger = order.passengers.find((one) => one.id === line.passenger?.id);
  const zone = zoneNote(segment.to.arrival, segment.from.departure);
  const gone = line.state === 'REFUNDED' || line.state === 'EXCHANGED' || line.ticket?.valid === false;
  const bought = (['BAGGAGE', 'EXTRA'] as const).map((kind) => ({ kind, lines: segment.lines.filter((one) => one.kind === kind && one.passenger?.id === line.passenger?.id && one.state === line.state) })).filter((one) => one.lines.length > 0);
  const cancelled = segment.trip.state === 'CANCELLED';
  const late = cancelled || gone ? 0 : segment.trip.delayMinutes;
  const name = [passenger?.lastName, passenger?.firstName, passenger?.middleName].filter(Boolean).join(' ');

  return (
    <article className={css.ticket} data-gone={gone || undefined} aria-label={t('ticket.label', { name, route: `${stopName(segment.from.stop)} — ${stopName(segment.to.stop)}` })}>
      <div className={css.ticketMain}>
        <header>
          <span>{t('journey.number', { number: segment.trip.number })}</span>
          <span>{segment.trip.carrier.name}</span>
          {segment.direction === 'RETURN' && <span>{t('seats.back')}</span>}
        </header>
        {cancelled && <p className={css.news}>{t('ticket.cancelled')}</p>}
        {late > 0 && (
          <p className={css.news} role="status">
            {t('ticket.late', { minutes: late, time: clockLater(segment.from.departure, late) })}
          </p>
        )}
        <div className={css.ride}>
          <div>
            <span className={css.time}>{clock(segment.from.departure)}</span>
            <span>{format.date(segment.from.departure.local, 'weekday')}</span>
            <strong>{stopName(segment.from.stop)}</strong>
            {segment.from.platform && <span>{t('ticket.platform', { platform: segment.from.platform })}</span>}
          </div>
          <span className={css.arrow} aria-hidden>
            →
          </span>
          <div>
            <span className={css.time}>{clock(segment.to.arrival)}</span>
            <span>
              {format.date(segment.to.arrival.local, 'weekday')}
              {zone && ` (${zone})`}
            </span>
            <strong>{stopName(segment.to.stop)}</strong>
          </div>
        </div>
        <dl>
          <div className={css.who}>
            <dt>{t('ticket.passenger')}</dt>
            <dd>
              {name || passenger?.category.name}
              {name && passenger && <small> · {passenger.category.name}</small>}
            </dd>
          </div>
          <div>
            <dt>{t('ticket.seat')}</dt>
            <dd>{line.seat ?? t('ticket.noSeat')}</dd>
          </div>
          <div>
            <dt>{t('ticket.price')}</dt>
            <dd>{format.money(line.price)}</dd>
          </div>
          {bought.map((one) => (
            <div key={one.kind}>
              <dt>{t(`ancillary.${one.kind}`)}</dt>
              <dd>{one.lines.map((other) => other.title).join(', ')}</dd>
            </div>
          ))}
          {passenger?.documentNumber && (
            <div>
              <dt>{t('ticket.document')}</dt>
              <dd>{passenger.documentNumber}</dd>
            </div>
          )}
        </dl>
      </div>
      <div className={css.ticketStub}>
        {gone ? (
          <p className={css.goneWord}>{t(`line.${line.state}`)}</p>
        ) : line.ticket ? (
          <>
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(line.ticket.qrSvg)}`} alt={t('ticket.qr', { number: line.ticket.number })} width={168} height={168} />
            <span className={css.ticketNumber}>{line.ticket.number}</span>
          </>
        ) : (
          <p role="status">{t('ticket.preparing')}</p>
        )}
      </div>
    </article>
  );
}
