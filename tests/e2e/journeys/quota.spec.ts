import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const TABLET = { ...DESKTOP, width: 820, height: 1180 };

test('seats are kept by mouse and keyboard, the passenger does not get them, and they come back', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const shared = words('web-shared', 'ru');
  const ride = await api.ride('Бишкек', 'Талас', 20, 10);
  const all = await api.freeSeats(ride);
  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', `/admin/trips/${encodeURIComponent(ride.tripId)}`);
  await office.getByRole('link', { name: say('quota.title') }).click();
  await expect(office.getByText(say('quota.none'))).toBeVisible();

  // A rule without seats and without a reason is told at its fields.
  await office.getByLabel(say('quota.purpose')).selectOption('CLOSED');
  await office.getByRole('button', { name: say('form.save') }).click();
  await expect(office.getByLabel(say('quota.reason'))).toHaveAttribute('aria-invalid', 'true');

  const plan = office.getByRole('region', { name: say('quota.plan') });
  const seat = (label: string) => plan.locator(`[data-seat="${label}"]`);
  await seat(all[0]!).click();
  await office.keyboard.press('ArrowDown');
  await office.keyboard.press('Enter');
  const marked = await plan.locator('[data-seat][data-status="CHOSEN"]').evaluateAll((seats) => seats.map((one) => one.getAttribute('data-seat')!));
  expect(marked).toHaveLength(2);
  await office.getByLabel(say('quota.purpose')).selectOption('STAFF');
  await office.getByLabel(say('quota.release')).fill('2');
  await look(office, 'admin-quota-form');
  await office.getByRole('button', { name: say('form.save') }).click();
  const rules = office.getByRole('region', { name: say('quota.rules') });
  await expect(rules.getByRole('listitem')).toHaveCount(1);
  await expect(rules).toContainText(marked.join(', '));

  // A passenger who looks at the map cannot choose them; nor can anybody hold them past the site.
  const passenger = await open(browser, PHONE, 'ru');
  await passenger.goto(`/trip?out=${encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`)}`);
  const map = passenger.locator('#ride-0');
  await expect(map.locator(`[data-seat="${marked[0]}"]`)).toHaveAttribute('data-status', 'BLOCKED');
  await expect(map.locator(`[data-seat="${marked[0]}"]`)).toHaveAccessibleName(new RegExp(shared('seatMap.state.BLOCKED')));
  await look(passenger, 'seats-kept');
  expect(await api.freeSeats(ride)).toEqual(all.filter((label) => !marked.includes(label)));

  // A third seat for the other rule; then the first is taken back, and the passenger sees that as it happens.
  await office.getByLabel(say('quota.purpose')).selectOption('CLOSED');
  await office.getByLabel(say('quota.reason')).fill('сломана спинка');
  const broken = all.find((label) => !marked.includes(label))!;
  await seat(broken).click();
  await office.getByRole('button', { name: say('form.save') }).click();
  await expect(rules.getByRole('listitem')).toHaveCount(2);
  await expect(map.locator(`[data-seat="${broken}"]`)).toHaveAttribute('data-status', 'BLOCKED');
  await office.setViewportSize({ width: TABLET.width, height: TABLET.height });
  await look(office, 'admin-quota-tablet');
  await rules.getByRole('button', { name: new RegExp(`^${say('quota.drop')}: ${say('quota.purposeOf.STAFF')}`) }).click();
  await expect(rules.getByRole('listitem')).toHaveCount(1);
  await expect(map.locator(`[data-seat="${marked[0]}"]`)).toHaveAttribute('data-status', 'FREE');
  await rules.getByRole('button', { name: new RegExp(`^${say('quota.drop')}: ${say('quota.purposeOf.CLOSED')}`) }).click();
  await expect(office.getByText(say('quota.none'))).toBeVisible();
  expect(await api.freeSeats(ride)).toEqual(all);
});
