import type { Client as Socket } from 'graphql-ws';
import { cacheExchange, createClient, fetchExchange, subscriptionExchange, type Client } from 'urql';
import { reportNetwork } from './network';

/** Where the access token comes from. Kept outside so that this package knows no operations. */
export interface SessionPort {
  /** Null for a guest; renews the token when it is about to end. */
  accessToken(): Promise<string | null>;
  /** Asks for a new token once; null when there is no session any more. */
  refresh(): Promise<string | null>;
}

export interface GraphClient {
  client: Client;
  /** Closes the socket; the client must not be used afterwards. */
  close(): void;
}

const RETRY_WAITS_MS = [400, 1200, 3000];
const GATEWAY_STATUSES = new Set([502, 503, 504]);
const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A query may be repeated freely; a mutation is repeated only by the person (its idempotency key makes that safe). */
const isMutation = (body: unknown): boolean => typeof body === 'string' && /"query":"\s*mutation\b/.test(body);

async function fetchPatiently(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  const waits = isMutation(init.body) ? [] : RETRY_WAITS_MS;
  for (let attempt = 0; ; attempt += 1) {
    const pause = waits[attempt];
    try {
      const response = await fetch(input, init);
      if (!GATEWAY_STATUSES.has(response.status)) {
        reportNetwork('online');
        return response;
      }
      if (pause === undefined) return response;
    } catch (error) {
      if (init.signal?.aborted) throw error;
      reportNetwork(navigator.onLine === false ? 'offline' : 'unreachable');
      if (pause === undefined) throw error;
    }
    await wait(pause);
  }
}

/** HTTP for queries and mutations, graphql-transport-ws for subscriptions, both at /graphql. */
export function createGraphClient(language: string, session: SessionPort): GraphClient {
  const headers = (token: string | null) => ({
    'Accept-Language': language,
    ...(token ? { Authorization: `Bearer ${token}` } : {}),
  });

  const fetchWithSession = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const send = (token: string | null) =>
      fetchPatiently(input, { ...init, headers: { ...(init.headers as Record<string, string>), ...headers(token) } });
    const token = await session.accessToken();
    const response = await send(token);
    if (!token) return response;
    const refused = response.status === 401 || (await response.clone().text()).includes('"UNAUTHENTICATED"');
    if (!refused) return response;
    return send(await session.refresh());
  };

  // Fetched with the first subscription: the first page has none.
  let socket: Promise<Socket> | null = null;
  const openSocket = async (): Promise<Socket> => {
    const { createClient: createSocket } = await import('graphql-ws');
    return createSocket({
      url: () => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`,
      lazy: true,
      lazyCloseTimeout: 3000,
      keepAlive: 15_000,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: (retries) => wait(Math.min(500 * 2 ** retries, 10_000) + Math.random() * 500),
      connectionParams: async () => {
        const accessToken = await session.accessToken();
        return accessToken ? { accessToken, language } : { language };
      },
    });
  };

  const client = createClient({
    url: '/graphql',
    preferGetMethod: false,
    fetch: fetchWithSession as typeof fetch,
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: (request) => ({
          subscribe: (sink) => {
            let stop: (() => void) | null = null;
            let stopped = false;
            socket ??= openSocket();
            void socket.then((open) => {
              if (!stopped) stop = open.subscribe({ query: request.query ?? '', variables: request.variables as never }, sink as never);
            });
            return {
              unsubscribe: () => {
                stopped = true;
                stop?.();
              },
            };
          },
        }),
      }),
    ],
  });
  return { client, close: () => void socket?.then((open) => open.dispose()) };
}
