import { DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { words } from '../support/words';

test('an accountant makes a network of terminals, tries its door and reads what was asked', async ({ browser, request }) => {
  const say = words('web-admin', 'ru');
  const page = await open(browser, DESKTOP, 'ru');
  await page.goto('/admin/terminals');
  await page.getByLabel(say('signIn.login')).fill('accountant@demo.beket.example.com');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  const code = `net-${Date.now() % 1_000_000}`;
  await page.getByRole('button', { name: say('terminal.new') }).click();
  const dialog = page.getByRole('dialog');
  // Everything that is missing is told at once, each at its field.
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(dialog.getByText(/строчных латинских/).last()).toBeVisible();
  await dialog.getByLabel(say('terminal.code'), { exact: true }).fill(code);
  await dialog.getByLabel(say('terminal.dialect')).selectOption('PAY24');
  await dialog.getByRole('textbox', { name: /по-русски/ }).fill(`Сеть ${code}`);
  await dialog.getByLabel(say('terminal.login'), { exact: true }).fill(code);
  await dialog.getByRole('button', { name: say('terminal.generate') }).click();
  const password = await dialog.getByLabel(say('terminal.password'), { exact: true }).inputValue();
  expect(password).toMatch(/^[a-zA-Z0-9]{24}$/);
  await look(page, 'admin-terminal-form');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  const name = `Сеть ${code}`;
  await expect(page.getByText(say('terminal.saved', { name }))).toBeVisible();

  const ask = (query: string, login = `${code}:${password}`) => request.get(`/terminals/${code}?${query}`, { headers: { authorization: `Basic ${btoa(login)}` } });
  const off = await ask('command=pay&txn_id=1&account=BK-AAAA-AAAA&sum=10.00');
  expect(await off.text()).toContain('<result>8</result>');
  await page.getByRole('switch', { name: say('terminal.enabledNamed', { name }) }).click({ force: true });
  await expect(page.getByText(say('terminal.isOn', { name }))).toBeVisible();
  expect(await (await ask('command=pay&txn_id=2&account=BK-AAAA-AAAA&sum=10.00')).text()).toContain('<result>5</result>');
  expect((await ask('command=status&txn_id=2', `${code}:wrong`)).status()).toBe(401);

  await page.getByRole('button', { name: say('terminal.testNamed', { name }) }).click();
  await page.getByRole('dialog').getByRole('button', { name: say('terminal.ask') }).click();
  await expect(page.getByRole('dialog').getByText('<result>5</result>')).toBeVisible();
  await look(page, 'admin-terminal-test');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: say('terminal.requestsNamed', { name }) }).click();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(2)).toContainText(say('terminal.outcome.UNAUTHORIZED'));
  await page.getByLabel(say('terminal.find')).fill('2');
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: /Показать запрос: 2,/ }).last().click();
  await expect(page.getByRole('dialog').getByText(`GET /terminals/${code}?command=pay&txn_id=2&account=BK-AAAA-AAAA&sum=10.00`)).toBeVisible();
  await page.keyboard.press('Escape');
  await look(page, 'admin-terminal-requests');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-terminal-requests-phone');
  await page.goto('/admin/terminals');
  await expect(page.getByText(name, { exact: true })).toBeVisible();
  await look(page, 'admin-terminals-phone');
  await page.context().close();
});
