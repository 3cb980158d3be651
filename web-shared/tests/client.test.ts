import { http, HttpResponse } from 'msw';
import { CombinedError } from 'urql';
import { beforeEach, describe, expect, test } from 'vitest';
import { createGraphClient, createSession, problemOf, type SessionPort } from '../src';
import { server } from '../testing/mockServer';

const refusal = HttpResponse.json.bind(null, { errors: [{ message: 'sign in', extensions: { code: 'UNAUTHENTICATED' } }] });

function port(tokens: (string | null)[]): SessionPort & { refreshed: number } {
  const self = {
    refreshed: 0,
    accessToken: async () => 'old',
    refresh: async () => {
      self.refreshed += 1;
      return tokens.shift() ?? null;
    },
  };
  return self;
}

describe('the client', () => {
  test('says the language and the token', async () => {
    let seen: Headers | undefined;
    server.use(
      http.post('*/graphql', ({ request }) => {
        seen = request.headers;
        return HttpResponse.json({ data: { site: { name: 'Бекет' } } });
      }),
    );
    await createGraphClient('ky', port([])).client.query('{ site { name } }', {}).toPromise();
    expect(seen?.get('accept-language')).toBe('ky');
    expect(seen?.get('authorization')).toBe('Bearer old');
  });

  test('renews the token once and repeats the request', async () => {
    server.use(
      http.post('*/graphql', ({ request }) =>
        request.headers.get('authorization') === 'Bearer new' ? HttpResponse.json({ data: { site: { name: 'Бекет' } } }) : refusal(),
      ),
    );
    const session = port(['new']);
    const { data } = await createGraphClient('ru', session).client.query('{ site { name } }', {}).toPromise();
    expect(data).toEqual(expect.objectContaining({ site: expect.objectContaining({ name: 'Бекет' }) as object }));
    expect(session.refreshed).toBe(1);
  });

  test('a second refusal is an answer, not a loop', async () => {
    server.use(http.post('*/graphql', () => refusal()));
    const session = port([null]);
    const { error } = await createGraphClient('ru', session).client.query('{ site { name } }', {}).toPromise();
    expect(error?.graphQLErrors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(session.refreshed).toBe(1);
  });

  test('a query is repeated over a broken network, a mutation is not', async () => {
    let queries = 0;
    let mutations = 0;
    server.use(
      http.post('*/graphql', async ({ request }) => {
        const { query } = (await request.json()) as { query: string };
        if (query.startsWith('mutation')) {
          mutations += 1;
          return HttpResponse.error();
        }
        queries += 1;
        return queries < 2 ? HttpResponse.error() : HttpResponse.json({ data: { site: { name: 'Бекет' } } });
      }),
    );
    const { client } = createGraphClient('ru', port([]));
    expect((await client.query('query { site { name } }', {}).toPromise()).error).toBeUndefined();
    expect(queries).toBe(2);
    expect((await client.mutation('mutation { signOut { ok } }', {}).toPromise()).error?.networkError).toBeDefined();
    expect(mutations).toBe(1);
  });
});

describe('the session', () => {
  beforeEach(() => localStorage.clear());
  test('without a mark nothing is asked', async () => {
    let asked = 0;
    const session = createSession<{ id: string }>({ mark: 'm', ask: async () => ((asked += 1), 'refused') });
    await session.start();
    expect(asked).toBe(0);
    expect(await session.port.accessToken()).toBeNull();
  });
  test('many requests at once refresh once', async () => {
    let asked = 0;
    const session = createSession<{ id: string }>({ mark: 'm', ask: async () => ((asked += 1), { accessToken: 't', me: { id: 'a' } }) });
    const tokens = await Promise.all([session.port.refresh(), session.port.refresh(), session.port.refresh()]);
    expect(tokens).toEqual(['t', 't', 't']);
    expect(asked).toBe(1);
    expect(localStorage.getItem('m')).toBe('1');
  });
  test('a refusal ends the session; an unreachable server does not', async () => {
    const answers: ('refused' | 'unknown')[] = ['unknown', 'refused'];
    const session = createSession<{ id: string }>({ mark: 'm', ask: async () => answers.shift() ?? 'refused' });
    session.signedIn({ accessToken: 't', me: { id: 'a' } });
    await session.port.refresh();
    expect(localStorage.getItem('m')).toBe('1');
    await session.port.refresh();
    expect(localStorage.getItem('m')).toBeNull();
  });
});

describe('an error of the server', () => {
  const problem = (extensions: Record<string, unknown>) => problemOf(new CombinedError({ graphQLErrors: [{ message: 'English words', extensions }] }));
  test('is told by its code', () => {
    expect(problem({ code: 'FORBIDDEN' }).kind).toBe('forbidden');
    expect(problem({ code: 'RATE_LIMITED', retryAfterSeconds: 61 })).toMatchObject({ kind: 'rateLimited', waitMinutes: 2 });
    expect(problem({ code: 'INTERNAL', traceId: 'abc' })).toMatchObject({ kind: 'server', traceId: 'abc' });
    expect(problem({ code: 'A_NEW_ONE' }).kind).toBe('server');
    expect(problemOf(new CombinedError({ networkError: new Error('offline') })).kind).toBe('network');
  });
});
