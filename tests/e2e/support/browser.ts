import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base, type Browser, type Page } from '@playwright/test';
import { Api } from './api';
import type { Language } from './words';

export interface Device {
  name: 'phone' | 'desktop';
  width: number;
  height: number;
}
export const PHONE: Device = { name: 'phone', width: 390, height: 844 };
export const DESKTOP: Device = { name: 'desktop', width: 1280, height: 800 };

/** A page of its own device and language, that fails the journey on its errors and on what its CSP forbids. */
export async function open(browser: Browser, device: Device, language: Language, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const context = await browser.newContext({
    baseURL: base.info().project.use.baseURL,
    viewport: { width: device.width, height: device.height },
    locale: language === 'en' ? 'en-US' : 'ru-RU',
    timezoneId: 'Asia/Bishkek',
    hasTouch: device.name === 'phone',
    reducedMotion: 'reduce',
    colorScheme,
  });
  await context.addInitScript((code) => {
    // Letters in the mailbox are frames without storage.
    if (window.top === window && !localStorage.getItem('beket.language')) localStorage.setItem('beket.language', code);
  }, language);
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) throw new Error(message.text());
  });
  return page;
}

/** A picture for people, and a check that nothing keeps somebody out. */
export async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: new URL(`../screenshots/${name}.png`, import.meta.url).pathname, fullPage: true });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(tooWide, `${name} scrolls sideways`).toBeLessThanOrEqual(0);
  const result = await new AxeBuilder({ page }).setLegacyMode().withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
  const grave = result.violations.filter((one) => one.impact === 'serious' || one.impact === 'critical');
  expect(
    grave.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(' ')} ${node.html.slice(0, 160)}`).join(' | ')}`),
    `accessibility of ${name}`,
  ).toEqual([]);
}

export const test = base.extend<{ api: Api }>({
  api: async ({ request }, use) => {
    await use(new Api(request));
  },
});
export { expect };
