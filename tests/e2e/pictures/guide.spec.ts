import type { Browser, Page } from '@playwright/test';
import { Api, type Ride } from '../support/api';
import { expect, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { stillAnswers } from '../support/still';
import { words } from '../support/words';

const SHOWN_DAY = '2027-03-18';
const DESK = { name: 'desktop', width: 1280, height: 860 } as const;
/** Stop, minutes of arrival and departure, kilometres. */
const WAY: [stop: string, arrives: string, departs: string, km: string][] = [
  ['Bishkek, New Bus Station', '', '', '0'],
  ['Balykchy, bus station', '165', '180', '176'],
  ['Karakol, North', '365', '', '396'],
];
const say = words('web-admin', 'en');

/** The office at a desk, in English. */
async function office(browser: Browser, address: string): Promise<Page> {
  const page = await open(browser, DESK, 'en');
  await signInAsStaff(page, 'en', address);
  return page;
}

/** What is beside the menu, as far as the picture is to go. */
async function take(page: Page, name: string, height: number, widest = Infinity): Promise<void> {
  await page.mouse.move(0, 0);
  const { x, width } = (await page.getByRole('main').boundingBox())!;
  await expect(page).toHaveScreenshot(`guide-${name}.png`, { clip: { x, y: 0, width: Math.min(width, widest), height } });
  await page.context().close();
}

test('roles and what they allow', async ({ browser }) => {
  const page = await office(browser, '/admin/roles');
  await page.getByRole('cell', { name: 'Dispatcher', exact: true }).waitFor();
  await take(page, 'roles', 710);
});

test("a carrier's contract", async ({ browser }) => {
  const page = await office(browser, '/admin/carriers');
  await page.getByLabel(say('carriers.text')).fill('арша');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('table').getByRole('link').click();
  await page.getByRole('button', { name: say('contract.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('contract.number')).fill('17/27');
  await dialog.getByLabel(say('contract.startsOn')).fill('1 Jan 2027');
  await dialog.getByLabel(say('contract.endsOn')).fill('31 Dec 2027');
  await dialog.getByLabel(say('contract.value.PERCENT')).fill('8.5');
  await dialog.getByLabel(say('contract.stationFeeEach')).fill('10');
  await dialog.getByLabel(say('contract.stationFeeEach')).blur();
  await page.mouse.move(0, 0);
  await expect(dialog).toHaveScreenshot('guide-contract.png');
  await page.context().close();
});

test('a station on its map', async ({ browser }) => {
  const page = await office(browser, '/admin/stations');
  await page.getByLabel(say('stations.text')).fill('балыкчы');
  await page.waitForURL(/text=/);
  await page.getByRole('link', { name: 'Balykchy, bus station' }).click();
  await page.getByRole('application', { name: say('map.ofStation') }).getByText('Balykchy', { exact: true }).waitFor();
  for (let step = 0; step < 4; step += 1) await page.getByRole('button', { name: say('map.farther') }).click();
  const where = page.getByText(say('station.where'), { exact: true });
  await where.evaluate((one) => window.scrollTo(0, one.getBoundingClientRect().top + window.scrollY - 24));
  await take(page, 'station', 700, 610);
});

test('a layout on the drawing board', async ({ browser }) => {
  const page = await office(browser, '/admin/layouts');
  await page.getByRole('link', { name: 'VIP 2+1, 29 seats' }).click();
  await page.locator('[data-place]').first().waitFor();
  await page.locator('[data-place]').first().click();
  await take(page, 'layout', 790);
});

test("a line's way", async ({ browser }) => {
  const page = await office(browser, '/admin/routes');
  await page.getByLabel(say('routes.text')).fill('501Н');
  await page.waitForURL(/text=/);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('button', { name: say('path.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('path.add') }).click();
  for (const [index, [stop, arrives, departs, km]] of WAY.entries()) {
    const n = index + 1;
    await dialog.getByRole('combobox', { name: say('path.stopN', { n }) }).fill(stop);
    await page.getByRole('option', { name: stop }).first().click();
    if (index > 0) await dialog.getByLabel(say('path.arrivesN', { n })).fill(arrives);
    if (index < WAY.length - 1 && index > 0) await dialog.getByLabel(say('path.departsN', { n })).fill(departs);
    await dialog.getByLabel(say('path.kmN', { n })).fill(km);
    await dialog.getByLabel(say('path.kmN', { n })).blur();
  }
  await page.mouse.move(0, 0);
  await expect(dialog).toHaveScreenshot('guide-way.png');
  await page.context().close();
});

test('a sale at the desk', async ({ browser, api }) => {
  const ride = await api.emptyRide('Бишкек', 'Талас', '601-1600');
  await api.signInAsAdministrator();
  const { stations } = await api.ask<{ stations: { id: string; name: string }[] }>('{stations{id name}}');
  const station = stations.find((one) => one.name.includes('Ак-Кула'))!;
  const { saveDesk } = await api.ask<{ saveDesk: { desk: { id: string } } }>('mutation($i:SaveDeskInput!){saveDesk(input:$i){...on DeskSaved{desk{id}}}}', { i: { stationId: station.id, sign: `G${Date.now() % 100_000}` } });
  const key = (what: string) => `guide-sale-${what}-${Date.now()}`;
  await api.ask('mutation($i:OpenShiftInput!){openShift(input:$i){__typename}}', { i: { deskId: saveDesk.desk.id, float: [], idempotencyKey: key('open') } });
  const page = await office(browser, '/admin/sale');
  await page.getByRole('combobox', { name: say('sale.to'), exact: true }).fill('Talas');
  await page.keyboard.press('Enter');
  await page.getByLabel(say('sale.day'), { exact: true }).fill(ride.date.split('-').toReversed().join('.'));
  await page.keyboard.press('Tab');
  await page.getByRole('option', { name: /601-1600/ }).click();
  await page.getByLabel(say('sale.seatNumbers')).fill('2 3');
  const seats = page.getByRole('region', { name: say('sale.seats') });
  await seats.getByLabel(say('sale.onSeat', { seat: '3' }), { exact: true }).selectOption({ label: 'Child' });
  await page.mouse.move(0, 0);
  await expect(seats).toHaveScreenshot('guide-sale.png');
  await page.context().close();
  await api.ask('mutation($i:CloseShiftInput!){closeShift(input:$i){__typename}}', { i: { counted: [], idempotencyKey: key('close') } });
});

test.describe('a trip', () => {
  const PEOPLE: [seat: string, lastName: string, firstName: string][] = [
    ['1', 'Abdykadyrova', 'Nurgul'],
    ['2', 'Toktosunov', 'Erlan'],
    ['9', 'Ivanova', 'Maria'],
    ['19', 'Kim', 'Viktor'],
    ['45', 'Beishenaliev', 'Azamat'],
  ];
  let ride: Ride;
  let numbers: Map<string, string>;

  test.beforeAll(async ({ playwright }) => {
    const request = await playwright.request.newContext({ baseURL: test.info().project.use.baseURL });
    const api = new Api(request);
    ride = await api.emptyRide('Бишкек', 'Каракол', '501Н-2100');
    numbers = new Map();
    for (const [index, [seat, lastName, firstName]] of PEOPLE.entries()) numbers.set(await api.buy(ride, [seat], [{ lastName, firstName }]), `BK-GD${index}T-2HC8`);
    await request.dispose();
  });

  test('boarding on a phone', async ({ browser }) => {
    const page = await open(browser, PHONE, 'en');
    await stillAnswers(page.context(), { day: ride.date, shownDay: SHOWN_DAY, numbers });
    await signInAsStaff(page, 'en', `/admin/trips/${encodeURIComponent(ride.tripId)}/boarding`);
    for (const name of [/^1 Abdykadyrova/, /^9 Ivanova/]) {
      const box = page.getByRole('checkbox', { name });
      await box.click();
      await expect(box).toBeChecked();
    }
    await page.getByText('Ivanova Maria, seat 9').waitFor();
    await take(page, 'boarding', 780);
  });

  test('another vehicle and everybody a seat', async ({ browser }) => {
    const page = await open(browser, DESK, 'en');
    await stillAnswers(page.context(), { day: ride.date, shownDay: SHOWN_DAY, numbers });
    await signInAsStaff(page, 'en', `/admin/trips/${encodeURIComponent(ride.tripId)}/vehicle`);
    const choice = page.getByLabel(say('swap.vehicle'));
    await choice.waitFor();
    await choice.selectOption({ label: 'DEMO 040 KG, Yutong T12 VIP — 29 seats' });
    await page.getByLabel(say('swap.otherClass')).check();
    await expect(page.getByRole('heading', { name: say('swap.without', { count: 0 }) })).toBeVisible();
    await take(page, 'vehicle', 740);
  });
});
