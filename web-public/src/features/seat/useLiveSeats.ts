import { useEffect, useRef, useState } from 'react';
import { useSubscription } from 'web-shared';
import { applyUpdate, seatsNow, type SeatsNow } from 'web-shared/seat-map';
import { SeatMapChangedDocument, type SeatMapOfQuery } from '../../gql/graphql';
import type { Ride } from '../journey/wish';

/**
 * Seats as they are now: the snapshot of the page, then what the server pushes. After a lost connection the socket
 * subscribes again by itself and the server begins with a full snapshot, so that nothing is missed. While the plan is
 * another than the page's, nothing is known.
 */
export function useLiveSeats(ride: Ride, snapshot: SeatMapOfQuery['seatMap'] | undefined, onOtherPlan: () => void): SeatsNow | null {
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

  // Another vehicle: the plan on the page is of one that does not run any more.
  const other = snapshot && now && now.planId !== snapshot.planId ? now.planId : null;
  const heard = useRef(onOtherPlan);
  useEffect(() => {
    heard.current = onOtherPlan;
  });
  useEffect(() => {
    if (other) heard.current();
  }, [other]);

  return other ? null : now;
}
