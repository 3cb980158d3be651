import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInByCode } from '../support/passenger';
import { buyAlone, startPaying } from '../support/purchase';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('a passenger opens an account, tops it up, pays a ticket from it and gets the refund on it', async ({ browser, api }) => {
  const [say, tell] = [words('web-public', 'ru'), words('web-admin', 'ru')];
  const email = `wallet-${Date.now()}@example.org`;
  const ride = await api.ride('Бишкек', 'Каракол', 8, 1);
  const page = await open(browser, PHONE, 'ru');
  await signInByCode(page, api, 'ru', email);

  await page.getByRole('link', { name: say('cabinet.part.wallet') }).click();
  await look(page, 'wallet-none-phone');
  await page.getByRole('button', { name: say('wallet.open') }).click();
  const number = /(\d{4} \d{3} \d{3})/.exec((await page.getByText(/\d{4} \d{3} \d{3}/).textContent())!)![1]!;
  await page.getByLabel(say('wallet.amount')).fill('много');
  await page.getByRole('button', { name: say('wallet.toPayment') }).click();
  await expect(page.getByText(say('wallet.amountWrong'))).toBeVisible();
  await page.getByLabel(say('wallet.amount')).fill('1500');
  await page.getByRole('button', { name: say('wallet.toPayment') }).click();
  await page.waitForURL(/\/payment$/);
  await look(page, 'wallet-topup-phone');
  await startPaying(page, 'ru');
  await page.locator('button[name="action"][value="pay"]').click();
  await page.waitForURL(/part=wallet/);
  await expect(page.getByText(/^1\s500\s*сом$/).first()).toBeVisible({ timeout: 30_000 });

  // One press, and no bank.
  const order = await buyAlone(page, 'ru', ride, email);
  await expect(page.getByText(/^Доступно 1\s500\s*сом/)).toBeVisible();
  await look(page, 'wallet-pays-phone');
  await page.getByRole('button', { name: new RegExp(say('payment.pay', { amount: '.+' })) }).click();
  await expect(page.getByText(say('order.paidTitle'))).toBeVisible({ timeout: 30_000 });

  await page.getByRole('button', { name: say('refund.start') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByRole('button', { name: say('refund.count_one', { count: 1 }) }).click();
  await dialog.getByRole('button', { name: say('refund.confirm') }).click();
  await expect(dialog.getByText(say('wallet.refundDone'))).toBeVisible();
  await dialog.getByRole('button', { name: say('refund.close'), exact: true }).last().click();

  await page.goto('/cabinet?part=wallet');
  const statement = page.getByRole('region', { name: say('wallet.statement') });
  for (const kind of ['TOP_UP', 'PURCHASE', 'REFUND']) await expect(statement.getByText(say(`wallet.kind.${kind}`))).toBeVisible({ timeout: 30_000 });
  await expect(statement.getByText(order).first()).toBeVisible();
  await look(page, 'wallet-phone');
  await page.context().close();

  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', '/admin/wallets', 'accountant@demo.beket.example.com');
  await office.getByRole('link', { name: number }).click();
  await expect(office.getByRole('row').filter({ hasText: order }).filter({ hasText: tell('wallet.kind.REFUND') })).toBeVisible();
  await look(office, 'admin-wallet');
  await office.context().close();
});
