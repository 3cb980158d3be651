import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from './api';
import { expect } from './browser';
import { words } from './words';

/** The demonstration's cashier signs in and chooses the desk with that sign, with so much to give change with. */
export async function beginShift(page: Page, sign: string, float: string): Promise<void> {
  const say = words('web-admin', 'ru');
  await page.goto('/admin/shift');
  await page.getByLabel(say('signIn.login')).fill('cashier@demo.beket.example.com');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  const desk = page.getByLabel(say('shift.desk'), { exact: true });
  const open = page.getByRole('button', { name: say('shift.close') });
  await expect(desk.or(open)).toBeVisible();
  // A journey that broke off has left its shift open.
  if (await open.isVisible()) {
    await closeShift(page);
    await page.goto('/admin/shift');
  }
  await desk.selectOption((await desk.locator('option', { hasText: `${sign} ` }).getAttribute('value'))!);
  await page.getByLabel(say('shift.float')).pressSequentially(float);
}

/** Opens it. */
export async function openShift(page: Page, sign: string): Promise<void> {
  await page.getByRole('button', { name: words('web-admin', 'ru')('shift.open'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(sign);
}

/** Counts what is in the till and ends the shift, so that the desk's cashier can begin another. */
export async function closeShift(page: Page): Promise<void> {
  const say = words('web-admin', 'ru');
  await page.getByRole('link', { name: say('nav.shift'), exact: true }).click();
  const till = page.getByRole('region', { name: say('shift.xReport') });
  const left = (await till.getByRole('row', { name: new RegExp(`^${say('shift.total.inTill')}`) }).textContent())!.replace(say('shift.total.inTill'), '');
  await page.getByRole('button', { name: say('shift.close') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Пересчитано/).pressSequentially(left.replaceAll(/[^\d,]/g, '').replace(',', '.'));
  await dialog.getByRole('button', { name: say('shift.close') }).click();
  await expect(page.getByRole('region', { name: say('shift.zReport') })).toBeVisible();
}
