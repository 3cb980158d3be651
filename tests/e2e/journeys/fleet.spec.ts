import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const addDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const typed = (day: string) => day.split('-').toReversed().join('.');

test('a vehicle and a driver are added with photo and papers, and what ends next is seen', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const stamp = String(Date.now()).slice(-6);
  const today = await api.today();
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/vehicles');
  await page.getByRole('table').waitFor();
  await look(page, 'admin-vehicles');

  await page.getByRole('button', { name: say('vehicles.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('vehicle.carrier')).selectOption({ label: 'Демо-перевозчик «Аршан»' });
  await dialog.getByLabel(say('vehicle.make'), { exact: true }).fill('Yutong ZK6122H9');
  await dialog.getByRole('button', { name: say('vehicle.make_') }).click();
  await expect(dialog.getByLabel(say('vehicle.plate'), { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(say('vehicle.plate'), { exact: true }).fill(`01 kg ${stamp} aab`);
  await dialog.getByLabel(say('vehicle.year')).fill('2023');
  await dialog.getByLabel(say('vehicle.layout')).selectOption({ index: 1 });
  await dialog.getByLabel(say('amenity.ac')).check();
  await look(page, 'admin-vehicle-new');
  await dialog.getByRole('button', { name: say('vehicle.make_') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Yutong ZK6122H9, 01 KG ${stamp} AAB`);

  // A picture of this very page will do as a photo.
  const shot = await page.screenshot({ type: 'jpeg' });
  await page.locator('input[type=file]').setInputFiles({ name: 'bus.jpg', mimeType: 'image/jpeg', buffer: shot });
  await expect(page.getByText(say('photo.added'), { exact: true })).toBeVisible();
  await expect(page.getByRole('img', { name: say('photo.alt', { make: 'Yutong ZK6122H9', n: 1 }) })).toBeVisible();
  await page.locator('input[type=file]').setInputFiles({ name: 'bus.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
  await expect(page.getByText(say('photo.notPicture'))).toBeVisible();

  const addPaper = async (kind: string, number: string, until: string) => {
    await page.getByRole('button', { name: say('permit.new') }).click();
    await dialog.getByLabel(say('permit.paper')).selectOption(kind);
    await dialog.getByLabel(say('permit.number')).fill(number);
    await dialog.getByLabel(say('permit.expiresOn')).fill(typed(until));
    await dialog.getByRole('button', { name: say('form.save') }).click();
    await expect(page.getByText(`${say(`permit.kind.${kind}`)} ${number}`, { exact: true })).toBeVisible();
  };
  await addPaper('INSURANCE', `ОС-${stamp}`, addDays(today, 400));
  await addPaper('INSPECTION', `ТО-${stamp}`, addDays(today, 12));
  await expect(page.getByText(say('permit.endsIn_many', { count: 12 }))).toBeVisible();
  await look(page, 'admin-vehicle');
  const phone = await open(browser, PHONE, 'ky');
  await signInAsStaff(phone, 'ky', page.url());
  await phone.getByRole('heading', { level: 1 }).waitFor();
  await look(phone, 'admin-vehicle-phone');

  await page.getByRole('link', { name: say('nav.drivers') }).click();
  await look(page, 'admin-drivers-empty');
  await page.getByRole('button', { name: say('drivers.new') }).click();
  await dialog.getByLabel(say('driver.carrier')).selectOption({ label: 'Демо-перевозчик «Аршан»' });
  await dialog.getByLabel(say('driver.lastName')).fill(`Сыдыков${stamp.slice(-2)}`.replace(/\d/g, 'а'));
  await dialog.getByLabel(say('driver.firstName'), { exact: true }).fill('Таалайбек');
  await dialog.getByLabel(say('driver.phone')).fill('0555 12 34 56');
  await dialog.getByRole('button', { name: say('driver.make') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Таалайбек');
  await addPaper('DRIVING_LICENCE', `ВУ-${stamp}`, addDays(today, -3));
  await expect(page.getByText(say('permit.ended'))).toBeVisible();
  await look(page, 'admin-driver');

  await page.getByRole('link', { name: say('nav.permits') }).click();
  await expect(page.getByRole('row').filter({ hasText: `ВУ-${stamp}` })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: `ОС-${stamp}` })).toHaveCount(0);
  await look(page, 'admin-permits');
  await phone.goto('/admin/permits');
  await phone.getByRole('table').waitFor();
  await look(phone, 'admin-permits-phone');

  // On a trip only with a reason, which stays in its history.
  await api.signInAsAdministrator();
  const list = 'query($f:TripFilterInput!){trips(filter:$f,first:50){nodes{id carrier{code} reservedSeating}}}';
  const { trips } = await api.ask<{ trips: { nodes: { id: string; carrier: { code: string }; reservedSeating: boolean }[] } }>(list, { f: { date: addDays(today, 2), text: '501' } });
  const trip = trips.nodes.find((one) => one.carrier.code === 'A' && one.reservedSeating)!;
  await page.goto(`/admin/trips/${encodeURIComponent(trip.id)}`);
  await page.getByRole('button', { name: say('crew.assign') }).click();
  await dialog.getByLabel(say('vehicle.title')).selectOption({ index: 1 });
  await dialog.getByRole('combobox', { name: say('drivers.title') }).click();
  await page.getByRole('option', { name: /Таалайбек/ }).first().click();
  await expect(dialog.getByText(say('crew.against'))).toBeVisible();
  await dialog.getByRole('heading').first().click();
  await dialog.getByRole('button', { name: say('crew.sure') }).click();
  await expect(dialog.getByText(say('form.required'))).toBeVisible();
  await dialog.getByLabel(say('crew.reason')).fill('Новое удостоверение получено, в базе завтра');
  await look(page, 'admin-crew');
  await dialog.getByRole('button', { name: say('crew.sure') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('region', { name: say('crew.title') })).toContainText('Таалайбек');
  await look(page, 'admin-trip-crew');
  await page.goto('/admin/permits');

  // Written down by mistake: gone from the list.
  await page.getByRole('row').filter({ hasText: `ВУ-${stamp}` }).getByRole('link').click();
  await page.getByRole('button', { name: say('permit.dropNamed', { name: `${say('permit.kind.DRIVING_LICENCE')} ВУ-${stamp}` }) }).click();
  await dialog.getByRole('button', { name: say('permit.dropSure') }).click();
  await expect(page.getByText(say('permit.dropped'), { exact: true })).toBeVisible();
  await expect(page.getByText(say('permit.noneHere'))).toBeVisible();
});
