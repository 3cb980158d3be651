import type { Page } from '@playwright/test';
import type { Api } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

interface Role {
  code: string;
  version: number;
  nameRu: string;
  nameKy: string;
  nameEn: string;
  permissions: string[];
}

/** As the demonstration begins: other journeys go on from there, and this one may be repeated. */
async function inspectorsSeeNoOrders(api: Api): Promise<void> {
  const { roles } = await api.ask<{ roles: { nodes: Role[] } }>('{roles{nodes{code version nameRu nameKy nameEn permissions}}}');
  const inspector = roles.nodes.find((role) => role.code === 'INSPECTOR')!;
  await api.ask('mutation($input:SaveRoleInput!){saveRole(input:$input){__typename}}', {
    input: { ...inspector, permissions: inspector.permissions.filter((one) => one !== 'VIEW_ORDERS') },
  });
}

test('an administrator lets somebody in, changes a role, keeps somebody out, and the log tells', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const email = `asel-${Date.now()}@example.org`;
  const page = await open(browser, DESKTOP, 'ru');
  await api.signInAsAdministrator();
  await inspectorsSeeNoOrders(api);
  await signInAsStaff(page, 'ru', '/admin/staff');
  await page.getByRole('table').waitFor();
  await look(page, 'admin-staff');

  // A mistake is told at its field, and nothing typed is lost.
  await page.getByRole('button', { name: say('staff.invite'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('staff.lastName')).fill('Токтосунова');
  await dialog.getByLabel(say('staff.firstName'), { exact: true }).fill('Асель');
  await dialog.getByLabel(say('staff.email')).fill('nonsense');
  await dialog.getByLabel(say('staff.role')).selectOption('INSPECTOR');
  await dialog.getByRole('button', { name: say('staff.sendInvitation') }).click();
  await expect(dialog.getByLabel(say('staff.email'))).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'admin-invite');
  await dialog.getByLabel(say('staff.email')).fill(email);
  await dialog.getByRole('button', { name: say('staff.sendInvitation') }).click();
  await expect(page.getByText(say('staff.invited', { email }))).toBeVisible();

  const { messages } = await api.ask<{ messages: { nodes: { to: string; text: string }[] } }>('{messages(first:20){nodes{to text}}}');
  const link = /\/admin\/welcome#\S+/.exec(messages.nodes.find((one) => one.to === email)!.text)![0];
  const phone = await open(browser, PHONE, 'ky');
  const dit = words('web-admin', 'ky');
  await phone.goto(link);
  await phone.getByLabel(dit('welcome.password'), { exact: true }).fill('12345678');
  await phone.getByRole('button', { name: dit('welcome.enter') }).click();
  await expect(phone.getByLabel(dit('welcome.password'), { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await look(phone, 'admin-welcome-phone');
  await phone.getByLabel(dit('welcome.password'), { exact: true }).fill('a long password');
  await phone.getByRole('button', { name: dit('welcome.enter') }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(dit('trips.title'));
  // On a narrow screen the sections are behind a button.
  const menu = phone.getByRole('dialog', { name: dit('nav.label') });
  await phone.getByRole('button', { name: dit('nav.label') }).click();
  await expect(menu.getByRole('link', { name: dit('nav.trips') })).toBeVisible();
  await expect(menu.getByRole('link', { name: dit('nav.orders') })).toHaveCount(0);
  await look(phone, 'admin-menu-phone');

  // A right more for all inspectors: theirs from the next page on.
  await page.getByRole('link', { name: say('nav.roles') }).click();
  await page.getByRole('button', { name: say('roles.editNamed', { name: 'Контролёр' }) }).click();
  await dialog.getByLabel(say('permission.VIEW_ORDERS')).check();
  await look(page, 'admin-role');
  await dialog.getByRole('button', { name: say('staff.save') }).click();
  await expect(page.getByText(say('roles.saved'))).toBeVisible();
  await look(page, 'admin-roles');
  await phone.reload();
  await phone.getByRole('button', { name: dit('nav.label') }).click();
  await menu.getByRole('link', { name: dit('nav.orders') }).click();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(dit('orders.title'));

  await page.getByRole('link', { name: say('nav.staff') }).click();
  await page.getByLabel(say('staff.text')).fill(email);
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: 'Токтосунова Асель' }).click();
  // Tied to a station: its trips alone, from the next page on.
  const everywhere = await trips(phone, dit);
  await page.getByRole('combobox', { name: say('staff.stations') }).fill('Талас');
  await page.getByRole('option', { name: /Талас/ }).first().click();
  await page.getByRole('heading', { level: 1 }).click();
  await page.getByRole('button', { name: say('staff.save'), exact: true }).click();
  await expect(page.getByText(say('staff.saved'))).toBeVisible();
  await expect(page.getByText(new RegExp(`${say('field.stationIds')}: ${say('staff.everywhere')}.*Талас`))).toBeVisible();
  await look(page, 'admin-member-tied');
  const tied = await trips(phone, dit);
  expect(tied).toBeGreaterThan(0);
  expect(tied).toBeLessThan(everywhere);
  await page.getByRole('button', { name: say('staff.block') }).click();
  await expect(dialog).toContainText(say('staff.means.block'));
  await look(page, 'admin-member-block');
  await dialog.getByRole('button', { name: say('staff.block') }).click();
  await expect(page.getByText(say('staff.isBlocked'))).toBeVisible();
  await expect(page.getByText(say('action.BLOCK_STAFF'))).toBeVisible();
  await look(page, 'admin-member');
  await phone.reload();
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(dit('signIn.title'));
  await phone.context().close();

  await page.getByRole('link', { name: say('nav.audit') }).click();
  await page.getByLabel(say('audit.changesOnly')).check();
  await expect(page.getByRole('cell', { name: say('action.SAVE_ROLE') }).first()).toBeVisible();
  await look(page, 'admin-log');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-log-phone');
  for (const list of ['trips', 'staff', 'roles']) {
    await page.getByRole('button', { name: say('nav.label') }).click();
    await page.getByRole('dialog', { name: say('nav.label') }).getByRole('link', { name: say(`nav.${list}`), exact: true }).click();
    await page.locator('tbody tr').first().waitFor();
    await look(page, `admin-${list}-phone`);
  }

  await inspectorsSeeNoOrders(api);
  await page.context().close();
});

/** How many trips the list has to begin with. */
async function trips(page: Page, say: (key: string) => string): Promise<number> {
  await page.goto('/admin/trips');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('trips.title'));
  const rows = page.locator('tbody tr');
  await rows.first().waitFor();
  return rows.count();
}
