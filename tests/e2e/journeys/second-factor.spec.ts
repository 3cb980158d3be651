import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { totp } from '../support/totp';
import { words } from '../support/words';

const EDITOR = 'content-editor@demo.beket.example.com';

test('a role demands a second factor: it is set up, asked for, stood for by a recovery code, and dropped', async ({ browser }) => {
  const say = words('web-admin', 'ru');
  const admin = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(admin, 'ru', '/admin/roles');
  const demand = admin.getByRole('switch', { name: say('roles.demandNamed', { name: 'Редактор сайта' }) });
  await demand.click();
  await expect(demand).toBeChecked();
  await expect(admin.getByText(say('roles.demandedOf', { name: 'Редактор сайта' }))).toBeVisible();
  await look(admin, 'admin-roles-demanded');

  const dit = words('web-admin', 'ky');
  const page = await open(browser, PHONE, 'ky');
  const enter = async (code?: string) => {
    await page.getByLabel(dit('signIn.login')).fill(EDITOR);
    await page.getByLabel(dit('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
    await page.getByRole('button', { name: dit('signIn.enter') }).click();
    if (!code) return;
    await page.getByLabel(dit('secondFactor.code'), { exact: true }).fill(code);
    await page.getByRole('button', { name: dit('signIn.enter') }).click();
  };
  await page.goto('/admin/trips');
  await enter();
  await expect(heading(page)).toHaveText(dit('secondFactor.due'));
  await look(page, 'admin-second-factor-due-phone');
  await page.getByLabel(dit('signIn.password'), { exact: true }).fill('not the password');
  await page.getByRole('button', { name: dit('secondFactor.begin') }).click();
  await expect(page.getByText(dit('secondFactor.wrongPassword'))).toBeVisible();
  await page.getByLabel(dit('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: dit('secondFactor.begin') }).click();
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await look(page, 'admin-second-factor-scan-phone');
  await page.getByLabel(dit('secondFactor.code'), { exact: true }).fill('000000');
  await page.getByRole('button', { name: dit('secondFactor.turnOn') }).click();
  await expect(page.getByLabel(dit('secondFactor.code'), { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(dit('secondFactor.code'), { exact: true }).fill(totp(secret));
  await page.getByRole('button', { name: dit('secondFactor.turnOn') }).click();
  const list = page.getByRole('list', { name: dit('secondFactor.recoveryTitle') });
  await expect(list.getByRole('listitem')).toHaveCount(10);
  const recovery = await list.getByRole('listitem').allInnerTexts();
  await look(page, 'admin-recovery-codes-phone');
  await page.getByRole('button', { name: dit('secondFactor.kept') }).click();
  await expect(heading(page)).toHaveText(dit('trips.title'));

  await page.getByRole('button', { name: dit('signOut') }).click();
  await enter('wrong');
  await expect(page.getByLabel(dit('secondFactor.code'), { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'admin-second-factor-asked-phone');
  await page.getByLabel(dit('secondFactor.code'), { exact: true }).fill(recovery[0]!.toLowerCase());
  await page.getByRole('button', { name: dit('signIn.enter') }).click();
  await expect(heading(page)).toHaveText(dit('trips.title'));

  await page.getByRole('link', { name: 'Мээрим Жумабекова' }).click();
  await expect(page.getByText(dit('secondFactor.codesLeft', { count: 9 }))).toBeVisible();
  await look(page, 'admin-account-phone');
  await page.getByRole('button', { name: dit('secondFactor.turnOff') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(dit('secondFactor.code'), { exact: true }).fill(recovery[1]!);
  await dialog.getByRole('button', { name: dit('secondFactor.turnOff') }).click();
  await expect(heading(page)).toHaveText(dit('secondFactor.due'));

  await demand.click();
  await expect(demand).not.toBeChecked();
  await expect(admin.getByText(say('roles.demandedNoMore', { name: 'Редактор сайта' }))).toBeVisible();
  await page.reload();
  await expect(heading(page)).toHaveText(dit('account.title'));
  await look(page, 'admin-account-off-phone');
  await page.context().close();
  await admin.context().close();
});

function heading(page: Page) {
  return page.getByRole('heading', { level: 1 });
}
