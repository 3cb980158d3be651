import { useEffect, useState } from 'react';
import { useQuery, type DocumentText } from 'web-shared';
import type { CombinedError } from 'urql';

interface Connection<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number | null;
}

export interface Pages<Node> {
  nodes: Node[];
  /** What the list was asked for, without the page. */
  asked: object;
  total: number | null;
  loading: boolean;
  error: CombinedError | undefined;
  reload: () => void;
  /** Null when everything is shown. */
  more: (() => void) | null;
}

/** Lists paged by the server: the next page is fetched when asked for and put below. Another filter begins anew. */
export function usePages<Data, Variables extends { after?: string | null }, Node>(
  document: DocumentText<Data, Variables>,
  filter: Omit<Variables, 'after'>,
  pick: (data: Data) => Connection<Node>,
  /** The filter is not known yet. */
  waiting = false,
): Pages<Node> {
  const print = JSON.stringify(filter);
  const [state, setState] = useState<{ print: string; after: string | null; before: Node[] }>({ print, after: null, before: [] });
  const fresh = state.print === print ? state : { print, after: null, before: [] };
  useEffect(() => {
    setState((was) => (was.print === print ? was : { print, after: null, before: [] }));
  }, [print]);
  const variables = { ...filter, after: fresh.after } as unknown as Variables;
  const [{ data, fetching, error, operation }, reload] = useQuery<Data, Variables>({
    query: document,
    variables,
    pause: waiting,
    requestPolicy: 'cache-and-network',
  } as never);
  // While an answer is on its way the former one stays in sight, but nothing goes on from it: its cursor is of another order.
  const answered = JSON.stringify(operation?.variables) === JSON.stringify(variables);
  const page = data && (answered || fresh.after === null) ? pick(data) : null;
  const nodes = [...fresh.before, ...(page?.nodes ?? [])];
  const cursor = answered && page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return {
    nodes,
    asked: filter,
    total: page?.totalCount ?? null,
    loading: (waiting || fetching) && !page,
    error: page ? undefined : error,
    reload: () => {
      setState({ print, after: null, before: [] });
      reload({ requestPolicy: 'network-only' });
    },
    more: cursor ? () => setState({ print, after: cursor, before: nodes }) : null,
  };
}
