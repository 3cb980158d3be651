import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { mockServer } from '../web-shared/mock/index.ts';

const server = process.env.BEKET_URL ?? 'http://localhost:8080';

export default defineConfig({
  base: '/admin/',
  plugins: [react(), mockServer()],
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // The second page is the explorer that browsers see at /graphql.
    rolldownOptions: { input: ['index.html', 'explorer.html'] },
  },
  server: {
    port: 5174,
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
