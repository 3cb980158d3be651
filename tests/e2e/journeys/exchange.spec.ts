import { DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { pay } from '../support/purchase';
import { words } from '../support/words';

test('a list is set as one likes it, and kept under a name', async ({ browser }) => {
  const say = words('web-admin', 'ru');
  const page = await open(browser, DESKTOP, 'ru');
  await page.goto('/admin/orders');
  await page.getByLabel(say('signIn.login')).fill('support-agent@demo.beket.example.com');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByLabel(say('orders.status')).selectOption('PAID');
  await page.getByRole('button', { name: say('view.columns') }).click();
  await page.getByRole('checkbox', { name: say('orders.contact') }).uncheck();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: say('view.save') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('view.name')).fill('Оплаченные');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  const view = page.getByLabel(say('view.choose'));
  await expect(view.locator('option:checked')).toHaveText('Оплаченные');
  await look(page, 'admin-orders-view');
  await view.selectOption('');
  await expect(page.getByLabel(say('orders.status'))).toHaveValue('');
  // Kept on the server: there after a reload, on whatever machine.
  await page.reload();
  await view.selectOption({ label: 'Оплаченные' });
  await expect(page.getByLabel(say('orders.status'))).toHaveValue('PAID');
  await expect(page.getByText(say('view.columnsOf', { shown: 7, total: 8 }))).toBeVisible();
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-orders-view-phone');
  await page.getByRole('button', { name: say('view.drop') }).click();
  await expect(view).toHaveCount(0);
});

test('the office finds an order, puts it right and exchanges its ticket for a dearer one, and the customer pays the difference', async ({ browser, api }) => {
  const [say, tell] = [words('web-admin', 'ru'), words('web-public', 'ru')];
  const ride = await api.emptyRide('Бишкек', 'Ош', '604-0700');
  const number = await api.buy(ride, ['5', '6'], [
    { lastName: 'Обменова', firstName: 'Жылдыз' },
    { lastName: 'Обменов', firstName: 'Тынчтык' },
  ]);
  const page = await open(browser, DESKTOP, 'ru');
  await page.goto('/admin/orders');
  await page.getByLabel(say('signIn.login')).fill('support-agent@demo.beket.example.com');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByLabel(say('orders.text')).fill('Обменова');
  await page.getByRole('link', { name: number }).click();

  // Everything that has happened, and a note for the next one.
  const timeline = page.getByRole('region', { name: say('timeline.title') });
  await expect(timeline.getByText(say('timeline.PAID'))).toBeVisible();
  await timeline.getByLabel(say('timeline.note')).fill('Просит рейс с лежачими местами');
  await timeline.getByRole('button', { name: say('timeline.addNote') }).click();
  await expect(timeline.getByText('Просит рейс с лежачими местами', { exact: true })).toBeVisible();

  // A name put right is on a new ticket.
  await page.getByRole('button', { name: say('order.changeNamed', { name: 'Обменова Жылдыз' }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('passengerForm.lastName')).fill('Обменова-Асанова');
  await look(page, 'admin-order-passenger');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('order.passengerChanged'))).toBeVisible();
  await expect(timeline.getByText(say('timeline.TICKETS_VOID'))).toBeVisible();
  await look(page, 'admin-order');

  // Another seat costs nothing.
  await page.getByRole('link', { name: say('exchanging.start') }).click();
  await page.getByLabel(/Обменов Тынчтык/).uncheck();
  await page.getByLabel(say('exchanging.sameTrip')).check();
  await page.locator('[data-seat="9"]').click();
  await look(page, 'admin-exchange-seat');
  await page.getByRole('button', { name: say('exchanging.count') }).click();
  await expect(page.getByText(say('exchanging.even'))).toBeVisible();
  await page.getByRole('button', { name: say('exchanging.exchange'), exact: true }).click();
  await expect(page.getByText(say('exchanging.done'))).toBeVisible();
  await page.getByRole('button', { name: say('exchanging.back') }).click();
  await expect(page.getByText(say('timeline.EXCHANGED'))).toBeVisible();

  // Another trip has its price.
  await page.getByRole('link', { name: say('exchanging.start') }).click();
  await page.getByLabel(/Обменов Тынчтык/).uncheck();
  await page.getByLabel(/604V-1830/).check();
  await page.getByRole('button', { name: say('exchanging.count') }).click();
  const offer = page.getByRole('region', { name: say('exchanging.offer') });
  await expect(offer.getByText(/К доплате/)).toBeVisible();
  await look(page, 'admin-exchange-offer');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-exchange-offer-phone');
  await page.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });
  await offer.getByRole('button', { name: say('exchanging.hold') }).click();
  await expect(page.getByText(say('exchanging.waits'))).toBeVisible();
  await page.getByRole('button', { name: say('exchanging.back') }).click();
  await expect(page.getByRole('button', { name: say('exchanging.drop') })).toBeVisible();
  await look(page, 'admin-order-exchange');

  // The customer finds it behind the link of the mail, and pays the difference.
  await api.signInAsAdministrator();
  const mail = await api.newestMessage('buyer@example.org', /прежние билеты/);
  const link = new RegExp(`/order/${number}#\\S+`).exec(mail)![0];
  const customer = await open(browser, PHONE, 'ru');
  await customer.goto(link);
  await expect(customer.getByText(tell('exchange.title'))).toBeVisible();
  await look(customer, 'order-exchange');
  await customer.getByRole('button', { name: /Доплатить/ }).click();
  await look(customer, 'payment-exchange');
  await pay(customer, 'ru');
  await expect(customer.getByText(tell('order.paidTitle'))).toBeVisible();
  await expect(customer.getByText(/604V-1830/).first()).toBeVisible();
  await look(customer, 'order-exchanged');
  await expect(page.getByText(say('exchangeState.DONE')).first()).toBeVisible({ timeout: 30_000 });
});
