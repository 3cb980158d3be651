import { DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { words } from '../support/words';

test('two of an order go their own way, with their tickets and what was paid for them', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.emptyRide('Бишкек', 'Ош', '604-0700');
  const number = await api.buy(ride, ['9', '10'], [
    { lastName: 'Разделов', firstName: 'Данияр' },
    { lastName: 'Разделова', firstName: 'Назгүл' },
  ]);
  const page = await open(browser, DESKTOP, 'ru');
  await page.goto('/admin/orders');
  await page.getByLabel(say('signIn.login')).fill('support-agent@demo.beket.example.com');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByLabel(say('orders.text')).fill('Разделова');
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: say('split.start') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('checkbox', { name: 'Разделова Назгүл' }).check();
  await dialog.getByRole('checkbox', { name: 'Разделов Данияр' }).check();
  await dialog.getByLabel(say('order.email')).fill('nazgul@example.org');
  await dialog.getByLabel(say('order.phone')).fill('0700 555 666');
  await dialog.getByRole('button', { name: say('split.sure') }).click();
  await expect(dialog.getByText('Хотя бы один пассажир с билетом остаётся')).toBeVisible();
  await look(page, 'admin-order-split');
  await dialog.getByRole('checkbox', { name: 'Разделов Данияр' }).uncheck();
  await dialog.getByRole('button', { name: say('split.sure') }).click();
  await expect(page.getByText(/Заказ разделён: новый — BK-/)).toBeVisible();
  await expect(page.getByText('Разделова Назгүл')).toHaveCount(0);
  const other = page.getByRole('region', { name: say('order.summary') }).getByRole('link', { name: /^BK-/ });
  const fresh = await other.textContent();
  await look(page, 'admin-order-after-split');

  // The other order: its own contact, a share of the payment, the way back.
  await other.click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(fresh ?? '');
  await expect(page.getByText('nazgul@example.org').first()).toBeVisible();
  await expect(page.getByText(say('split.share'))).toBeVisible();
  await expect(page.getByRole('link', { name: number })).toBeVisible();
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-order-split-off-phone');
  await page.context().close();
});
