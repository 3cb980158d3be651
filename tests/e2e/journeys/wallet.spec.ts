import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInByCode } from '../support/passenger';
import { buyAlone, startPaying } from '../support/purchase';
import { beginShift, closeShift, openShift } from '../support/shift';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('a passenger opens an account, tops it up, pays a ticket from it and gets the refund on it, and a cashier takes a ticket from it', async ({ browser, api }) => {
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

  // Somebody holds a ticket, and the cashier takes it from the account: by keyboard, with a code that only its owner has.
  const { order: held } = await api.reserve(await api.emptyRide('Бишкек', 'Каракол', { seats: 12 }), ['9'], [{ lastName: 'Счётова', firstName: 'Айпери' }]);
  const sign = `С${Date.now() % 100_000}`;
  const { stations } = await api.ask<{ stations: { id: string; name: string }[] }>('{stations{id name}}');
  const home = stations.find((one) => one.name.includes('Бишкек')) ?? stations[0]!;
  await api.ask('mutation($i:SaveDeskInput!){saveDesk(input:$i){__typename}}', { i: { stationId: home.id, sign } });
  const desk = await open(browser, DESKTOP, 'ru');
  await beginShift(desk, sign, '-5');
  await desk.getByRole('button', { name: tell('shift.open'), exact: true }).click();
  await expect(desk.getByText(tell('form.negative'))).toBeVisible();
  await desk.getByLabel(tell('shift.float')).fill('1000');
  await openShift(desk, sign);
  await desk.goto(`/admin/sale?order=${held.id}`);
  const payment = desk.getByRole('region', { name: tell('sale.payment') });
  await payment.getByRole('button', { name: tell('atDesk.fromWallet') }).focus();
  await desk.keyboard.press('Enter');
  const digits = payment.getByLabel(tell('atDesk.walletNumber'));
  await expect(digits).toBeFocused();
  // A number that is not whole looks for nothing and pays nothing.
  await desk.keyboard.type('12345');
  await desk.keyboard.press('Enter');
  await expect(payment.getByText(tell('atDesk.walletDigits'))).toBeVisible();
  await desk.keyboard.press('Control+A');
  await desk.keyboard.type(number.replaceAll(' ', ''));
  await desk.keyboard.press('Enter');
  const sum = payment.getByLabel(tell('atDesk.wallet'), { exact: true });
  await expect(sum).toBeFocused();
  await expect(sum).not.toHaveValue('');
  await expect(payment.getByLabel(tell('atDesk.received'))).toHaveCount(0);
  await look(desk, 'admin-sale-wallet');
  const due = await sum.inputValue();
  // Neither a number without a sum is cash, nor a sum without a code.
  await desk.keyboard.press('Control+A');
  await desk.keyboard.press('Delete');
  await payment.getByLabel(tell('atDesk.walletCode')).focus();
  await desk.keyboard.type('111111');
  await desk.keyboard.press('Enter');
  await expect(payment.getByText(tell('atDesk.lacking.wallet'))).toBeVisible();
  await expect(sum).toBeFocused();
  await desk.keyboard.type(due);
  const code = payment.getByLabel(tell('atDesk.walletCode'));
  await code.fill('');
  await sum.press('Enter');
  await expect(payment.getByText(tell('atDesk.lacking.walletCode'))).toBeVisible();
  await look(desk, 'admin-sale-wallet-lacking');
  const used = /\b(\d{6})\b/.exec(await api.newestMessage(email, /\b\d{6}\b/))![1]!;
  await payment.getByRole('button', { name: tell('atDesk.sendCode') }).press('Enter');
  await expect(code).toBeFocused();
  const fresh = new RegExp(`\\b(?!${used})\\d{6}\\b`);
  await desk.keyboard.type(fresh.exec(await api.newestMessage(email, fresh))![0]);
  await desk.keyboard.press('Enter');
  await expect(desk.getByRole('link', { name: tell('atDesk.print') })).toBeVisible();
  const { order: paid } = await api.ask<{ order: { payments: { method: string }[] } }>('query($id:ID!){order(id:$id){payments{method}}}', { id: held.id });
  expect(paid.payments.map((one) => one.method)).toEqual(['wallet']);
  await closeShift(desk);
  await desk.context().close();

  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', '/admin/wallets', 'accountant@demo.beket.example.com');
  await office.getByRole('link', { name: number }).click();
  await expect(office.getByRole('row').filter({ hasText: order }).filter({ hasText: tell('wallet.kind.REFUND') })).toBeVisible();
  await look(office, 'admin-wallet');
  await office.context().close();
});
