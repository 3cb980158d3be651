import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('an accountant adds a bank, tries it while it is out of order, and offers it in one channel and none', async ({ browser }) => {
  const say = words('web-admin', 'ru');
  // A bank that answers nonsense: nobody pays by it.
  const bank = createServer((_, response) => response.writeHead(503).end('maintenance'));
  await new Promise<void>((done) => bank.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${(bank.address() as AddressInfo).port}`;
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/gateways', 'accountant@demo.beket.example.com');
  const code = `bank-${Date.now() % 1_000_000}`;
  const [name, secret] = [`Банк ${code}`, `key-of-${code}-0123456789`];
  await page.getByRole('button', { name: say('gateway.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(dialog.getByText(/от 16 до 200/).first()).toBeVisible();
  await dialog.getByLabel(say('gateway.code'), { exact: true }).fill(code);
  await dialog.getByRole('textbox', { name: /по-русски/ }).fill(name);
  await dialog.getByLabel(say('gateway.address'), { exact: true }).fill(address);
  await dialog.getByLabel(say('gateway.merchant'), { exact: true }).fill('station-1');
  await dialog.getByLabel(say('gateway.secret'), { exact: true }).fill(secret);
  await look(page, 'admin-gateway-form');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('gateway.saved', { name }))).toBeVisible();

  // It is out of order, and the office reads why.
  await page.getByRole('button', { name: say('gateway.testNamed', { name }) }).click();
  await dialog.getByRole('button', { name: say('gateway.ask') }).click();
  await expect(dialog.getByText('maintenance')).toBeVisible();
  await look(page, 'admin-gateway-test');
  await page.keyboard.press('Escape');
  const row = page.getByRole('row').filter({ hasText: code });
  await expect(row.getByText(say('gateway.failing', { count: 1 }))).toBeVisible();

  // Its key is never shown again, and stays when another thing is changed.
  await page.getByRole('button', { name: say('gateway.editNamed', { name }) }).click();
  await expect(dialog.getByLabel(say('gateway.secret'), { exact: true })).toHaveValue('');
  await expect(dialog.getByText(say('gateway.secretKeeps'))).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  await dialog.getByRole('checkbox', { name: say('today.channel.BOT') }).uncheck();
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(row.getByText(say('today.channel.BOT'))).toHaveCount(0);

  const turn = page.getByRole('switch', { name: say('gateway.enabledNamed', { name }) });
  await turn.click({ force: true });
  await expect(page.getByText(say('gateway.isOn', { name }))).toBeVisible();
  await turn.click({ force: true });
  await expect(page.getByText(say('gateway.isOff', { name }))).toBeVisible();
  await page.getByRole('link', { name: say('gateway.messagesNamed', { name }) }).click();
  await expect(page.getByRole('table').getByText(say('gateway.about.TEST')).first()).toBeVisible();
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-gateway-messages-phone');
  await page.goto('/admin/gateways');
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await look(page, 'admin-gateways-phone');
  await page.context().close();
  bank.close();
});
