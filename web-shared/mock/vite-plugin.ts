import { readFileSync } from 'node:fs';
import type { IncomingMessage, Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { useServer } from 'graphql-ws/use/ws';
import type { Plugin } from 'vite';
import { WebSocketServer } from 'ws';
import { World } from './world.ts';

const languageOf = (header: unknown) => String(header ?? 'ru').slice(0, 2).toUpperCase() as 'RU';

/** Answers /graphql in the development server itself. Present only in `vite --mode mock`. */
export function mockServer(): Plugin {
  return {
    name: 'beket-mock',
    apply: (_config, { mode, command }) => mode === 'mock' && command === 'serve',
    configureServer(server) {
      const sdl = readFileSync(fileURLToPath(new URL('../../schema.graphql', import.meta.url)), 'utf8');
      const world = new World(sdl);
      server.middlewares.use('/graphql', (request: IncomingMessage, response) => {
        let text = '';
        request.on('data', (chunk) => (text += chunk));
        request.on('end', async () => {
          const lang = languageOf(request.headers['accept-language']);
          const staff = request.headers.authorization === 'Bearer staff';
          const answer = await world.answer(JSON.parse(text), { lang, staff });
          response.setHeader('Content-Type', 'application/json');
          response.end(JSON.stringify(answer));
        });
      });
      const sockets = new WebSocketServer({ noServer: true });
      useServer(
        {
          schema: world.schema,
          roots: { query: world.root(), subscription: world.root() },
          context: (context) => ({ lang: languageOf(context.connectionParams?.language), staff: true }),
        },
        sockets,
      );
      (server.httpServer as Server | null)?.on('upgrade', (request, socket, head) => {
        if (request.url !== '/graphql') return;
        sockets.handleUpgrade(request, socket, head, (one) => sockets.emit('connection', one, request));
      });
    },
  };
}
