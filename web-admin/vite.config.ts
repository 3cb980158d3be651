import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { summary } from '../web-shared/build/summary.ts';
import { mockServer } from '../web-shared/mock/index.ts';

const server = process.env.BEKET_URL ?? 'http://localhost:8080';

export default defineConfig({
  base: '/admin/',
  plugins: [react(), mockServer(), summary('web-admin')],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The second page is the explorer that browsers see at /graphql; nobody waits for its editor anywhere else.
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: ['index.html', 'explorer.html'],
      // The explorer's packages carry a mark for a compiler that is not used here.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  server: {
    port: 5174,
    proxy: {
      '/graphql': { target: server, ws: true },
      '/sandbox': server,
      '/tickets': server,
      '/exports': server,
    },
  },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['web-shared/testing'],
    css: false,
    testTimeout: 20_000,
  },
});
