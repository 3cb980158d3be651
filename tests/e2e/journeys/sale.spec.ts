import { ADMINISTRATOR, DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, test } from '../support/browser';
import { closeShift } from '../support/shift';
import { words } from '../support/words';

/** A new page has half a minute for what a practised cashier does without a mouse. */
const HALF_A_MINUTE_MS = 30_000;

const typedDay = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-').toReversed().join('.');

test('a cashier sells two seats by keyboard alone, in half a minute, from the trip to the change', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  await api.signInAsAdministrator();
  const sign = `П${Date.now() % 100_000}`;
  const { stations } = await api.ask<{ stations: { id: string; name: string }[] }>('{stations{id name}}');
  const home = stations.find((one) => one.name.includes('Бишкек')) ?? stations[0]!;
  const saved = await api.ask<{ saveDesk: { desk: { id: string } } }>('mutation($i:SaveDeskInput!){saveDesk(input:$i){...on DeskSaved{desk{id}}}}', { i: { stationId: home.id, sign } });

  const page = await open(browser, DESKTOP, 'ru');
  await page.goto('/admin/sale');
  await page.getByLabel(say('signIn.login')).fill(ADMINISTRATOR);
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByRole('link', { name: say('sale.openShift') }).or(page.getByRole('combobox', { name: say('sale.from'), exact: true })).waitFor();
  await look(page, 'admin-sale-closed');
  const shift = { deskId: saved.saveDesk.desk.id, float: [], idempotencyKey: `sale-journey-${Date.now()}` };
  await api.ask('mutation($i:OpenShiftInput!){openShift(input:$i){__typename}}', { i: shift });
  await page.reload();

  const { keyboard } = page;
  const from = page.getByRole('combobox', { name: say('sale.from'), exact: true });
  await expect(from).toHaveValue(home.name);
  await expect(page.getByRole('combobox', { name: say('sale.to'), exact: true })).toBeFocused();
  const began = Date.now();
  // The town, and the first that goes there.
  await keyboard.type('Талас');
  await keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: say('sale.to'), exact: true })).toHaveValue('Талас');
  await page.getByLabel(say('sale.day'), { exact: true }).focus();
  await keyboard.press('Control+A');
  await keyboard.type(typedDay(5));
  await keyboard.press('Tab');
  const rides = page.getByRole('listbox', { name: say('sale.rides') });
  await expect(rides).toBeFocused();
  await keyboard.press('End');
  await look(page, 'admin-sale-ride');
  await keyboard.press('Enter');
  // Two seats: the one that was proposed, and one more by its number.
  const seats = page.getByLabel(say('sale.seatNumbers'));
  await expect(seats).toBeFocused();
  const proposed = await seats.inputValue();
  expect(proposed).not.toBe('');
  const free = page.getByRole('button', { name: /свободно/i });
  const others = await free.evaluateAll((all) => all.map((one) => one.getAttribute('data-seat')));
  const other = others.find((label) => label && label !== proposed)!;
  await keyboard.type(`${proposed} ${other}`);
  await look(page, 'admin-sale-seats');
  await keyboard.press('Enter');
  // One passport by a scanner that types, one identity card by hand.
  const first = page.getByLabel(say('sale.document'), { exact: true }).first();
  await expect(first).toBeFocused();
  await keyboard.insertText('P<KGZASANOV<<BAKYT<<<<<<<<<<<<<<<<<<<<<<<<<<AC12345674KGZ8503150M3001019<<<<<<<<<<<<<<00');
  await expect(page.getByLabel(say('sale.lastName')).first()).toHaveValue('Asanov');
  await expect(page.getByLabel(say('sale.birthDate')).first()).toHaveValue('15.03.1985');
  for (let field = 0; field < 6; field += 1) await keyboard.press('Enter');
  while (!(await page.getByLabel(say('sale.document'), { exact: true }).nth(1).evaluate((one) => one === document.activeElement))) await keyboard.press('Enter');
  await keyboard.type('ID7654321');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('Асанова');
  await keyboard.press('Enter');
  await keyboard.type('Нургүл');
  await keyboard.press('Enter');
  await keyboard.type('31122001');
  await look(page, 'admin-sale-people');
  while (!(await page.getByLabel(say('sale.email'), { exact: true }).evaluate((one) => one === document.activeElement))) await keyboard.press('Enter');
  await keyboard.press('Enter');
  // The money, and what is given back.
  const received = page.getByLabel(say('atDesk.received'));
  await expect(received).toBeFocused();
  await keyboard.type('5000');
  await look(page, 'admin-sale-payment');
  await keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: say('sale.change') })).toBeVisible();
  expect(Date.now() - began).toBeLessThan(HALF_A_MINUTE_MS);
  await look(page, 'admin-sale-sold');
  const print = page.getByRole('link', { name: say('atDesk.print') });
  await expect(print).toBeFocused();
  expect((await page.request.get((await print.getAttribute('href'))!)).headers()['content-type']).toBe('application/pdf');

  // The next one stands at the desk, and goes away after the seats were taken: they are free at once.
  await keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: say('sale.to'), exact: true })).toBeFocused();
  await keyboard.type('Талас');
  await keyboard.press('Enter');
  await expect(rides).toBeFocused();
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(page.getByLabel(say('sale.seatNumbers'))).toBeFocused();
  await keyboard.press('Enter');
  await expect(first).toBeFocused();
  // It is there again after a reload, and gone with F2.
  await page.reload();
  await expect(first).toBeFocused();
  await page.getByRole('button', { name: say('sale.toPayment') }).click();
  await expect(page.getByText(say('form.required'))).toHaveCount(3);
  await expect(page.getByText(say('sale.noDay'))).toBeVisible();
  await look(page, 'admin-sale-wrong');
  // A day that does not exist is said to be none as soon as it is left; the keyboard goes to the first field that is wrong.
  await page.getByLabel(say('sale.birthDate')).fill('31.02.1990');
  await keyboard.press('Enter');
  await expect(page.getByText(say('sale.wrongDay'))).toBeVisible();
  await first.fill('ID7654321');
  await page.getByRole('button', { name: say('sale.toPayment') }).click();
  await expect(page.getByLabel(say('sale.lastName'))).toBeFocused();
  const id = new URL(page.url()).searchParams.get('order');
  await keyboard.press('F2');
  await expect(page.getByRole('combobox', { name: say('sale.to'), exact: true })).toBeFocused();
  const { order } = await api.ask<{ order: { status: string } }>('query($id:ID!){order(id:$id){status}}', { id });
  expect(order.status).toBe('CANCELLED');

  await closeShift(page);
  await page.context().close();
});
