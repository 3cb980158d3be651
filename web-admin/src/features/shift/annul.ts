import type { AnnulShiftQuery, OrderPageQuery } from '../../gql/graphql';

/** Of payments that a desk has taken; what a gateway has taken is given back by its rules. */
const BY_HAND = ['cash', 'desk_card', 'none'];
/** Of lines that were never sold. */
const UNSOLD = ['HELD', 'EXPIRED', 'RELEASED'];

type Order = Pick<NonNullable<OrderPageQuery['order']>, 'number' | 'serverTime' | 'payments' | 'refunds' | 'segments'>;

/** A sale that was changed since, or whose trip has left, is annulled no more. */
export function isWhole({ serverTime, payments, refunds, segments }: Order): boolean {
  const sold = segments.flatMap((segment) => segment.lines).filter((line) => !UNSOLD.includes(line.state));
  return (
    sold.length > 0 &&
    sold.every((line) => line.state === 'ISSUED') &&
    refunds.length === 0 &&
    payments.every((one) => BY_HAND.includes(one.method) && !one.share && Number(one.moved.amount) === 0) &&
    segments.every((segment) => Date.parse(segment.from.departure.at) > Date.parse(serverTime))
  );
}

/** Whether it was made in this shift, as far as the shift's latest operations tell. */
export function isOfShift({ number, payments }: Order, shift: AnnulShiftQuery['myShift'] | undefined): boolean {
  if (!shift) return false;
  const paid = payments.flatMap((one) => one.paidAt ?? []);
  const { nodes, pageInfo } = shift.operations;
  return paid.length > 0 && paid.every((at) => Date.parse(at) >= Date.parse(shift.openedAt)) && (pageInfo.hasNextPage || nodes.some((one) => one.orderNumber === number));
}
