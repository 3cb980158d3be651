import { expect, open, PHONE, test } from '../support/browser';
import { chooseSeats, FAMILY, fillPassengers } from '../support/purchase';
import { words } from '../support/words';

test('a broken network loses nothing: words, the form as it was, and on', async ({ browser, api }) => {
  const say = words('web-public', 'ru');
  const common = words('web-shared', 'ru');
  const ride = await api.ride('Бишкек', 'Каракол', 8, 2);
  const page = await open(browser, PHONE, 'ru');
  await page.goto(`/trip?out=${encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`)}`);
  await chooseSeats(page, 0, 1);
  await page.getByRole('button', { name: say('seats.continue') }).click();
  await page.waitForURL(/\/passengers$/);
  await fillPassengers(page, 'ru', FAMILY.slice(0, 1), `net-${Date.now()}@example.org`);

  await page.context().setOffline(true);
  await expect(page.getByText(common('network.offline'))).toBeVisible();
  await page.getByRole('button', { name: say('passengers.continue') }).click();
  await expect(page.getByText(common('problem.network.title'))).toBeVisible();
  await expect(page.getByLabel(say('passenger.lastName')).first()).toHaveValue(FAMILY[0]!.lastName);

  await page.context().setOffline(false);
  await expect(page.getByText(common('network.offline'))).toBeHidden();
  await page.getByRole('button', { name: say('passengers.continue') }).click();
  await page.waitForURL(/\/payment$/);
  await page.context().close();
});
