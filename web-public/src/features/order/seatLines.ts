import type { OrderPartsFragment } from '../../gql/graphql';

type Segment = OrderPartsFragment['segments'][number];

/** Places of a ride in the order of the passengers; baggage and fees are not among them. */
export function seatLines(order: OrderPartsFragment, segment: Segment): Segment['lines'] {
  const place = (id: string | undefined) => order.passengers.findIndex((one) => one.id === id);
  return segment.lines.filter((line) => line.kind === 'SEAT').toSorted((a, b) => place(a.passenger?.id) - place(b.passenger?.id));
}
