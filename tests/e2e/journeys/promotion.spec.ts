import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { buyAlone, pay } from '../support/purchase';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('a promotional code is made, typed by a passenger on a phone, taken off and put on again, and paid with', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const site = words('web-public', 'ru');
  const code = `ZIMA-${String(Date.now()).slice(-6)}`;
  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', '/admin/promotions');
  await office.getByRole('button', { name: say('promotion.new') }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(dialog.getByLabel(say('promotion.code'))).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(say('promotion.code')).fill(code.toLowerCase());
  await dialog.getByLabel(say('promotion.percent')).fill('15');
  await dialog.getByLabel(say('names.ru')).fill('Зимняя акция');
  await dialog.getByLabel(say('promotion.usesLimit')).fill('5');
  await look(office, 'admin-promotion-form');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  const row = office.getByRole('row', { name: new RegExp(code) });
  await expect(row).toContainText('15 %');
  await expect(row).toContainText(say('promotion.usedOf', { used: 0, limit: 5 }));

  const ride = await api.ride('Бишкек', 'Талас', 16, 4);
  const passenger = await open(browser, PHONE, 'ru');
  await buyAlone(passenger, 'ru', ride, `promo${Date.now()}@example.com`);
  const promo = passenger.getByRole('region', { name: site('promo.title') });
  await promo.getByLabel(site('promo.field')).fill('NO-SUCH-CODE');
  await promo.getByRole('button', { name: site('promo.apply') }).click();
  await expect(promo.getByLabel(site('promo.field'))).toHaveAttribute('aria-invalid', 'true');
  await promo.getByLabel(site('promo.field')).fill(` ${code.toLowerCase()} `);
  await promo.getByRole('button', { name: site('promo.apply') }).click();
  await expect(promo).toContainText(site('promo.used', { code }));
  const price = passenger.getByRole('region', { name: site('price.title') });
  await expect(price).toContainText('Зимняя акция');
  await look(passenger, 'payment-promo');
  await promo.getByRole('button', { name: site('promo.drop') }).click();
  await expect(price).not.toContainText('Зимняя акция');
  await promo.getByLabel(site('promo.field')).fill(code);
  await promo.getByRole('button', { name: site('promo.apply') }).click();
  await expect(price).toContainText('Зимняя акция');
  await pay(passenger, 'ru');

  await office.reload();
  await expect(row).toContainText(say('promotion.usedOf', { used: 1, limit: 5 }));
  await look(office, 'admin-promotions');
});
