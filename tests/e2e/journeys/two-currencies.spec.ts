import { expect, look, open, PHONE, test } from '../support/browser';
import { words } from '../support/words';

test('there and back in two currencies: said before the seats are held, with a way on', async ({ browser, api }) => {
  const say = words('web-public', 'ru');
  const [there, back] = [await api.ride('Бишкек', 'Алматы', 3, 1), await api.ride('Алматы', 'Бишкек', 5, 1)];
  const link = (ride: typeof there) => encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`);
  const page = await open(browser, PHONE, 'ru');
  await page.goto(`/trip?out=${link(there)}&ret=${link(back)}&pax=ADULT%3A1`);
  await expect(page.getByText(say('seats.mixed'))).toBeVisible();
  await expect(page.getByRole('button', { name: say('seats.continue') })).toHaveCount(0);
  await look(page, 'two-currencies-phone');
  await page.locator('[data-seat][data-status="FREE"]').first().click();
  await page.getByRole('link', { name: say('seats.onlyBack') }).click();
  await expect(page.getByText(say('seats.mixed'))).toHaveCount(0);
  await expect(page.locator('[data-seat][data-status="CHOSEN"]'), 'a seat chosen on the other trip').toHaveCount(0);
  await page.locator('[data-seat][data-status="FREE"]').first().click();
  await page.getByRole('button', { name: say('seats.continue') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('passengers.title'));
  await page.context().close();
});
