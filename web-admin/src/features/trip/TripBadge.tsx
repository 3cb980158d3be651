import { useTranslation } from 'react-i18next';
import { Badge, type Tone } from '../../app/Badge';
import type { TripState } from '../../gql/graphql';

const TRIP_TONES: Record<TripState, Tone> = { SCHEDULED: 'quiet', BOARDING: 'warn', DEPARTED: 'good', ARRIVED: 'good', CANCELLED: 'bad' };

/** How a trip stands: its delay is more than "on time" says, and nothing to one that does not run. */
export function TripBadge({ trip }: { trip: { state: TripState; delayMinutes: number } }) {
  const { t } = useTranslation();
  const late = trip.delayMinutes > 0 && trip.state !== 'CANCELLED' ? t('trips.delay', { minutes: trip.delayMinutes }) : null;
  const words = [late && trip.state === 'SCHEDULED' ? null : t(`tripState.${trip.state}`), late].filter(Boolean).join(', ');
  return <Badge tone={late && trip.state === 'SCHEDULED' ? 'warn' : TRIP_TONES[trip.state]}>{words}</Badge>;
}

/** Why nothing of a trip that has not left is sold: its road is closed, or the dispatcher has closed the sale. */
export function SaleBadges({ trip }: { trip: { state: TripState; saleClosed: boolean; roadClosed: boolean } }) {
  const { t } = useTranslation();
  if (trip.state !== 'SCHEDULED' && trip.state !== 'BOARDING') return null;
  return (
    <>
      {trip.roadClosed && <Badge tone="bad">{t('run.roadIsClosed')}</Badge>}
      {trip.saleClosed && <Badge tone="quiet">{t('run.saleClosed')}</Badge>}
    </>
  );
}
