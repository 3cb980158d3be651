import type { APIRequestContext } from '@playwright/test';
import { Api, type Ride } from '../support/api';
import { expect, open, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { stillAnswers } from '../support/still';
import { words } from '../support/words';

const DESK = { name: 'desktop', width: 1280, height: 900 } as const;
const say = words('web-admin', 'en');

let ride: Ride;
let sign: string;
let series: string;
let request: APIRequestContext;
let api: Api;

const key = (what: string) => `guide-money-${what}-${Date.now()}`;

test.describe.configure({ mode: 'serial' });

/** A shift at a desk of its own, with some operations and a block of paper tickets. */
test.beforeAll(async ({ playwright }) => {
  request = await playwright.request.newContext({ baseURL: test.info().project.use.baseURL });
  api = new Api(request);
  ride = await api.emptyRide('Бишкек', 'Ош', '604-0700');
  await api.signInAsAdministrator();
  const { stations } = await api.ask<{ stations: { id: string; name: string }[] }>('{stations{id name}}');
  const station = stations.find((one) => one.name.includes('Ак-Кула'))!;
  sign = `G${Date.now() % 1_000_000}`;
  series = sign.slice(1).replaceAll(/\d/g, (digit) => 'ABCDEFGHIK'[Number(digit)]!);
  const { saveDesk } = await api.ask<{ saveDesk: { desk: { id: string } } }>('mutation($i:SaveDeskInput!){saveDesk(input:$i){...on DeskSaved{desk{id}}}}', { i: { stationId: station.id, sign } });
  const deskId = saveDesk.desk.id;
  await api.ask('mutation($i:OpenShiftInput!){openShift(input:$i){__typename}}', { i: { deskId, float: [{ amount: '2000', currency: 'KGS' }], idempotencyKey: key('open') } });
  await api.ask('mutation($i:IssueBlanksInput!){issueBlanks(input:$i){__typename}}', { i: { deskId, series, firstNumber: 1, lastNumber: 50 } });
  for (const [kind, amount, reason] of [
    ['IN', '500', 'Change from the bank'],
    ['OUT', '120', 'Paper for the printer'],
    ['COLLECTION', '1000', null],
  ])
    await api.ask('mutation($i:MoveCashInput!){moveCash(input:$i){__typename}}', { i: { kind, amount, currency: 'KGS', reason, idempotencyKey: key(kind!) } });
});

test.afterAll(async () => {
  await api.ask('mutation($i:CloseShiftInput!){closeShift(input:$i){__typename}}', { i: { counted: [{ amount: '1380', currency: 'KGS' }], idempotencyKey: key('close') } });
  await request.dispose();
});

test('what stands on a paper ticket', async ({ browser }) => {
  const page = await open(browser, { ...DESK, height: 1200 }, 'en');
  await stillAnswers(page.context(), { day: ride.date, shownDay: ride.date, numbers: new Map([[series, 'KG']]) });
  await signInAsStaff(page, 'en', '/admin/shift/paper');
  const form = page.getByRole('region', { name: say('paper.what') });
  await expect(form.getByRole('textbox', { name: say('blank.number') })).toHaveValue('KG 000001');
  await form.getByLabel(say('paper.day')).fill(ride.date.split('-').toReversed().join('.'));
  await page.keyboard.press('Tab');
  const trips = form.getByRole('combobox', { name: say('paper.trip') });
  await trips.click();
  await trips.fill('604');
  await page.getByRole('option', { name: /604/ }).first().click();
  await form.getByLabel(say('paper.soldAt')).fill('06:40');
  await form.getByLabel(say('paper.seat'), { exact: true }).fill('11');
  await form.getByLabel(say('paper.cash')).pressSequentially('1555');
  await form.getByLabel(say('paper.cash')).blur();
  // The days of the picture are the same on every day.
  for (const label of ['paper.soldOn', 'paper.day']) await form.getByLabel(say(label), { exact: true }).evaluate((field: HTMLInputElement) => (field.value = '18 Mar 2027'));
  await page.mouse.move(0, 0);
  await expect(form).toHaveScreenshot('guide-paper.png');
  await page.context().close();
});

test("a desk's operations as a report", async ({ browser }) => {
  const page = await open(browser, DESK, 'en');
  await stillAnswers(page.context(), { day: ride.date, shownDay: ride.date, numbers: new Map([[sign, '3']]) });
  const asked = {
    dataSet: 'cash',
    period: { kind: 'TODAY', from: null, to: null },
    columns: ['operation', 'tender', 'note', 'amount'],
    groups: [{ column: 'desk', part: null }, { column: 'operation', part: null }],
    measures: [{ kind: 'COUNT', column: null }, { kind: 'SUM', column: 'amount' }],
    filters: [{ column: 'desk', operator: 'CONTAINS', values: [sign] }],
    sort: null,
    chart: 'NONE',
  };
  await signInAsStaff(page, 'en', `/admin/reports/build?d=${encodeURIComponent(JSON.stringify(asked))}`);
  const table = page.getByRole('region', { name: 'Cash operations' });
  await expect(table.getByRole('row')).toHaveCount(7);
  await page.mouse.move(0, 0);
  await expect(table).toHaveScreenshot('guide-report.png');
  await page.context().close();
});

test('a contract with prices of its own', async ({ browser }) => {
  const page = await open(browser, { ...DESK, height: 1700 }, 'en');
  await signInAsStaff(page, 'en', '/admin/companies');
  await page.getByRole('button', { name: say('company.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('company.name')).fill('Ala-Too Mining LLC');
  await dialog.getByLabel(say('company.inn')).fill('01234567890123');
  await dialog.getByLabel(say('company.contractNumber')).fill('17/27');
  await dialog.getByLabel(say('company.contractFrom')).fill('1 Jan 2027');
  await dialog.getByLabel(say('company.discount'), { exact: true }).first().fill('5');
  await dialog.getByRole('button', { name: say('company.addPrice') }).click();
  const one = dialog.getByRole('group', { name: say('company.priceNumber', { n: 1 }) });
  await one.getByRole('combobox', { name: say('company.priceRoute') }).first().fill('604');
  await page.getByRole('option', { name: /^604/ }).first().click();
  await one.getByLabel(say('company.discount')).fill('12');
  await dialog.getByRole('button', { name: say('company.addPrice') }).click();
  const other = dialog.getByRole('group', { name: say('company.priceNumber', { n: 2 }) });
  await other.getByLabel(say('company.priceCategory')).selectOption('CHILD');
  await other.getByLabel(say('company.discount')).fill('0');
  await other.getByLabel(say('company.discount')).blur();
  await page.mouse.move(0, 0);
  await expect(dialog.getByRole('group', { name: say('company.prices') })).toHaveScreenshot('guide-company.png');
  await page.context().close();
});

test('closing a shift with a difference', async ({ browser }) => {
  const page = await open(browser, DESK, 'en');
  await signInAsStaff(page, 'en', '/admin/shift');
  await page.getByRole('button', { name: say('shift.close') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Counted/).pressSequentially('1370');
  await expect(dialog.getByText(/10/).first()).toBeVisible();
  await dialog.getByLabel(/^Counted/).blur();
  await page.mouse.move(0, 0);
  await expect(dialog).toHaveScreenshot('guide-close.png');
  await page.context().close();
});
