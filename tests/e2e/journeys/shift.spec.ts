import { DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, test } from '../support/browser';
import { beginShift, openShift } from '../support/shift';
import { words } from '../support/words';

test('a cashier opens a shift, takes money for a reserved order, gives a ticket back, and hands the till over', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Талас', 6, 4);
  const seats = (await api.freeSeats(ride)).slice(0, 2);
  const { number } = await api.reserve(ride, seats, [
    { lastName: 'Кассирбекова', firstName: 'Айнура' },
    { lastName: 'Кассирбеков', firstName: 'Эрмек' },
  ]);
  await api.signInAsAdministrator();
  const sign = `К${Date.now() % 100_000}`;
  const { stations } = await api.ask<{ stations: { id: string; name: string }[] }>('{stations{id name}}');
  await api.ask('mutation($i:SaveDeskInput!){saveDesk(input:$i){__typename}}', { i: { stationId: stations[0]!.id, sign } });

  const page = await open(browser, DESKTOP, 'ru');
  await beginShift(page, sign, '1500.50');
  await look(page, 'admin-shift-open');
  await openShift(page, sign);
  const till = page.getByRole('region', { name: say('shift.xReport') });
  await expect(till).toContainText(/1\s500,50/);

  // The order that was reserved on the site, by its passenger's whole name.
  await page.getByLabel(say('shift.findOrder')).fill('Кассирбекова Айнура');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: number }).click();
  const atDesk = page.getByRole('region', { name: say('atDesk.title') });
  await atDesk.getByLabel(say('atDesk.received')).pressSequentially('5000');
  await look(page, 'admin-desk-take');
  await atDesk.getByRole('button', { name: /^Принять/ }).click();
  await expect(atDesk.getByText(say('atDesk.taken'))).toBeVisible();
  await expect(atDesk.getByText(/^Сдача:/).first()).toBeVisible();
  const print = atDesk.getByRole('link', { name: say('atDesk.print') });
  expect((await page.request.get((await print.getAttribute('href'))!)).headers()['content-type']).toBe('application/pdf');

  // One of the two changes their mind.
  await atDesk.getByRole('button', { name: say('atDesk.return') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().uncheck();
  await dialog.getByRole('button', { name: say('atDesk.quote') }).click();
  await expect(dialog.getByText(say('atDesk.back'))).toBeVisible();
  await look(page, 'admin-desk-return');
  await dialog.getByRole('button', { name: say('atDesk.give') }).click();
  await atDesk.getByRole('button', { name: /^Выдать .* наличными$/ }).click();
  await expect(page.getByText(/^Выдано:/)).toBeVisible();

  await page.getByRole('link', { name: say('nav.shift'), exact: true }).click();
  const operations = page.getByRole('region', { name: say('shift.operations') }).first();
  await expect(operations.getByText(say('shift.kind.RETURN'))).toBeVisible();
  await page.getByRole('button', { name: say('shift.move.COLLECTION') }).click();
  await dialog.getByLabel(say('shift.amount')).pressSequentially('1000');
  await dialog.getByRole('button', { name: say('shift.move.COLLECTION') }).click();
  await expect(page.getByText(say('shift.moved'))).toBeVisible();
  await look(page, 'admin-shift');
  const left = (await till.getByRole('row', { name: new RegExp(`^${say('shift.total.inTill')}`) }).textContent())!.replace(say('shift.total.inTill'), '');
  const counted = left.replaceAll(/[^\d,]/g, '').replace(',', '.');

  // A som less than there should be: it has to be explained.
  await page.getByRole('button', { name: say('shift.close') }).click();
  await dialog.getByLabel(/^Пересчитано/).pressSequentially((Number(counted) - 1).toFixed(2));
  await expect(dialog.getByText(/^Не хватает 1/)).toBeVisible();
  await dialog.getByRole('button', { name: say('shift.close') }).click();
  await expect(dialog.getByText(/не совпадает/)).toBeVisible();
  await dialog.getByLabel(say('shift.note')).fill('сдача мелочью');
  await dialog.getByRole('button', { name: say('shift.close') }).click();
  await expect(page.getByRole('region', { name: say('shift.zReport') })).toBeVisible();
  await look(page, 'admin-shift-z');
  const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say('shift.printZ') }).click()]);
  expect(paper.suggestedFilename()).toMatch(/^z-.*\.pdf$/);
  await page.context().close();

  // Whoever looks after the desks sees it among all shifts, with the som that is missing.
  const office = await open(browser, DESKTOP, 'ru');
  await office.goto('/admin/shifts');
  await office.getByLabel(say('signIn.login')).fill('accountant@demo.beket.example.com');
  await office.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await office.getByRole('button', { name: say('signIn.enter') }).click();
  const row = office.getByRole('row', { name: new RegExp(sign) });
  await expect(row).toContainText(/-1\sсом|−1\sсом/);
  await look(office, 'admin-shifts');
  await row.getByRole('link').click();
  await expect(office.getByRole('heading', { level: 1 })).toContainText(sign);
  await expect(office.getByText('сдача мелочью').first()).toBeVisible();
  await look(office, 'admin-shift-record');
  await office.context().close();
});
