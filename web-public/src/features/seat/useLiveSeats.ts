import { useEffect, useState } from 'react';
import { useSubscription } from 'web-shared';
import { applyUpdate, seatsNow, type SeatsNow } from 'web-shared/seat-map';
import { SeatMapChangedDocument, type SeatMapOfQuery } from '../../gql/graphql';
import type { Ride } from '../journey/wish';

/**
 * Seats as they are now: the snapshot of the page, then what the server pushes. After a lost connection the socket
 * subscribes again by itself and the server begins with a full snapshot, so that nothing is missed.
 */
export function useLiveSeats(ride: Ride, snapshot: SeatMapOfQuery['seatMap'] | undefined): SeatsNow | null {
  const [now, setNow] = useState<SeatsNow | null>(null);

  useEffect(() => {
    if (!snapshot) return;
    setNow((known) => (known && known.version > snapshot.version ? known : seatsNow(snapshot)));
  }, [snapshot]);

  const [{ data }] = useSubscription({ query: SeatMapChangedDocument, variables: { tripId: ride.tripId, from: ride.from, to: ride.to } });
  const update = data?.seatMapChanged;
  useEffect(() => {
    if (!update) return;
    setNow((known) => (known ? applyUpdate(known, update) : update.full ? seatsNow(update) : known));
  }, [update]);

  return now;
}
