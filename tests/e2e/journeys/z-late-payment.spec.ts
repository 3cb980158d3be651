import { expect, look, open, PHONE, test } from '../support/browser';
import { buyAlone, startPaying } from '../support/purchase';
import { words } from '../support/words';

// These push the demonstration's clock forward, so they come last.
const LONGER_THAN_ANY_HOLD_MINUTES = 60;

test('money that comes after the hold: the seat is still free, so it becomes a ticket', async ({ browser, api }) => {
  const say = words('web-public', 'ru');
  const ride = await api.ride('Бишкек', 'Каракол', 16, 4);
  const page = await open(browser, PHONE, 'ru');
  await buyAlone(page, 'ru', ride, `late-${Date.now()}@example.org`);
  await startPaying(page, 'ru');
  await api.advance(LONGER_THAN_ANY_HOLD_MINUTES);
  await page.locator('button[name="action"][value="pay"]').click();
  await page.waitForURL(/\/order\//);
  await expect(page.getByText(say('order.paidTitle'))).toBeVisible({ timeout: 30_000 });
  await page.context().close();
});

test('money that comes after the hold: the seat went to another, so it goes back', async ({ browser, api }) => {
  const say = words('web-public', 'ru');
  const ride = await api.ride('Бишкек', 'Каракол', 18, 4);
  const before = await api.freeSeats(ride);
  const page = await open(browser, PHONE, 'ru');
  await buyAlone(page, 'ru', ride, `late-${Date.now()}@example.org`);
  await startPaying(page, 'ru');
  const left = await api.freeSeats(ride);
  const [seat] = before.filter((label) => !left.includes(label));
  await api.advance(LONGER_THAN_ANY_HOLD_MINUTES);
  await expect.poll(() => api.freeSeats(ride)).toContain(seat);
  await api.hold(ride, [seat!]);
  await page.locator('button[name="action"][value="pay"]').click();
  await page.waitForURL(/\/order\//);
  await expect(page.getByText(say('order.lateTitle'))).toBeVisible({ timeout: 30_000 });
  await look(page, 'order-paid-too-late');
  await page.context().close();
});
