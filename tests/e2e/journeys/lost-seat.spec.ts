import { DESKTOP, expect, look, open, test } from '../support/browser';
import { words } from '../support/words';

test('a seat is lost to another buyer while looking at the map', async ({ browser, api }) => {
  const say = words('web-public', 'ru');
  const ride = await api.ride('Бишкек', 'Ош', 4, 6);
  const [first, second] = await api.freeSeats(ride);
  const page = await open(browser, DESKTOP, 'ru');
  await page.goto(`/trip?out=${encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`)}`);
  const seat = page.locator(`[data-seat="${first}"]`);
  await seat.click();
  await expect(seat).toHaveAttribute('data-status', 'CHOSEN');

  await api.hold(ride, [first!]);

  await expect(seat, 'the map changes by itself').toHaveAttribute('data-status', /HELD|SOLD/);
  await expect(page.getByText(say('seats.lost_one', { seats: first! }))).toBeVisible();
  await look(page, 'lost-seat');

  // The keyboard alone is enough to choose another one.
  const other = page.locator(`[data-seat="${second}"]`);
  await other.focus();
  await page.keyboard.press('Space');
  await expect(other).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: say('seats.continue') }).click();
  await page.waitForURL(/\/passengers$/);
  await page.context().close();
});
