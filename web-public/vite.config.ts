import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { summary } from '../web-shared/build/summary.ts';
import { mockServer } from '../web-shared/mock/index.ts';

const server = process.env.BEKET_URL ?? 'http://localhost:8080';

export default defineConfig({
  base: '/',
  plugins: [react(), mockServer(), summary('web-public')],
  build: { target: 'es2022', manifest: true, sourcemap: false, modulePreload: { polyfill: false } },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: server, ws: true },
      '/sandbox': server,
      '/tickets': server,
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
