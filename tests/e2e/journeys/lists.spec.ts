import { readFile } from 'node:fs/promises';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('a list is sorted, kept as a view with its order, and taken away as a file', async ({ browser }) => {
  const say = words('web-admin', 'ru');
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/vehicles');
  const table = page.getByRole('table');
  const head = (name: string) => table.getByRole('columnheader', { name });
  const seats = async () => (await table.locator('tbody tr td:nth-child(4)').allInnerTexts()).map(Number);
  await table.waitFor();
  await expect(head(say('vehicle.plate'))).toHaveAttribute('aria-sort', 'ascending');

  // By the keyboard, up and then down, on the server.
  await head(say('vehicle.seats')).getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(head(say('vehicle.seats'))).toHaveAttribute('aria-sort', 'ascending');
  await page.keyboard.press('Enter');
  await expect(head(say('vehicle.seats'))).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await seats())[0]).toBeGreaterThan(20);
  await page.getByRole('button', { name: say('list.more') }).click();
  await expect.poll(async () => (await seats()).length).toBe(100);
  const down = await seats();
  expect(down).toEqual(down.toSorted((a, b) => b - a));
  await expect(page).toHaveURL(/sort=-SEATS/);
  await look(page, 'admin-list-sorted');

  // A view keeps the order.
  const name = `Большие ${Date.now()}`;
  await page.getByRole('button', { name: say('view.save') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('view.name')).fill(name);
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(dialog).toBeHidden();
  await page.goto('/admin/vehicles');
  await expect(head(say('vehicle.plate'))).toHaveAttribute('aria-sort', 'ascending');
  await page.getByLabel(say('view.choose')).selectOption({ label: name });
  await expect(head(say('vehicle.seats'))).toHaveAttribute('aria-sort', 'descending');

  // The file has the same rows in the same order, with the columns that are shown.
  await page.getByRole('button', { name: say('view.columns'), exact: true }).click();
  await page.getByRole('checkbox', { name: say('vehicle.make') }).uncheck();
  await page.keyboard.press('Escape');
  const plates = await table.locator('tbody tr td:first-child').allInnerTexts();
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: say('export.download'), exact: true }).click();
  await page.getByRole('button', { name: say('export.CSV') }).click();
  const download = await fetched;
  expect(download.suggestedFilename()).toMatch(/^vehicles-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\n');
  expect(lines[0]).toBe('\uFEFF"Номер","Перевозчик","Мест","Ближайший срок документа","Действует"');
  expect(lines.slice(1, plates.length + 1).map((line) => line.split(',')[0])).toEqual(plates.map((plate) => `"${plate}"`));
  await expect(page.getByText(say('export.saved', { name: download.suggestedFilename() }))).toBeVisible();
  const second = page.waitForEvent('download');
  await page.getByRole('button', { name: say('export.download'), exact: true }).click();
  await look(page, 'admin-list-download');
  await page.getByRole('button', { name: say('export.XLSX') }).click();
  const book = await readFile(await (await second).path());
  expect(book.subarray(0, 2).toString()).toBe('PK');

  // The log tells.
  await page.goto('/admin/audit?action=EXPORT_LIST');
  await expect(page.getByRole('cell', { name: say('action.EXPORT_LIST') }).first()).toBeVisible();

  const phone = await open(browser, PHONE, 'ru', 'dark');
  await signInAsStaff(phone, 'ru', '/admin/vehicles');
  await phone.getByLabel(say('list.sorted')).selectOption('-SEATS');
  await expect(phone).toHaveURL(/sort=-SEATS/);
  await phone.getByRole('table').waitFor();
  await look(phone, 'admin-list-sorted-phone');
});

test('rules of the tariff are searched, sorted and taken away, and a column that is left out stays left out', async ({ browser }) => {
  const say = words('web-admin', 'ru');
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/tariff');
  const table = page.getByRole('table');
  const head = (name: string) => table.getByRole('columnheader', { name });
  await table.waitFor();
  await page.getByLabel(say('tariff.text')).fill('student');
  await expect(table.locator('tbody tr').first()).toContainText('STUDENT');
  await head(say('tariff.name')).getByRole('button').click();
  await expect(page).toHaveURL(/sort=NAME/);
  const where = page.getByRole('checkbox', { name: say('tariff.where') });
  await page.getByRole('button', { name: say('view.columns'), exact: true }).click();
  await where.uncheck();
  await page.keyboard.press('Escape');
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: say('export.download'), exact: true }).click();
  await page.getByRole('button', { name: say('export.CSV') }).click();
  const lines = (await readFile(await (await fetched).path(), 'utf8')).trimEnd().split('\n');
  expect(lines[0]).not.toContain('Виды маршрутов');
  expect(lines.length).toBe((await table.locator('tbody tr').count()) + 1);
  expect(lines[1]).toContain('STUDENT');

  // By the menu, without a saved view.
  const menu = page.getByRole('navigation', { name: say('nav.label') });
  await menu.getByRole('link', { name: say('nav.roles') }).click();
  await expect(table).toContainText('Контролёр');
  await menu.getByRole('link', { name: say('nav.tariff') }).click();
  await expect(head(say('tariff.name'))).toBeVisible();
  await expect(head(say('tariff.where'))).toHaveCount(0);
  await page.getByRole('button', { name: say('view.columnsOf', { shown: 5, total: 6 }) }).click();
  await where.check();
  await expect(head(say('tariff.where'))).toBeVisible();
  await page.goto('/admin/tariff');
  await expect(head(say('tariff.where'))).toBeVisible();
});

