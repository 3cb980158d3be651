import { defineConfig } from '@playwright/test';
import journeys from './playwright.config';

/**
 * The pictures of the README and the guide: `npm run pictures` takes them anew, `npm run pictures:check` fails where the sites have come
 * to look otherwise. BASE_URL and CHROMIUM_PATH as for the journeys.
 */
export default defineConfig({
  ...journeys,
  testDir: './pictures',
  snapshotPathTemplate: '{testDir}/../../../docs/pictures/{arg}{ext}',
  expect: {
    ...journeys.expect,
    // Edges of letters differ from one build of the browser to another; one more entry of a menu is more.
    toHaveScreenshot: { threshold: 0.1, maxDiffPixels: 300, animations: 'disabled', caret: 'hide' },
  },
});
