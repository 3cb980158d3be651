import { readSheet } from 'read-excel-file/node';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const ACCOUNTANT = 'accountant@demo.beket.example.com';

test('an accountant groups sales twice, goes into a figure and takes the report along', async ({ browser, api }) => {
  // Something is sold today, whatever was before.
  const ride = await api.ride('Бишкек', 'Нарын', 6, 1);
  await api.buy(ride, (await api.freeSeats(ride)).slice(0, 1), [{ lastName: 'Асанова', firstName: 'Айжан' }]);
  const say = words('web-admin', 'ru');
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/reports', ACCOUNTANT);
  await expect(page.getByRole('heading', { name: say('nav.reports'), level: 1 })).toBeVisible();
  await look(page, 'admin-reports');

  // A report of two groupings, put together by hand.
  await page.getByRole('button', { name: say('reports.new') }).click();
  await page.getByLabel(say('reports.period')).selectOption('THIS_YEAR');
  await page.getByText(say('reports.settings')).click();
  await page.getByRole('button', { name: say('reports.addGroup') }).click();
  await page.getByLabel(say('reports.groupNumber', { n: 1 }), { exact: true }).selectOption('channel');
  await page.getByRole('button', { name: say('reports.addGroup') }).click();
  await page.getByLabel(say('reports.groupNumber', { n: 2 }), { exact: true }).selectOption('category');
  await page.getByRole('button', { name: say('reports.addMeasure') }).click();
  await page.getByLabel(say('reports.ofNumber', { n: 2 })).selectOption('price');
  for (const column of ['Продано', 'Заказ', 'Канал', 'Цена']) await page.getByRole('checkbox', { name: column, exact: true }).check();
  await page.getByLabel(say('reports.chart'), { exact: true }).selectOption('BARS');
  await page.getByRole('button', { name: say('reports.show'), exact: true }).click();
  const table = page.getByRole('region', { name: 'Продажи' });
  await expect(table.getByRole('columnheader', { name: 'Категория' })).toBeVisible();
  await page.getByText(say('reports.settings')).click();
  await look(page, 'admin-report');

  // The address holds the report.
  await page.reload();
  await expect(table.getByRole('columnheader', { name: 'Категория' })).toBeVisible();

  // The rows behind the first group's count are as many as it says.
  const first = table.getByRole('row').nth(1);
  const count = Number(((await first.getByRole('button').first().textContent()) ?? '').replaceAll(/\s/g, ''));
  await first.getByRole('button').first().click();
  const rows = page.getByRole('region', { name: say('reports.rows'), exact: true });
  await expect(rows).toBeVisible();
  await expect(page.getByText(say('reports.shown', { from: 1, to: Math.min(count, 50), total: count }))).toBeVisible();
  await look(page, 'admin-report-rows');

  // The same as a workbook, read by a library of others: subtotals and rows add up to the total.
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: say('export.download'), exact: true }).first().click();
  await page.getByRole('button', { name: say('export.XLSX') }).click();
  const download = await fetched;
  expect(download.suggestedFilename()).toMatch(/^sales-\d{4}-01-01-to-\d{4}-\d\d-\d\d\.xlsx$/);
  const sheet = await readSheet(await download.path());
  const [head, ...lines] = sheet;
  expect(head).toEqual(['Канал', 'Категория', 'Количество', 'Цена', 'Валюта']);
  const amount = (line: (typeof lines)[number]) => Math.round(Number(line[3]) * 100);
  const sum = (some: typeof lines) => some.reduce((total, line) => total + amount(line), 0);
  for (const total of lines.filter((line) => line[0] === 'Итого')) {
    const same = lines.filter((line) => line[0] !== 'Итого' && line[4] === total[4]);
    expect(sum(same.filter((line) => line[1] === null))).toBe(amount(total));
    expect(sum(same.filter((line) => line[1] !== null))).toBe(amount(total));
  }
  expect(lines.some((line) => line[0] === 'Итого' && Number(line[2]) > 0)).toBe(true);

  // Kept under a name, for everybody.
  await page.getByRole('button', { name: say('reports.save'), exact: true }).click();
  const name = `Каналы ${Date.now() % 10_000}`;
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('reports.name')).fill(name);
  await dialog.getByRole('checkbox', { name: say('reports.shared') }).check();
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('reports.isSaved', { name }))).toBeVisible();
  await page.getByRole('link', { name: say('reports.all') }).click();
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByRole('region', { name }).getByRole('columnheader', { name: 'Категория' })).toBeVisible();

  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-report-phone');
  await page.goto('/admin/reports');
  await page.getByRole('button', { name: say('reports.dropNamed', { name }) }).click();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
  await page.context().close();
});
