import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { beginShift, closeShift, openShift } from '../support/shift';
import { words } from '../support/words';

test('a cashier sells baggage and an extra to a passenger who has the ticket already, and gives both back with the ticket', async ({ browser, api }) => {
  test.setTimeout(180_000);
  const say = words('web-admin', 'ru');
  const ride = await api.emptyRide('Бишкек', 'Ош', '604-0700');
  const { number } = await api.reserve(ride, ['9'], [{ lastName: 'Чемоданов', firstName: 'Азат' }]);
  await api.signInAsAdministrator();
  const sign = `Б${Date.now() % 100_000}`;
  const { stations } = await api.ask<{ stations: { id: string; name: string }[] }>('{stations{id name}}');
  const home = stations.find((one) => one.name.includes('Бишкек')) ?? stations[0]!;
  await api.ask('mutation($i:SaveDeskInput!){saveDesk(input:$i){__typename}}', { i: { stationId: home.id, sign } });

  const page = await open(browser, DESKTOP, 'ru');
  await beginShift(page, sign, '5000');
  await openShift(page, sign);
  await page.getByLabel(say('shift.findOrder')).fill(number);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: number }).first().click();
  const atDesk = page.getByRole('region', { name: say('atDesk.title') });
  // Nothing is added before the ticket is paid.
  await expect(atDesk.getByRole('button', { name: /^Принять/ })).toBeVisible();
  await expect(atDesk.getByRole('button', { name: say('atDesk.ancillaries') })).toHaveCount(0);
  await atDesk.getByRole('button', { name: /^Принять/ }).click();
  await expect(atDesk.getByText(say('atDesk.taken'))).toBeVisible();

  await atDesk.getByRole('button', { name: say('atDesk.ancillaries') }).click();
  const dialog = page.getByRole('dialog');
  const kinds = dialog.getByRole('group', { name: /Чемоданов/ }).getByRole('textbox');
  await expect(kinds.first()).toBeFocused();
  // Without a piece nothing is sold.
  await dialog.getByRole('button', { name: /^Принять/ }).click();
  await expect(dialog.getByText(say('atDesk.ancillaryNone'))).toBeVisible();
  const group = dialog.getByRole('group', { name: /Чемоданов/ });
  // More than there may be stays as it was typed, and is not sold.
  await group.getByLabel(/^Большой рюкзак/).fill('99');
  await dialog.getByRole('button', { name: /^Принять/ }).click();
  await expect(group.getByText(/^Не больше \d+\.$/)).toBeVisible();
  await expect(group.getByLabel(/^Большой рюкзак/)).toHaveValue('99');
  await group.getByLabel(/^Большой рюкзак/).fill('1');
  await group.getByLabel(/^Носильщик до автобуса/).fill('1');
  await dialog.getByLabel(say('atDesk.received')).pressSequentially('5000');
  await expect(dialog.getByText(/Сдача/)).toBeVisible();
  await look(page, 'admin-ancillaries');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-ancillaries-phone');
  await page.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });
  await dialog.getByRole('button', { name: /^Принять/ }).click();
  await expect(atDesk.getByText(say('atDesk.ancillariesSold'))).toBeVisible();
  await look(page, 'admin-ancillaries-sold');
  // Whoever has lost the paper gets another one, whenever they come.
  await page.reload();
  const tickets = await atDesk.getByRole('link', { name: say('atDesk.print') }).getAttribute('href');
  expect((await page.request.get(tickets!)).status()).toBe(200);

  // The money is in the till, and the ticket's return takes both along.
  await atDesk.getByRole('button', { name: say('atDesk.return') }).click();
  await look(page, 'admin-ancillaries-return');
  await page.keyboard.press('Escape');

  await closeShift(page);
  await page.context().close();
});
