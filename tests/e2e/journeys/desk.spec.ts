import { ADMINISTRATOR, DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, test } from '../support/browser';
import { words } from '../support/words';

test('a station has desks, and a new cashier sells at one of them', async ({ browser }) => {
  const say = words('web-admin', 'ru');
  const page = await open(browser, DESKTOP, 'ru');
  await page.goto('/admin/stations');
  await page.getByLabel(say('signIn.login')).fill(ADMINISTRATOR);
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByLabel(say('stations.text')).fill('новый автовокзал');
  await page.getByRole('link', { name: /новый автовокзал/ }).first().click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toContainText('новый автовокзал');
  const station = await heading.textContent();
  const sign = `К${Date.now() % 10_000}`;
  const email = `cashier-${sign.slice(1)}@example.org`;
  const desks = page.getByRole('region', { name: say('desk.title') });
  await desks.getByRole('button', { name: say('desk.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('desk.sign')).fill(sign);
  await dialog.getByLabel(say('desk.note')).fill('у входа, группы');
  await dialog.getByRole('button', { name: say('desk.make') }).click();
  await expect(page.getByText(say('desk.saved'), { exact: true })).toBeVisible();
  await expect(desks.getByRole('button', { name: say('desk.editNamed', { sign }) })).toBeVisible();
  await look(page, 'admin-station-desks');

  await page.goto('/admin/staff');
  await page.getByRole('button', { name: say('staff.invite') }).click();
  await dialog.getByLabel(say('staff.lastName')).fill('Кассирова');
  await dialog.getByLabel(say('staff.firstName')).fill('Бегимай');
  await dialog.getByLabel(say('staff.email')).fill(email);
  await dialog.getByLabel(say('staff.role')).selectOption('CASHIER');
  await dialog.getByRole('combobox', { name: say('staff.desks') }).or(dialog.getByLabel(say('staff.desks'))).first().fill(sign);
  await page.getByRole('option', { name: new RegExp(`${sign}$`) }).click();
  // The list is shut when the field is left.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('option', { name: new RegExp(`${sign}$`) })).toBeHidden();
  await look(page, 'admin-staff-desk');
  await dialog.getByRole('button', { name: say('staff.sendInvitation') }).click();
  await page.getByRole('row').filter({ hasText: email }).getByRole('link').click();
  await expect(page.getByText(`${station} · ${say('desk.named', { sign })}`).filter({ visible: true }).first()).toBeVisible();
  await page.context().close();
});
