import { expect, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';

/** As the page writes a moment in English. */
const shown = (at: string, timeZone: string): string => {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone, day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(at)).map((part) => [part.type, part.value]));
  return `${parts.day} ${parts.month} ${parts.year}, ${parts.hour}:${parts.minute}`;
};

test('the office reads one clock, the station’s, wherever the browser is', async ({ browser, api }) => {
  const ride = await api.ride('Бишкек', 'Каракол', 3, 1);
  const number = await api.buy(ride, (await api.freeSeats(ride)).slice(0, 1), [{ lastName: 'ASANOV', firstName: 'TILEK' }]);
  await api.signInAsAdministrator();
  const { orders } = await api.ask<{ orders: { nodes: { id: string; createdAt: string }[] } }>('query($text: String) { orders(filter: { text: $text }, first: 1) { nodes { id createdAt } } }', { text: number });
  const { id, createdAt } = orders.nodes[0]!;

  const context = await browser.newContext({ baseURL: test.info().project.use.baseURL, timezoneId: 'UTC', viewport: { width: 1280, height: 800 } });
  await context.addInitScript(() => localStorage.setItem('beket.language', 'en'));
  const page = await context.newPage();
  await signInAsStaff(page, 'en', `/admin/orders/${encodeURIComponent(id)}`);
  const made = shown(createdAt, 'Asia/Bishkek');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
  await expect(page.getByText(made).first()).toBeVisible();
  await expect(page.getByText(shown(createdAt, 'UTC'))).toHaveCount(0);
  await page.goto('/admin/orders');
  await expect(page.getByRole('row').filter({ hasText: number })).toContainText(made);
  await context.close();
});
