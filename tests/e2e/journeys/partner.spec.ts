import { ADMINISTRATOR, DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { words } from '../support/words';

test('a partner gets a key, another one, and loses it', async ({ browser, request }) => {
  const say = words('web-admin', 'ru');
  const page = await open(browser, DESKTOP, 'ru');
  await page.goto('/admin/partners');
  await page.getByLabel(say('signIn.login')).fill(ADMINISTRATOR);
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  const name = `Жол ачык ${Date.now() % 10_000}`;
  await page.getByRole('button', { name: say('partner.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('partner.name')).fill(name);
  await dialog.getByLabel(say('partner.contact')).fill('+996 555 010 203, Айбек');
  await dialog.getByRole('button', { name: say('partner.make') }).click();
  const field = page.getByRole('dialog').getByRole('textbox', { name: say('partner.key') });
  const key = await field.inputValue();
  expect(key).toMatch(/^bk_.{30,}$/);
  await look(page, 'admin-partner-key');
  await page.getByRole('button', { name: say('partner.kept') }).last().click();

  const ask = (value: string) => request.post('/graphql', { headers: { 'x-api-key': value }, data: { query: '{ site { name } }' } });
  expect((await ask(key)).status()).toBe(200);
  await page.reload();
  const row = page.getByRole('row', { name });
  await expect(row.getByText(say('partner.never'))).toHaveCount(0);

  await page.getByRole('button', { name: say('partner.renewNamed', { name }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: say('partner.renew') }).click();
  await expect(field).toBeVisible();
  const next = await field.inputValue();
  expect(next).not.toBe(key);
  await page.getByRole('button', { name: say('partner.kept') }).last().click();
  expect((await (await ask(key)).json()).errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
  expect((await ask(next)).status()).toBe(200);

  await page.getByRole('button', { name: say('partner.revokeNamed', { name }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: say('partner.revoke') }).click();
  await expect(page.getByText(say('partner.isRevoked', { name }))).toBeVisible();
  expect((await (await ask(next)).json()).errors?.[0].extensions.code).toBe('UNAUTHENTICATED');
  await look(page, 'admin-partners');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-partners-phone');
  await page.context().close();
});
