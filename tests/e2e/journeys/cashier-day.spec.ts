import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { Printer } from '../support/printer';
import { beginShift, openShift } from '../support/shift';
import { words } from '../support/words';

test('a cashier’s day: an order that waited for the desk, tickets on paper, an exchange, a return, a mistake, the safe and the Z report', async ({ browser, api }) => {
  test.setTimeout(240_000);
  const [say, tell] = [words('web-admin', 'ru'), words('web-public', 'ru')];
  const printer = await Printer.start();
  // Somebody chooses seats on a phone and wants to pay in cash.
  const ride = await api.emptyRide('Бишкек', 'Ош', '604-0700');
  const { order, number } = await api.reserve(ride, ['7', '8'], [
    { lastName: 'Кассадан', firstName: 'Алмаз' },
    { lastName: 'Кассадан', firstName: 'Нур' },
  ]);
  await api.signInAsAdministrator();
  const sign = `Д${Date.now() % 100_000}`;
  const { stations } = await api.ask<{ stations: { id: string; name: string }[] }>('{stations{id name}}');
  const home = stations.find((one) => one.name.includes('Бишкек')) ?? stations[0]!;
  await api.ask('mutation($i:SaveDeskInput!){saveDesk(input:$i){__typename}}', { i: { stationId: home.id, sign, printer: printer.address } });

  const phone = await open(browser, PHONE, 'ru');
  await phone.goto(`/order/${number}#${order.secret}`);
  await phone.getByRole('button', { name: tell('order.pay'), exact: true }).click();
  await phone.getByRole('radio', { name: new RegExp(tell('payment.desk')) }).click();
  await look(phone, 'payment-at-desk');
  await phone.getByRole('button', { name: /^Забронировать до/ }).click();
  await expect(phone.getByText(/^Места ждут вас в кассе до/)).toBeVisible();
  await look(phone, 'order-reserved');

  const page = await open(browser, DESKTOP, 'ru');
  await beginShift(page, sign, '20000');
  await openShift(page, sign);

  // They come and say the number: money, tickets from the printer, and their phone knows.
  const find = async (text: string) => {
    await page.getByRole('link', { name: say('nav.shift'), exact: true }).click();
    await page.getByLabel(say('shift.findOrder')).fill(text);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: say('nav.orders') })).toBeVisible();
    await page.getByRole('link', { name: text.startsWith('BK') ? text : /^BK-/ }).first().click();
  };
  await find(number);
  await expect(page.getByText(say('order.reservedUntil'))).toBeVisible();
  const atDesk = page.getByRole('region', { name: say('atDesk.title') });
  await atDesk.getByLabel(say('atDesk.received')).pressSequentially('10000');
  await atDesk.getByRole('button', { name: /^Принять/ }).click();
  await expect(atDesk.getByText(say('atDesk.taken'))).toBeVisible();
  await atDesk.getByRole('button', { name: say('printer.tickets') }).click();
  await expect(atDesk.getByText(say('printer.printed'))).toBeVisible();
  expect(printer.slips).toHaveLength(2);
  expect(printer.slips.every((rows) => rows > 600)).toBe(true);
  await look(page, 'admin-desk-printed');
  await expect(phone.getByText(tell('order.paidTitle'))).toBeVisible();
  await phone.context().close();

  // One of them wants a berth: the difference is paid here, and its new ticket printed; the other's is a copy now.
  await page.getByRole('link', { name: say('exchanging.start') }).click();
  await page.getByLabel(/Кассадан Нур/).uncheck();
  await page.getByLabel(/604V-1830/).check();
  await page.getByRole('button', { name: say('exchanging.count') }).click();
  await page.getByRole('region', { name: say('exchanging.offer') }).getByRole('button', { name: say('exchanging.hold') }).click();
  await page.getByRole('button', { name: say('exchanging.back') }).click();
  await atDesk.getByLabel(say('atDesk.received')).pressSequentially('10000');
  await atDesk.getByRole('button', { name: /^Принять/ }).click();
  await expect(atDesk.getByText(say('atDesk.taken'))).toBeVisible();
  await expect(page.getByText(say('exchangeState.DONE')).first()).toBeVisible();
  await atDesk.getByRole('button', { name: say('printer.tickets') }).click();
  await expect(atDesk.getByText(say('printer.printed'))).toBeVisible();
  expect(printer.slips).toHaveLength(4);
  // The berth is a new ticket; of the other, who rides as before, it is a copy, and its slip is longer for saying so.
  expect(new Set(printer.slips).size).toBeGreaterThan(1);

  // The other one stays at home.
  await atDesk.getByRole('button', { name: say('atDesk.return') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: /Алмаз/ }).uncheck();
  await dialog.getByRole('button', { name: say('atDesk.quote') }).click();
  await dialog.getByRole('button', { name: say('atDesk.give') }).click();
  await atDesk.getByRole('button', { name: /^Выдать .* наличными$/ }).click();
  await expect(page.getByText(/^Выдано:/)).toBeVisible();

  // The next one is sold the wrong trip: it is undone, fees and all.
  const [seat] = await api.freeSeats(ride);
  const wrong = await api.reserve(ride, [seat!], [{ lastName: 'Жаңылыш', firstName: 'Бермет' }]);
  await find(wrong.number);
  await atDesk.getByLabel(say('atDesk.received')).pressSequentially('5000');
  await atDesk.getByRole('button', { name: /^Принять/ }).click();
  await expect(atDesk.getByText(say('atDesk.taken'))).toBeVisible();
  await atDesk.getByRole('button', { name: say('atDesk.annul') }).click();
  await dialog.getByLabel(say('atDesk.annulReason')).fill('Нужен был рейс на завтра');
  await look(page, 'admin-desk-annul');
  await dialog.getByRole('button', { name: say('atDesk.annul') }).click();
  await expect(page.getByText(/^Продажа аннулирована\. Верните:/)).toBeVisible();
  await expect(page.getByText(say('refundReason.ANNULLED')).first()).toBeVisible();
  await look(page, 'admin-desk-annulled');

  // The printer is gone: the cashier is told, and the shift goes on.
  printer.stop();
  await find(number);
  await atDesk.getByRole('button', { name: say('printer.tickets') }).click();
  await expect(atDesk.getByText(/Принтер не отвечает/)).toBeVisible({ timeout: 20_000 });
  await look(page, 'admin-desk-no-printer');

  await page.getByRole('link', { name: say('nav.shift'), exact: true }).click();
  const till = page.getByRole('region', { name: say('shift.xReport') });
  await page.getByRole('button', { name: say('shift.move.COLLECTION') }).click();
  await dialog.getByLabel(say('shift.amount')).pressSequentially('15000');
  await dialog.getByRole('button', { name: say('shift.move.COLLECTION') }).click();
  await expect(page.getByText(say('shift.moved'))).toBeVisible();
  await look(page, 'admin-shift-day');
  const left = (await till.getByRole('row', { name: new RegExp(`^${say('shift.total.inTill')}`) }).textContent())!.replace(say('shift.total.inTill'), '');
  await page.getByRole('button', { name: say('shift.close') }).click();
  await dialog.getByLabel(/^Пересчитано/).pressSequentially(left.replaceAll(/[^\d,]/g, '').replace(',', '.'));
  await dialog.getByRole('button', { name: say('shift.close') }).click();
  await expect(page.getByRole('region', { name: say('shift.zReport') })).toBeVisible();
  const [paper] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say('printer.asFile') }).click()]);
  expect(paper.suggestedFilename()).toMatch(/^z-.*\.pdf$/);
  await page.context().close();
});
