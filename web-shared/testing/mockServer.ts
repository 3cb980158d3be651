import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { World } from '../mock/world';

const sdl = readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8');
type Lang = 'RU' | 'KY' | 'EN';

/** The pretend server of the running test; each test begins with a new one. */
let world = new World(sdl);
export const currentWorld = (): World => world;
export const newWorld = (): void => {
  world = new World(sdl);
};

export const server = setupServer(
  http.post('*/graphql', async ({ request }) => {
    const body = (await request.json()) as { query: string; variables?: Record<string, unknown> };
    const lang = (request.headers.get('accept-language') ?? 'ru').slice(0, 2).toUpperCase() as Lang;
    const answer = await world.answer(body, { lang, staff: true });
    return HttpResponse.json(JSON.parse(JSON.stringify(answer)) as object);
  }),
);

/** Stands in for graphql-ws: events of the pretend server without a socket. */
export const pretendSocket = {
  subscribe(payload: { query: string; variables?: Record<string, unknown> | null }, sink: { next: (value: never) => void }) {
    let over = false;
    void (async () => {
      const events = await world.stream(payload, { lang: 'RU', staff: true });
      if (!(Symbol.asyncIterator in events)) return;
      for await (const event of events) {
        if (over) return;
        sink.next(JSON.parse(JSON.stringify(event)) as never);
      }
    })().catch(() => undefined); // One that is refused ends, as over a socket.
    return () => {
      over = true;
    };
  },
  dispose() {},
};
