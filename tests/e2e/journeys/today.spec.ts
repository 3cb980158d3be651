import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('the numbers of today lead to the lists behind them', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Каракол', 2, 1);
  await api.buy(ride, (await api.freeSeats(ride)).slice(0, 1), [{ lastName: 'ASANOVA', firstName: 'AIGUL' }]);
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/today');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('today.title'));
  const orders = page.getByRole('link', { name: say('today.ordersToday') });
  await expect(orders).toBeVisible();
  expect(Number.parseInt((await orders.textContent())!, 10)).toBeGreaterThan(0);
  await expect(page.getByRole('listitem').filter({ has: page.getByRole('link', { name: /заказ/ }) })).toHaveCount(14);
  await look(page, 'today');
  await orders.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('orders.title'));
  await page.locator('tbody tr').first().waitFor();
  await page.goBack();
  await page.getByRole('link', { name: say('today.cancelled') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('trips.title'));
  expect(new URL(page.url()).searchParams.get('state')).toBe('CANCELLED');
  await page.goBack();
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await expect(page.getByRole('heading', { name: say('today.trips') })).toBeVisible();
  await look(page, 'today-phone');
  await page.context().close();
});
