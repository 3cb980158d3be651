import { useEffect, useMemo, useState } from 'react';
import type { CombinedError } from 'urql';
import { useQuery, useSubscription } from 'web-shared';
import { OrderByLinkDocument, OrderChangedDocument, type OrderPartsFragment, type OrderRefInput } from '../../gql/graphql';
import { useSession } from '../account/session';
import { secretOf } from './deviceOrders';

export interface OrderNow {
  order: OrderPartsFragment | null;
  /** For mutations about this order. */
  reference: OrderRefInput | null;
  error: CombinedError | undefined;
  loading: boolean;
  /** Milliseconds to add to the device's clock to get the server's. */
  clockSkew: number;
  reload: () => void;
  /** Shows what a mutation answered, without waiting for the server to push it. */
  show: (order: OrderPartsFragment) => void;
}

/** The order behind a link, live: first by a query, then as the server pushes it. */
export function useOrder(number: string): OrderNow {
  const [secret] = useState(() => secretOf(number));
  const [latest, setLatest] = useState<OrderPartsFragment | null>(null);
  const [clockSkew, setClockSkew] = useState(0);
  // Without the secret only its owner may see it: wait until it is known who asks.
  const waiting = useSession().status === 'starting';
  const [{ data, fetching, error, stale }, reload] = useQuery({
    query: OrderByLinkDocument,
    variables: { number, secret: secret ?? null },
    pause: waiting,
    requestPolicy: 'network-only',
  });
  const id = data?.order?.id;
  const reference = useMemo(() => (id ? { id, secret: secret ?? null } : null), [id, secret]);
  const [{ data: pushed }] = useSubscription({ query: OrderChangedDocument, variables: { order: reference! }, pause: !reference });

  /** Answers and pushes may overtake one another: an older state never replaces a newer one. */
  const receive = (order: OrderPartsFragment) => {
    setLatest((known) => (known && Date.parse(known.serverTime) > Date.parse(order.serverTime) ? known : order));
    setClockSkew(Date.parse(order.serverTime) - Date.now());
  };
  useEffect(() => {
    // What another page of the purchase had asked before is not the order as it is now.
    if (data?.order && !stale) receive(data.order);
  }, [data, stale]);
  useEffect(() => {
    if (pushed?.orderChanged) receive(pushed.orderChanged);
  }, [pushed]);

  return {
    order: latest,
    reference,
    error,
    loading: (waiting || fetching || stale) && !latest,
    clockSkew,
    reload: () => reload({ requestPolicy: 'network-only' }),
    show: receive,
  };
}
