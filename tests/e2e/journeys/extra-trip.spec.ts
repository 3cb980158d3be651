import { DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { words } from '../support/words';

test('a full bus gets a second one, which passengers find at once', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.emptyRide('Бишкек', 'Ош', '604-0700');
  const page = await open(browser, DESKTOP, 'ru');
  await page.goto(`/admin/trips/${encodeURIComponent(ride.tripId)}`);
  await page.getByLabel(say('signIn.login')).fill('dispatcher@demo.beket.example.com');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByRole('button', { name: say('addTrip.start') }).click();
  const dialog = page.getByRole('dialog');
  // At the same time under the same number there is one already, and it says so before anything is sent.
  await expect(dialog.getByText('уже есть рейс с этим номером')).toBeVisible();
  await expect(dialog.getByRole('button', { name: say('addTrip.sure') })).toBeDisabled();
  const number = `D${Date.now() % 100_000}`;
  await dialog.getByLabel(say('addTrip.number')).fill(number);
  await expect(dialog.getByText(/Сразу в продаже/)).toBeVisible();
  await look(page, 'admin-extra-trip');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-extra-trip-phone');
  await page.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });
  await dialog.getByRole('button', { name: say('addTrip.sure') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);
  await page.context().close();
});
