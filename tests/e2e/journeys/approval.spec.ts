import { DESKTOP, expect, look, open, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('more than the rules is asked for with a reason, and a second person says yes', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  // What is in another currency than the station's waits always.
  const ride = await api.ride('Алматы', 'Бишкек', 5, 1);
  const [seat] = await api.freeSeats(ride);
  const number = await api.buy(ride, [seat!], [{ firstName: 'Айгерим', lastName: 'Серикова', documentKind: 'PASSPORT', documentNumber: 'AN1234561' }]);

  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', `/admin/orders?text=${number}`, 'support-agent@demo.beket.example.com');
  await page.getByRole('link', { name: number }).click();
  await page.getByRole('button', { name: say('atDesk.return') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('overrule.title') }).click();
  const count = dialog.getByRole('button', { name: say('atDesk.quote') });
  await expect(count).toBeDisabled();
  await dialog.getByLabel(say('overrule.reason')).selectOption('EQUIPMENT_FAILURE');
  await dialog.getByLabel(say('overrule.note')).fill('Всю дорогу не работало отопление');
  const fare = dialog.getByLabel(/^Удержать из тарифа/);
  await fare.fill('999999');
  await count.click();
  await expect(dialog.getByText(/больше правила не удерживают/)).toBeVisible();
  await fare.fill('10');
  await dialog.getByLabel(say('overrule.fees')).check();
  await look(page, 'admin-overrule-form');
  await count.click();
  await expect(dialog.getByText(/будет ждать одобрения второго человека/)).toBeVisible();
  await expect(dialog.getByText(/По правилам вернулось бы/)).toHaveCount(1);
  await look(page, 'admin-overrule-offer');
  await dialog.getByLabel(say('atDesk.byHand')).uncheck();
  await dialog.getByRole('button', { name: say('overrule.askFor') }).click();
  await expect(page.getByText(say('overrule.asked'))).toBeVisible();
  await expect(page.getByText(say('refundState.WAITING_APPROVAL'), { exact: true })).toBeVisible();
  await look(page, 'admin-order-waits-for-approval');
  await page.context().close();

  const other = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(other, 'ru', '/admin/approvals', 'accountant@demo.beket.example.com');
  const row = other.getByRole('row').filter({ hasText: number });
  await expect(row.getByText('Всю дорогу не работало отопление')).toBeVisible();
  await look(other, 'admin-approvals');
  await row.getByRole('button', { name: say('overrule.approve') }).click();
  const decision = other.getByRole('dialog');
  await expect(decision.getByText(say('overrule.toOrigin'))).toBeVisible();
  await look(other, 'admin-approve');
  await decision.getByRole('button', { name: say('overrule.approve') }).click();
  await expect(other.getByText(say('overrule.approved'))).toBeVisible();
  await expect(row).toHaveCount(0);
  await other.getByLabel(say('approvals.state')).selectOption('APPROVED');
  await row.getByRole('link', { name: number }).click();
  await expect(other.getByText(say('orderStatus.REFUNDED'), { exact: true }).first()).toBeVisible();
  await expect(other.getByText(/^Одобрено: /)).toBeVisible();
  await other.context().close();
});
