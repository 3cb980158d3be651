import { ADMINISTRATOR, DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { buyAlone, FAMILY, pay } from '../support/purchase';
import { words } from '../support/words';

test('the staff see the trip, the order and the letter of a passenger', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const email = `seen-${Date.now()}@example.org`;
  const ride = await api.ride('Бишкек', 'Нарын', 5, 2);
  const buyer = await open(browser, PHONE, 'ru');
  const number = await buyAlone(buyer, 'ru', ride, email);
  await pay(buyer, 'ru');
  await expect(buyer.getByText(words('web-public', 'ru')('order.paidTitle'))).toBeVisible({ timeout: 30_000 });
  await buyer.context().close();

  const page = await open(browser, DESKTOP, 'ru');
  await page.goto('/admin/');
  await page.getByLabel(say('signIn.login')).fill(ADMINISTRATOR);
  await page.getByLabel(say('signIn.password'), { exact: true }).fill('not the password');
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await expect(page.getByText(say('signIn.wrong'))).toBeVisible();
  await look(page, 'admin-sign-in');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('trips.title'));
  await page.getByRole('table').waitFor();
  await look(page, 'admin-trips');

  await page.goto(`/admin/trips/${encodeURIComponent(ride.tripId)}`);
  await page.locator('[data-seat]').first().waitFor();
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await look(page, 'admin-trip');

  await page.getByRole('link', { name: say('nav.orders') }).click();
  await page.getByLabel(say('orders.text')).fill(number);
  await expect(page.getByRole('row')).toHaveCount(2);
  await look(page, 'admin-orders');
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByText(FAMILY[0]!.lastName).first()).toBeVisible();
  await look(page, 'admin-order');

  await page.getByRole('link', { name: say('nav.mailbox') }).click();
  await page.getByLabel(say('mailbox.text')).fill(email);
  await expect(page.getByRole('main').getByText(email).first()).toBeVisible();
  await look(page, 'admin-mailbox');

  await page.getByRole('link', { name: say('nav.jobs') }).click();
  await page.getByRole('table').or(page.getByText(say('jobs.none'))).first().waitFor();
  await look(page, 'admin-jobs');

  await page.reload();
  await expect(page.getByRole('heading', { level: 1 }), 'the session survives a reload').toHaveText(say('jobs.title'));
  await page.getByRole('button', { name: say('signOut') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('signIn.title'));
  await page.context().close();
});
