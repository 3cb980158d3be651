import { Button, VisuallyHidden } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { clock, dayShift, Icon, stopName, useFormat, zoneNote, type IconName } from 'web-shared';
import type { JourneyPartsFragment } from '../../gql/graphql';
import css from './JourneyCard.module.css';

interface JourneyCardProps {
  journey: JourneyPartsFragment;
  people: number;
  action: string;
  onChoose: () => void;
}

const FEW_SEATS = 5;
const AMENITY_ICONS: Record<string, IconName> = { ac: 'snow', wifi: 'wifi', usb: 'plug', toilet: 'toilet', tv: 'board' };

/** One journey drawn as a ticket: times on the left of the perforation, price on the right. */
export function JourneyCard({ journey, people, action, onChoose }: JourneyCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first, last] = [journey.segments[0]!, journey.segments.at(-1)!];
  const zone = zoneNote(journey.arrival, journey.departure);
  const shift = dayShift(journey.departure, journey.arrival);
  const enough = journey.seatsLeft >= people;
  const onSale = journey.state === 'ON_SALE' && enough;
  const before = people === 1 ? journey.priceFromBefore : journey.priceTotalBefore;
  const open = journey.segments.find((one) => !one.trip.reservedSeating);
  const amenities = [...new Set(journey.segments.flatMap((one) => one.trip.vehicle.amenities))];

  return (
    <article className={css.card} data-closed={!onSale || undefined} aria-label={`${clock(journey.departure)} – ${clock(journey.arrival)}`}>
      <div className={css.main}>
        <div className={css.times}>
          <div>
            <time dateTime={journey.departure.at} className={css.time}>
              {clock(journey.departure)}
            </time>
            <span className={css.stop}>{stopName(first.from.stop)}</span>
          </div>
          <div className={css.line}>
            <span>{format.duration(journey.durationMinutes)}</span>
            <span className={css.track} data-changes={journey.changes} aria-hidden />
            <span>{journey.changes === 0 ? t('journey.direct') : t('journey.changes', { count: journey.changes })}</span>
          </div>
          <div>
            <time dateTime={journey.arrival.at} className={css.time}>
              {clock(journey.arrival)}
            </time>
            {shift > 0 && <span className={css.shift}>{t('journey.dayShift', { days: shift, date: format.date(journey.arrival.local, 'dayShort') })}</span>}
            {zone && <span className={css.zone}>{t('journey.localTime', { zone })}</span>}
            <span className={css.stop}>{stopName(last.to.stop)}</span>
          </div>
        </div>
        {journey.segments.length > 1 && (
          <ol className={css.legs}>
            {journey.segments.map((one, index) => (
              <li key={one.trip.id}>
                {index > 0 && (
                  <span className={css.change}>
                    <Icon name="clock" size={16} />
                    {changeWords(journey, index, format.duration(journey.changeMinutes ?? 0), t)}
                  </span>
                )}
                <span>
                  {clock(one.from.departure)} – {clock(one.to.arrival)} · {one.trip.carrier.name}, {one.trip.vehicle.name}
                </span>
              </li>
            ))}
          </ol>
        )}
        <div className={css.facts}>
          <span>
            <Icon name={first.trip.route.kind === 'RAIL' ? 'train' : 'bus'} size={18} />
            {t('journey.number', { number: first.trip.number })} · {first.trip.carrier.name}
            {journey.segments.length === 1 && ` · ${first.trip.vehicle.name}`}
          </span>
          {amenities.map((one) => (
            <span key={one}>
              {AMENITY_ICONS[one] && <Icon name={AMENITY_ICONS[one]} size={16} />}
              {t(`amenity.${one}`, one)}
            </span>
          ))}
          {open && <span>{openWords(open.trip.vehicle, t)}</span>}
          {first.trip.route.passportRequired && <span className={css.warn}>{t('journey.passport')}</span>}
          {first.trip.delayMinutes > 0 && <span className={css.warn}>{t('journey.delay', { minutes: first.trip.delayMinutes })}</span>}
        </div>
      </div>
      <div className={css.stub}>
        {onSale ? (
          <>
            <div>
              {journey.priceFrom && <strong className={css.price}>{people === 1 ? t('priceFrom', { price: format.money(journey.priceFrom) }) : format.money(journey.priceTotal ?? journey.priceFrom)}</strong>}
              {before && (
                <s className={css.before}>
                  <VisuallyHidden>{t('journey.before')} </VisuallyHidden>
                  {format.money(before)}
                </s>
              )}
              {journey.campaigns.map((name) => (
                <span key={name} className={css.campaign}>
                  {t('journey.campaign', { name })}
                </span>
              ))}
              {people > 1 && journey.priceTotal && <span className={css.per}>{t('journey.forAll', { count: people })}</span>}
              <span className={journey.seatsLeft <= FEW_SEATS ? css.few : css.left}>{t('seatsLeft', { count: journey.seatsLeft })}</span>
            </div>
            <Button onClick={onChoose}>{action}</Button>
          </>
        ) : (
          <div className={css.closed}>
            <strong>{journey.state === 'ON_SALE' ? t('journey.notEnough') : t(`journey.state.${journey.state}`)}</strong>
            <span>{closedReason(journey, enough, t)}</span>
          </div>
        )}
      </div>
    </article>
  );
}

/** Seats without numbers, and how many of the places are to stand. */
function openWords(vehicle: { seatCount: number; standingPlaces: number }, t: TFunction): string {
  const { seatCount, standingPlaces } = vehicle;
  return standingPlaces > 0 ? t('seats.openStanding', { seats: seatCount - standingPlaces, standing: standingPlaces }) : t('seats.open');
}

function closedReason(journey: JourneyPartsFragment, enough: boolean, t: TFunction): string {
  if (journey.state === 'ON_SALE' && !enough) return t('seatsLeft', { count: journey.seatsLeft });
  const reason = journey.segments.find((one) => one.notOnSaleReason)?.notOnSaleReason;
  if (journey.state === 'NOT_ON_SALE' && reason) return t(`notOnSale.${reason}`);
  return '';
}

/** Where to change, and that one has to cross the town when the next ride leaves from another station. */
function changeWords(journey: JourneyPartsFragment, index: number, time: string, t: TFunction): string {
  const [from, to] = [stopName(journey.segments[index - 1]!.to.stop), stopName(journey.segments[index]!.from.stop)];
  return from === to ? t('journey.changeAt', { stop: to, time }) : t('journey.changeStation', { from, to, time });
}
