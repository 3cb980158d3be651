import {
  useClient,
  useMutation as urqlMutation,
  useQuery as urqlQuery,
  useSubscription as urqlSubscription,
  type AnyVariables,
  type Client,
  type OperationResult,
  type RequestPolicy,
  type TypedDocumentNode,
  type UseMutationResponse,
  type UseQueryResponse,
  type UseSubscriptionResponse,
} from 'urql';

/** A generated document: text that knows the types of its answer and variables. */
export interface DocumentText<Data, Variables> {
  toString(): string;
  __apiType?: (variables: Variables) => Data;
}

/** urql takes plain text or a syntax tree; the text keeps the bundle three times smaller. */
const asUrql = <Data, Variables>(document: DocumentText<Data, Variables>) => document.toString() as unknown as TypedDocumentNode<Data, Variables>;

interface Arguments<Data, Variables> {
  query: DocumentText<Data, Variables>;
  pause?: boolean;
  requestPolicy?: RequestPolicy;
  /** Kinds of things whose change makes the answer old, besides those that are in it. */
  context?: { additionalTypenames: string[] };
}
type WithVariables<Variables> = Record<string, never> extends Variables ? { variables?: Variables } : { variables: Variables };

export function useQuery<Data, Variables extends AnyVariables>(args: Arguments<Data, Variables> & WithVariables<Variables>): UseQueryResponse<Data, Variables> {
  return urqlQuery({ ...args, query: asUrql(args.query) } as never) as unknown as UseQueryResponse<Data, Variables>;
}

export function useMutation<Data, Variables extends AnyVariables>(document: DocumentText<Data, Variables>): UseMutationResponse<Data, Variables> {
  return urqlMutation(asUrql(document)) as unknown as UseMutationResponse<Data, Variables>;
}

export function useSubscription<Data, Variables extends AnyVariables>(
  args: Arguments<Data, Variables> & WithVariables<Variables>,
): UseSubscriptionResponse<Data, Variables> {
  return urqlSubscription({ ...args, query: asUrql(args.query) } as never) as unknown as UseSubscriptionResponse<Data, Variables>;
}

/** One query outside of rendering, past the cache. */
export function useAsk(): <Data, Variables extends AnyVariables>(document: DocumentText<Data, Variables>, variables: Variables) => Promise<OperationResult<Data, Variables>> {
  const client = useClient();
  return (document, variables) => client.query(asUrql(document), variables, { requestPolicy: 'network-only' }).toPromise();
}

export const sendMutation = <Data, Variables extends AnyVariables>(client: Client, document: DocumentText<Data, Variables>, variables: Variables): Promise<OperationResult<Data, Variables>> =>
  client.mutation(asUrql(document), variables).toPromise();