test('a dispatcher picks trips, sees what it would touch, and each answers for itself', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Каракол', 40, 3);
  await api.buy(ride, (await api.freeSeats(ride)).slice(0, 2), [
    { lastName: 'Абдыраева', firstName: 'Жылдыз' },
    { lastName: 'Абдыраев', firstName: 'Нурбек' },
  ]);
  const trip = await api.tripOf(ride);
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', `/admin/trips?date=${ride.date}&text=${encodeURIComponent(trip.number.split('-')[0]!)}`, 'dispatcher@demo.beket.example.com');
  const table = page.getByRole('table');
  await table.waitFor();
  const bar = page.getByRole('group', { name: say('bulk.title') });
  await expect(bar.getByRole('button', { name: say('bulk.action.DELAY') })).toBeDisabled();

  // By the keyboard: all at once.
  const all = page.getByRole('checkbox', { name: say('list.pickAll') });
  await all.focus();
  await page.keyboard.press('Space');
  const boxes = table.locator('tbody').getByRole('checkbox');
  const count = await boxes.count();
  expect(count).toBeGreaterThan(1);
  for (let n = 0; n < count; n += 1) await expect(boxes.nth(n)).toBeChecked();
  await look(page, 'admin-trips-picked');

  await bar.getByRole('button', { name: say('bulk.action.DELAY') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('run.minutes')).fill('25');
  await expect(dialog.getByText(say('run.passengers_few', { count: 2 }))).toBeVisible();
  await look(page, 'admin-trips-bulk-delay');
  await dialog.getByRole('button', { name: say('bulk.action.DELAY') }).click();
  await expect(dialog.getByText(say('bulk.outcome', { done: count, unchanged: 0, rejected: 0 }))).toBeVisible();
  await expect(dialog.getByText(say('bulk.messages_few', { count: 2 }))).toBeVisible();
  await look(page, 'admin-trips-bulk-done');
  await dialog.getByRole('button', { name: say('bulk.close') }).click();
  await expect(table.getByText(say('trips.delay', { minutes: 25 })).first()).toBeVisible();

  // Again changes nothing and tells nobody.
  await bar.getByRole('button', { name: say('bulk.all') }).click();
  await bar.getByRole('button', { name: say('bulk.action.DELAY') }).click();
  await dialog.getByLabel(say('run.minutes')).fill('25');
  await dialog.getByRole('button', { name: say('bulk.action.DELAY') }).click();
  await expect(dialog.getByText(say('bulk.outcome', { done: 0, unchanged: count, rejected: 0 }))).toBeVisible();
  await dialog.getByRole('button', { name: say('bulk.close') }).click();

  // What goes back is said before it does; one that is over is told and does not touch the others.
  await bar.getByRole('button', { name: say('bulk.all') }).click();
  await bar.getByRole('button', { name: say('bulk.action.CANCEL') }).click();
  await expect(dialog.getByText(say('run.money', { amount: '' }).split(',')[0]!.trim(), { exact: false }).first()).toBeVisible();
  await look(page, 'admin-trips-bulk-cancel');
  await dialog.getByRole('button', { name: say('bulk.action.CANCEL') }).click();
  await expect(dialog.getByText(say('bulk.outcome', { done: count, unchanged: 0, rejected: 0 }))).toBeVisible();
  await dialog.getByRole('button', { name: say('bulk.close') }).click();
  await bar.getByRole('button', { name: say('bulk.all') }).click();
  await bar.getByRole('button', { name: say('bulk.action.DELAY') }).click();
  await dialog.getByRole('button', { name: say('bulk.action.DELAY') }).click();
  await expect(dialog.getByText(say('bulk.outcome', { done: 0, unchanged: 0, rejected: count }))).toBeVisible();
  await look(page, 'admin-trips-bulk-rejected');

  const phone = await open(browser, PHONE, 'ru');
  await signInAsStaff(phone, 'ru', `/admin/trips?date=${ride.date}&text=601`, 'dispatcher@demo.beket.example.com');
  await phone.getByRole('table').waitFor();
  await phone.getByRole('checkbox', { name: new RegExp(say('list.pick', { name: '' }).trim()) }).first().check();
  await phone.getByRole('group', { name: say('bulk.title') }).getByRole('button', { name: say('bulk.action.CLOSE_SALE') }).click();
  await look(phone, 'admin-trips-bulk-phone');
});
