import { DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { chooseSeats, FAMILY, fillPassengers, pay } from '../support/purchase';
import { words } from '../support/words';

test('a vehicle is changed for a smaller one while somebody buys: everybody is seated anew and told', async ({ browser, api }) => {
  const [say, tell] = [words('web-admin', 'ru'), words('web-public', 'ru')];
  const ride = await api.emptyRide('Бишкек', 'Нарын', { seats: 19 });
  const free = await api.freeSeats(ride);
  // The last row goes with the big vehicle; the first stays.
  const [pair, first] = [free.slice(-2), free.slice(0, 1)];
  const number = await api.buy(ride, pair, [
    { lastName: 'Сыдыкова', firstName: 'Гүлнара' },
    { lastName: 'Сыдыков', firstName: 'Бекзат' },
  ]);
  await api.buy(ride, first, [{ lastName: 'Эсенов', firstName: 'Марат' }]);

  // A passenger has the map open and two seats chosen on it.
  const passenger = await open(browser, PHONE, 'ru');
  await passenger.goto(`/trip?out=${encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`)}&pax=ADULT:2`);
  await passenger.locator('[data-seat]').first().waitFor();
  const before = await passenger.locator('[data-seat]').count();
  await passenger.locator('[data-seat][data-status="FREE"]').nth(3).click();

  const page = await open(browser, DESKTOP, 'ru');
  await page.goto(`/admin/trips/${encodeURIComponent(ride.tripId)}`);
  await page.getByLabel(say('signIn.login')).fill('dispatcher@demo.beket.example.com');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByRole('link', { name: say('swap.title') }).click();
  const choice = page.getByLabel(say('swap.vehicle'));
  await choice.waitFor();
  await look(page, 'admin-swap-empty');
  const smaller = await choice.locator('option').evaluateAll((all, most) => {
    const found = all.map((one) => ({ value: (one as HTMLOptionElement).value, seats: Number(/— (\d+) /.exec(one.textContent ?? '')?.[1] ?? 0) }));
    return found.find((one) => one.seats > 8 && one.seats < most)?.value ?? '';
  }, before);
  expect(smaller).not.toBe('');
  await choice.selectOption(smaller);
  await page.getByRole('heading', { name: say('swap.after') }).waitFor();
  await expect(page.getByText(say('swap.move', { count: 2 }))).toBeVisible();
  await expect(page.getByText(say('swap.without', { count: 0 }))).toBeVisible();
  await look(page, 'admin-swap');

  // By keyboard: a person, then a seat.
  const people = page.getByRole('region', { name: say('trip.passengers_few', { count: 3 }) });
  const plan = page.getByRole('region', { name: say('swap.after') });
  await people.getByRole('button', { name: /Эсенов/ }).focus();
  await page.keyboard.press('Enter');
  await expect(plan.getByText(say('swap.pickSeat', { name: 'Эсенов Марат' }))).toBeVisible();
  const vacant = plan.locator('[data-seat][data-status="FREE"]');
  const byKey = (await vacant.nth(4).getAttribute('data-seat'))!;
  await vacant.nth(4).focus();
  await page.keyboard.press('Enter');
  await expect(people.getByRole('button', { name: /Эсенов/ })).toContainText(`${first[0]!} → ${byKey}`);
  // By dragging.
  const byHand = (await vacant.nth(6).getAttribute('data-seat'))!;
  await people.getByRole('button', { name: /Сыдыкова/ }).dragTo(vacant.nth(6));
  await expect(people.getByRole('button', { name: /Сыдыкова/ })).toContainText(`→ ${byHand}`);
  await expect(people.getByText(say('swap.byHand'))).toHaveCount(2);
  await look(page, 'admin-swap-corrected');
  await page.setViewportSize({ width: 820, height: 1180 });
  await look(page, 'admin-swap-tablet');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-swap-phone');
  await page.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });

  await page.getByRole('button', { name: say('swap.confirm'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(say('swap.messages', { count: 4 }))).toBeVisible();
  await look(page, 'admin-swap-confirm');
  await dialog.getByRole('button', { name: say('swap.confirmSure') }).click();
  await expect(page.getByText(say('swap.done', { count: 4 }))).toBeVisible();
  await page.getByRole('link', { name: say('board.back') }).click();
  await expect(page.locator('tr[aria-selected="true"]')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/trips\/[^/]+$/);
  await page.getByRole('heading', { name: say('run.title') }).waitFor();
  await look(page, 'admin-trip-swapped');

  // The buyer's map is the other vehicle's, without a reload, and the purchase goes on.
  await expect(passenger.getByText(tell('seats.swapped'))).toBeVisible();
  await expect(passenger.locator('[data-seat]')).not.toHaveCount(before);
  await expect(passenger.locator('[data-seat][data-status="CHOSEN"]')).toHaveCount(0);
  await look(passenger, 'seats-swapped-phone');
  await chooseSeats(passenger, 0, 2);
  await passenger.getByRole('button', { name: tell('seats.continue') }).click();
  await passenger.waitForURL(/\/passengers$/);
  await fillPassengers(passenger, 'ru', FAMILY, 'swap@example.org');
  await passenger.getByRole('button', { name: tell('passengers.continue') }).click();
  await passenger.waitForURL(/\/payment$/);
  await pay(passenger, 'ru');
  await expect(passenger.getByRole('article')).toHaveCount(2);

  // Whoever was moved has a new ticket by mail.
  await api.signInAsAdministrator();
  const mail = await api.newestMessage('buyer@example.org', new RegExp(`${pair[0]} → ${byHand}|→ ${byHand}`));
  expect(mail).toContain(number);
  await passenger.context().close();
  await page.context().close();
});
