import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('a dispatcher runs the day from the board by keyboard, and another one sees it at once', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Каракол', 1, 2);
  await api.buy(ride, await api.freeSeats(ride).then((seats) => seats.slice(0, 1)), [{ lastName: 'Токтогулова', firstName: 'Айгүл' }]);
  const { number, date, stationId } = await api.tripOf(ride);
  const address = `/admin/board?station=${encodeURIComponent(stationId)}&date=${date}`;

  const one = await open(browser, DESKTOP, 'ru');
  const other = await open(browser, DESKTOP, 'ru');
  for (const page of [one, other]) {
    await signInAsStaff(page, 'ru', address, 'dispatcher@demo.beket.example.com');
    await page.getByRole('grid').waitFor();
  }
  const row = (page: typeof one) => page.getByRole('row').filter({ hasText: number });
  await expect(row(one)).toContainText('0 / 1');

  // To the trip by what is typed, then by the keys alone.
  await one.getByLabel(say('board.text')).fill(number);
  await expect(one.getByRole('row')).toHaveCount(2);
  await one.getByRole('row').nth(1).focus();
  await one.keyboard.press('ArrowDown');
  await expect(row(one)).toHaveAttribute('aria-selected', 'true');
  const delay = one.getByLabel(say('run.minutes'));
  await expect(delay).toBeEnabled();
  await one.keyboard.press('d');
  await expect(delay).toBeFocused();
  await one.keyboard.press('Escape');
  await expect(row(one)).toBeFocused();
  await one.keyboard.press('d');
  await one.keyboard.type('25');
  await one.keyboard.press('Enter');
  await expect(one.getByRole('dialog').getByText(say('run.passengers_one', { count: 1 }))).toBeVisible();
  await one.getByRole('button', { name: say('run.sure.delay') }).last().press('Enter');
  await expect(row(one)).toContainText(say('trips.delay', { minutes: 25 }));
  await expect(row(one)).toBeFocused();
  await look(one, 'admin-board');

  await expect(row(other)).toContainText(say('trips.delay', { minutes: 25 }));
  await row(other).focus();
  await other.keyboard.press(' ');
  await expect(other.getByRole('button', { name: say('run.report.BOARDING') })).toBeEnabled();
  // Whatever the keyboard's language: the key is what counts.
  await other.keyboard.press('KeyB');
  await expect(other.getByRole('dialog').getByText(say('run.does.BOARDING'))).toBeVisible();
  // It is tomorrow's.
  await expect(other.getByRole('dialog').getByText(/^Он отправляется только через \d+ (час|день)/)).toBeVisible();
  await expect(other.getByRole('dialog').getByRole('button', { name: say('run.sure.BOARDING') })).toBeFocused();
  await other.keyboard.press('Enter');
  await expect(row(other)).toContainText(say('tripState.BOARDING'));
  await expect(row(one)).toContainText(say('tripState.BOARDING'));
  await row(other).focus();
  await other.keyboard.press('Enter');
  await other.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
  // Back to the same row, and on from it.
  await other.goBack();
  await expect(row(other)).toHaveAttribute('aria-selected', 'true');
  await expect(row(other)).toBeFocused();
  await expect(other.getByRole('link', { name: say('board.vehicle') })).toBeVisible();
  await other.keyboard.press('KeyV');
  await other.getByText(say('swap.nothing')).waitFor();
  await other.goBack();
  await expect(row(other)).toBeFocused();
  await other.keyboard.press('ArrowDown');
  await expect(row(other)).not.toBeFocused();

  await one.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(one, 'admin-board-phone');
  await one.context().close();
  await other.context().close();
});

test('a dispatcher puts a crew on a trip and leaves a stop out from the board, by keyboard alone', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Каракол', 3, 2);
  const { number, date, stationId } = await api.tripOf(ride);
  await api.signInAsAdministrator();
  const surname = `Жумабеков${String(Date.now()).slice(-6).replaceAll(/\d/g, (digit) => 'абвгдежзик'[Number(digit)]!)}`;
  await api.driverWithEndedLicence(ride, surname, 'Нурлан');

  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', `/admin/board?station=${encodeURIComponent(stationId)}&date=${date}`, 'dispatcher@demo.beket.example.com');
  await page.getByLabel(say('board.text')).fill(number);
  const row = page.getByRole('row').filter({ hasText: number });
  await expect(page.getByRole('row')).toHaveCount(2);
  await row.focus();
  await page.keyboard.press('ArrowDown');
  const dialog = page.getByRole('dialog');

  // A driver whose licence has ended: only with a reason.
  await expect(page.getByRole('button', { name: say('crew.title') })).toBeEnabled();
  await page.keyboard.press('c');
  const drivers = dialog.getByRole('combobox', { name: say('drivers.title') });
  await expect(dialog.getByText(say('run.untold'))).toBeVisible();
  await drivers.focus();
  // Whoever was to drive it before.
  for (let one = 0; one < 4; one += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type(surname);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(say('crew.against'))).toBeVisible();
  // Escape shuts the list of names and leaves the form.
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: say('crew.sure') }).press('Enter');
  await expect(dialog.getByText(say('form.required'))).toBeVisible();
  await expect(dialog.getByLabel(say('crew.reason'))).toBeFocused();
  await page.keyboard.type('Новое удостоверение получено, в базе завтра');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(say('crew.done'))).toBeVisible();
  await expect(row).toContainText(surname);
  await expect(row).toContainText(say('board.alarm.PAPER_EXPIRED'));
  await expect(row).toBeFocused();

  // A stop on the way, and back again.
  await page.keyboard.press('KeyL');
  const stop = dialog.getByLabel(say('trip.stop'));
  await expect(stop).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByText(say('skip.lead'))).toBeVisible();
  await expect(dialog.getByRole('list')).toContainText(/./);
  const named = ((await stop.locator('option:checked').textContent()) ?? '').split(' · ')[1]!;
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const passing = page.getByText(say('skip.passing', { stops: named }));
  await expect(passing).toBeVisible();
  await expect(row).toBeFocused();
  await look(page, 'admin-board-left-out');
  await row.focus();
  await page.keyboard.press('l');
  await stop.selectOption({ label: await stop.locator('option', { hasText: named }).textContent() ?? '' });
  await dialog.getByRole('button', { name: say('skip.sureBack') }).press('Enter');
  await expect(passing).toBeHidden();
  await page.context().close();
});
