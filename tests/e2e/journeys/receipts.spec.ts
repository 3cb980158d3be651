import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('an accountant sees what the cash register has recorded, has a correction recorded, tries the register and ends its shift', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Ош', 9, 1);
  const [seat] = await api.freeSeats(ride);
  const number = await api.buy(ride, [seat!], [{ firstName: 'Бермет', lastName: 'Касымова' }]);
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/receipts', 'accountant@demo.beket.example.com');
  const rows = page.getByRole('table').getByRole('row');
  await page.getByLabel(say('fiscal.find')).fill(number);
  await expect(rows).toHaveCount(2);
  await expect(async () => {
    await page.getByRole('button', { name: say('refresh') }).click();
    await expect(rows.nth(1)).toContainText(say('fiscal.states.DONE'), { timeout: 1000 });
  }).toPass();
  await rows.nth(1).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Билет');
  expect(await dialog.getByRole('link', { name: say('fiscal.taxService') }).getAttribute('href')).toMatch(/^https:\/\/tax\.salyk\.kg\/.*operation_type=1.*&sum=\d+$/);
  await look(page, 'admin-receipt');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // What is missing is told at its field; then the correction is recorded like everything else.
  await page.getByRole('button', { name: say('fiscal.correct') }).click();
  await dialog.getByRole('button', { name: say('fiscal.correction.send') }).click();
  await expect(dialog.getByRole('textbox', { name: say('fiscal.correction.basis') })).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(say('fiscal.correction.name'), { exact: true }).fill('Билет Бишкек – Ош');
  await dialog.getByLabel(say('fiscal.correction.cash'), { exact: true }).fill('450,50');
  const basis = `Бланк ${Date.now() % 1_000_000}`;
  await dialog.getByRole('textbox', { name: say('fiscal.correction.basis') }).fill(basis);
  await look(page, 'admin-receipt-correction');
  await dialog.getByRole('button', { name: say('fiscal.correction.send') }).click();
  await expect(page.getByText(say('fiscal.corrected'))).toBeVisible();
  await page.getByLabel(say('fiscal.find')).fill('');
  await page.getByLabel(say('fiscal.kind'), { exact: true }).selectOption('SALE_CORRECTION');
  await expect(async () => {
    await page.getByRole('button', { name: say('refresh') }).click();
    await expect(page.getByRole('row', { name: new RegExp(basis) })).toContainText(say('fiscal.states.DONE'), { timeout: 1000 });
  }).toPass();
  await look(page, 'admin-receipts');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-receipts-phone');
  await page.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });

  await page.goto('/admin/registers');
  await page.getByRole('button', { name: say('fiscal.testNamed', { name: 'Касса сайта' }) }).click();
  await dialog.getByRole('button', { name: say('fiscal.ask') }).click();
  await expect(dialog.getByText(/Отвечает, и это та самая касса/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: say('fiscal.closeNamed', { name: 'Касса сайта' }) }).click();
  await expect(page.getByText(say('fiscal.closing', { name: 'Касса сайта' }))).toBeVisible();
  await look(page, 'admin-registers');
  await page.context().close();
});
