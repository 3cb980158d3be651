import { expect, look, open, PHONE, test } from '../support/browser';
import { chooseSeats, FAMILY, fillPassengers, pay } from '../support/purchase';
import { words } from '../support/words';

test('one passenger of two gives the ticket back, and the seat is free for others at once', async ({ browser, api }) => {
  const say = words('web-public', 'ru');
  const ride = await api.ride('Бишкек', 'Каракол', 14, 4);
  const page = await open(browser, PHONE, 'ru');
  await page.goto(`/trip?out=${encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`)}&pax=ADULT%3A2`);
  const [seat] = await chooseSeats(page, 0, 2);
  await page.getByRole('button', { name: say('seats.continue') }).click();
  await page.waitForURL(/\/passengers$/);
  await fillPassengers(page, 'ru', FAMILY, `pair-${Date.now()}@example.org`);
  await page.getByRole('button', { name: say('passengers.continue') }).click();
  await page.waitForURL(/\/payment$/);
  await pay(page, 'ru');
  await expect(page.getByText(say('order.paidTitle'))).toBeVisible({ timeout: 30_000 });
  expect(await api.freeSeats(ride)).not.toContain(seat);

  await page.getByRole('button', { name: say('refund.start') }).click();
  const dialog = page.getByRole('dialog', { name: say('refund.title') });
  await dialog.getByRole('checkbox', { name: new RegExp(`${FAMILY[0]!.lastName}.*${say('seats.chosen_one', { seats: seat! })} `) }).check();
  await dialog.getByRole('button', { name: say('refund.count_one', { count: 1 }) }).click();
  await expect(dialog.getByText(say('refund.youGet'))).toBeVisible();
  await look(page, 'refund-quote');
  await dialog.getByRole('button', { name: say('refund.confirm') }).click();
  await expect(dialog.getByText(/^Возврат оформлен/)).toBeVisible();
  await dialog.getByRole('button', { name: say('refund.close') }).last().click();

  await expect(page.getByText(say('order.partlyTitle'))).toBeVisible();
  await expect(page.getByRole('img', { name: /^QR-код/ })).toHaveCount(1);
  await look(page, 'order-partly-refunded');
  await expect.poll(() => api.freeSeats(ride)).toContain(seat);
  await page.context().close();
});
