import { addDays } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('nonsense in a link is said to be such, with a way on', async ({ browser, api }) => {
  const say = words('web-public', 'ru');
  const [from, to, today] = [await api.place('Бишкек'), await api.place('Каракол'), await api.today()];
  const page = await open(browser, PHONE, 'ru');
  const search = page.getByRole('button', { name: say('search.submit'), exact: true });

  await page.goto(`/search?from=${from}&to=${to}&date=2026-99-99`);
  await expect(page.getByText(say('results.incomplete'))).toBeVisible();
  await expect(page.getByRole('combobox', { name: say('search.from'), exact: true }), 'what could be understood is kept').toHaveValue('Бишкек');
  await look(page, 'nonsense-date');
  await search.click();
  await page.getByRole('article').first().waitFor();

  for (const address of [`from=nowhere&to=${to}&date=${today}`, `from=${from}&to=${from}&date=${today}`, `from=${from}&to=${to}&date=${today}&pax=MARTIAN%3A2`]) {
    await page.goto(`/search?${address}`);
    await expect(page.getByText(say('results.unknown')), address).toBeVisible();
    await expect(search).toBeVisible();
  }
  await look(page, 'nonsense-place');

  await page.goto(`/search?from=${from}&to=${to}&date=${addDays(today, -400)}`);
  await expect(page.getByText(say('results.past'))).toBeVisible();
  await look(page, 'nonsense-past');
  await page.getByRole('button', { name: say('results.today') }).click();
  await page.waitForURL(new RegExp(`date=${today}`));

  for (const address of ['/trip?out=zzz~0~1', '/trip?out=broken', '/trip']) {
    await page.goto(address);
    await expect(page.getByText(address.includes('zzz') ? say('seats.noTrip') : say('seats.nothing')), address).toBeVisible();
    await expect(page.getByRole('main').getByRole('link', { name: say('notFound.home') })).toBeVisible();
  }
  await look(page, 'nonsense-trip');

  await page.goto('/board/nonsense');
  await expect(page.getByText(say('stations.none'))).toBeVisible();
  await expect(page.getByText(say('board.none')), 'not an empty board').toBeHidden();
  await look(page, 'nonsense-board');
  await page.getByRole('link', { name: say('stations.choose') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('stations.title'));

  await page.goto('/order/BK-NONE-NONE');
  await expect(page.getByText(say('order.notFound'))).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: say('orders.title') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('orders.title'));
  await page.context().close();
});

test("nonsense in a link of the staff's site", async ({ browser }) => {
  const say = words('web-admin', 'ky');
  const page = await open(browser, DESKTOP, 'ky');
  await signInAsStaff(page, 'ky');
  await page.goto('/admin/trips?date=2026-99-99&state=ASLEEP');
  await page.getByRole('table').waitFor();
  await page.goto('/admin/trips/nonsense');
  await expect(page.getByText(say('trip.notFound'))).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: say('trips.title') }).click();
  await page.getByRole('table').waitFor();
  await page.getByLabel(say('trips.date'), { exact: true }).click();
  await look(page, 'admin-date');
  await page.context().close();
});
