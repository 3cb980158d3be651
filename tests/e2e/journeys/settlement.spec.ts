import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

/** A station that has sold for some days, see scripts/e2e.sh. */
const PAST = process.env.PAST_URL ?? process.env.BASE_URL ?? 'http://localhost:8080';
const ACCOUNTANT = 'accountant@demo.beket.example.com';

/** Of what a page or a sheet says, in hundredths. */
const minor = (text: string | null): number => Math.round(Number((text ?? '').replaceAll(/[^\d,.\-−]/g, '').replace('−', '-').replace(',', '.')) * 100);

test('an accountant settles with a carrier, takes the act along and marks it as paid', async ({ browser }) => {
  const say = words('web-admin', 'ru');
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', `${PAST}/admin/settlements`, ACCOUNTANT);
  await expect(page.getByRole('heading', { name: say('settlement.title'), level: 1 })).toBeVisible();
  await look(page, 'admin-settlements');

  // The carriers of the demonstration are tried until one has something that is not settled.
  await page.getByRole('button', { name: say('settlement.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('settlement.make') }).click();
  await expect(dialog.getByText(say('form.required')).first()).toBeVisible();
  const carriers = dialog.getByLabel(say('settlement.carrier'));
  const names = await carriers.locator('option').allTextContents();
  const yesterday = new Date(Date.now() - 26 * 3_600_000).toLocaleDateString('ru-RU', { timeZone: 'Asia/Bishkek' });
  for (const name of names.slice(1)) {
    await carriers.selectOption({ label: name });
    await dialog.getByLabel(say('settlement.lastDay')).fill(yesterday);
    await dialog.getByLabel(say('settlement.lastDay')).press('Tab');
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('MakeSettlement') ?? false);
    await dialog.getByRole('button', { name: say('settlement.make') }).click();
    if ((await (await answered).text()).includes('SettlementChanged')) break;
  }
  await expect(page.getByRole('heading', { name: say('settlement.lines') })).toBeVisible();
  await look(page, 'admin-settlement-draft');
  const line = (name: string) => page.locator(`[data-line="${name}"]`).textContent();
  const closing = minor(await line('closing'));
  let sum = 0;
  for (const name of ['opening', 'sold', 'returned', 'exchanged', 'handedOver', 'commission', 'stationFee', 'withheld', 'corrected', 'paidBefore']) sum += minor(await line(name));
  expect(sum).toBe(closing);
  expect(closing).toBeGreaterThan(0);

  // A fine goes off it.
  await page.getByRole('button', { name: say('settlement.withhold') }).click();
  await dialog.getByLabel(say('settlement.amount')).fill('100');
  await dialog.getByLabel(say('ledger.reason')).fill('Штраф за срыв рейса');
  await dialog.getByRole('button', { name: say('settlement.withhold') }).click();
  await expect(page.getByText(say('ledger.booked'))).toBeVisible();
  await expect.poll(async () => minor(await line('closing'))).toBe(closing - 10_000);

  await page.getByRole('button', { name: say('settlement.approve') }).click();
  await dialog.getByRole('button', { name: say('settlement.approve') }).click();
  await expect(page.getByText(say('settlement.approvedDone'))).toBeVisible();

  // The act is a PDF; the table's totals are those of the page.
  const act = page.waitForEvent('download');
  await page.getByRole('button', { name: say('settlement.act') }).click();
  expect(readFileSync(await (await act).path()).subarray(0, 5).toString()).toBe('%PDF-');
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: say('settlement.table') }).click();
  const rows = await readSheet(await (await fetched).path());
  expect(Math.round(Number(rows.at(-1)?.[9]) * 100)).toBe(closing - 10_000);
  const total = rows.find((row) => row[0] === 'Итого');
  expect(Math.round(Number(total?.[3]) * 100)).toBe(minor(await line('sold')));
  expect(Math.round(Number(total?.[7]) * 100)).toBe(minor(await line('commission')));

  await page.getByRole('button', { name: say('settlement.markPaid') }).click();
  await dialog.getByLabel(say('settlement.document')).fill('ПП-1');
  await look(page, 'admin-settlement-pay');
  await dialog.getByRole('button', { name: say('settlement.pay') }).click();
  await expect(page.getByText(say('settlement.paidDone'))).toBeVisible();
  await expect(page.getByText(say('settlement.states.PAID'), { exact: true })).toBeVisible();
  await look(page, 'admin-settlement-paid');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-settlement-phone');

  await page.goto(`${PAST}/admin/ledger`);
  await expect(page.getByRole('heading', { name: 'KGS' })).toBeVisible();
  await look(page, 'admin-ledger-phone');
  await page.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });
  await look(page, 'admin-ledger');
  await page.getByRole('link', { name: /Расчётный счёт/ }).click();
  await expect(page.getByRole('cell', { name: /ПП-1/ }).first()).toBeVisible();
  await look(page, 'admin-postings');
  await page.goto(`${PAST}/admin/accounts`);
  await expect(page.getByRole('region', { name: say('ledger.accounts') })).toBeVisible();
  await look(page, 'admin-accounts');
  await page.goto(`${PAST}/admin/periods`);
  await expect(page.getByRole('heading', { name: say('periods.title'), level: 1 })).toBeVisible();
  await look(page, 'admin-periods');
  await page.context().close();
});
