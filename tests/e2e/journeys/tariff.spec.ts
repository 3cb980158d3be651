import { DESKTOP, expect, look, open, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const TABLET = { ...DESKTOP, width: 820, height: 1180 };

test('a kind of baggage is made, planned dearer, offered to the passenger, and ended', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const name = `Самовар ${String(Date.now()).slice(-5)}`;
  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', '/admin/tariff');
  await office.getByRole('table').waitFor();
  await look(office, 'admin-tariff');
  await office.getByText(say('tariff.kindOf.BAGGAGE'), { exact: true }).click();
  await expect(office.getByRole('row', { name: /Велосипед/ })).toBeVisible();
  await office.getByRole('button', { name: say('tariff.new') }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(dialog.getByLabel(say('names.ru')).first()).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(say('names.ru')).first().fill(name);
  await dialog.getByLabel(say('tariff.amount')).fill('70');
  await look(office, 'admin-tariff-form');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(dialog).toBeHidden();
  const row = office.getByRole('row', { name: new RegExp(name) });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('70');

  // Dearer from a coming day on: both stand in the list, and the present one says until when.
  await office.getByRole('button', { name: say('tariff.editNamed', { name }) }).click();
  await dialog.getByLabel(say('tariff.amount')).fill('90');
  const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await dialog.getByLabel(say('tariff.from')).fill(day);
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(row).toHaveCount(2);
  await expect(row.nth(1)).toContainText(say('tariff.stateOf.PLANNED'));
  await office.setViewportSize({ width: TABLET.width, height: TABLET.height });
  await look(office, 'admin-tariff-tablet');

  // The passenger is offered it at today's price.
  const ride = await api.ride('Бишкек', 'Талас', 18, 4);
  const held = await api.ask<{ holdSeats: { order: { ancillaryOptions: { name: string; price: { amount: string } }[] } } }>(
    'mutation($i:HoldSeatsInput!){holdSeats(input:$i){... on HeldSeats{order{ancillaryOptions{name price{amount}}}}}}',
    { i: { idempotencyKey: crypto.randomUUID(), segments: [{ tripId: ride.tripId, from: ride.from, to: ride.to }], passengers: [{ category: 'ADULT' }] } },
  );
  expect(held.holdSeats.order.ancillaryOptions).toContainEqual({ name, price: { amount: '70.00' } });

  await row.nth(1).getByRole('button', { name: say('tariff.endNamed', { name }) }).click();
  await expect(row).toHaveCount(1);
  await row.getByRole('button', { name: say('tariff.endNamed', { name }) }).click();
  await expect(row).toHaveCount(0);
  await office.getByLabel(say('tariff.state')).selectOption('ENDED');
  await expect(row).toHaveCount(1);
});
