import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('two half-empty trips become one: passengers get seats and new tickets on the other, and the first is cancelled', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Каракол', 31, 12);
  const seats = (await api.freeSeats(ride)).slice(0, 3);
  const number = await api.buy(ride, seats.slice(0, 2), [
    { lastName: 'Жумабекова', firstName: 'Айсулуу' },
    { lastName: 'Жумабеков', firstName: 'Нурлан' },
  ]);
  await api.buy(ride, seats.slice(2), [{ lastName: 'Осмонов', firstName: 'Тимур' }]);

  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', `/admin/trips/${encodeURIComponent(ride.tripId)}/move`, 'dispatcher@demo.beket.example.com');
  const choices = page.getByRole('region', { name: say('move.choices') });
  await choices.getByRole('row').nth(1).waitFor();
  await look(page, 'admin-move-choices');
  // Of the offered trips one with seats enough for all of them.
  const row = choices.getByRole('row').filter({ hasText: say('move.of', { some: 3, all: 3 }) }).first();
  await row.getByRole('button').click();
  await expect(page.getByText(say('move.going_few', { count: 3 })).first()).toBeVisible();
  const people = page.getByRole('region', { name: say('trip.passengers_few', { count: 3 }) });
  const plan = page.locator('section').filter({ has: page.locator('[data-seat]') });
  const vacant = plan.locator('[data-seat][data-status="FREE"]');
  if ((await vacant.count()) > 0) {
    await people.getByRole('button', { name: /Осмонов/ }).focus();
    await page.keyboard.press('Enter');
    const wish = vacant.last();
    const label = (await wish.getAttribute('data-seat'))!;
    await wish.focus();
    await page.keyboard.press('Enter');
    await expect(people.getByRole('button', { name: /Осмонов/ })).toContainText(`→ ${label}`);
  }
  await page.getByLabel(new RegExp(say('move.cancel', { number: '' }).split(' ')[0]!)).check();
  await look(page, 'admin-move');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-move-phone');
  await page.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });

  await page.getByRole('button', { name: say('move.confirm_few', { count: 3 }) }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(say('swap.messages', { count: 4 }))).toBeVisible();
  await look(page, 'admin-move-confirm');
  await dialog.getByRole('button', { name: say('move.sureCancel') }).click();
  await expect(page.getByText(say('move.done_few', { count: 3 }))).toBeVisible();
  await expect(page.getByRole('link', { name: say('board.back') })).toBeVisible();
  await page.getByRole('link', { name: say('move.toOther') }).click();
  await expect(page.getByRole('row').filter({ hasText: 'Осмонов' })).toBeVisible();

  await api.signInAsAdministrator();
  const mail = await api.newestMessage('buyer@example.org', new RegExp(number));
  expect(mail).toContain('Вместо рейса');
  await page.context().close();
});
