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
  await one.keyboard.type('25');
  await one.keyboard.press('Enter');
  await expect(one.getByRole('dialog').getByText(say('run.passengers_one', { count: 1 }))).toBeVisible();
  await one.getByRole('button', { name: say('run.sure.delay') }).last().press('Enter');
  await expect(row(one)).toContainText(say('trips.delay', { minutes: 25 }));
  await look(one, 'admin-board');

  await expect(row(other)).toContainText(say('trips.delay', { minutes: 25 }));
  await row(other).focus();
  await other.keyboard.press(' ');
  await expect(other.getByRole('button', { name: say('run.report.BOARDING') })).toBeEnabled();
  // Whatever the keyboard's language: the key is what counts.
  await other.keyboard.press('KeyB');
  await expect(other.getByRole('dialog').getByText(say('run.does.BOARDING'))).toBeVisible();
  await other.keyboard.press('Enter');
  await expect(row(other)).toContainText(say('tripState.BOARDING'));
  await expect(row(one)).toContainText(say('tripState.BOARDING'));
  await row(other).focus();
  await other.keyboard.press('Enter');
  await other.getByRole('heading', { name: new RegExp(number) }).waitFor();

  await one.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(one, 'admin-board-phone');
  await one.context().close();
  await other.context().close();
});
