import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const TABLET = { ...DESKTOP, width: 820, height: 1180 };

test('a town and its station with platforms are set up from nothing, two people change it at once, passengers find it', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const stamp = String(Date.now()).slice(-5);
  const [town, name] = [`Ак-Жайлоо ${stamp}`, `Автостанция Ак-Жайлоо ${stamp}`];
  await api.signInAsAdministrator();
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/stations');
  await page.getByRole('table').waitFor();
  await look(page, 'admin-stations');

  await page.getByRole('button', { name: say('stations.new') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('stations.newTitle'));
  await page.getByLabel(say('station.code')).fill(`A${stamp}`);
  await page.getByLabel(say('names.ru')).fill(name);

  // The town is not there: it is added on the spot, its point shown on the map.
  await page.getByRole('combobox', { name: say('station.town') }).fill(town);
  await page.getByRole('option', { name: say('place.addNamed', { name: town }) }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel(say('names.ru'))).toHaveValue(town);
  await dialog.getByRole('button', { name: say('place.make') }).click();
  await expect(dialog.getByText(say('map.missing'))).toBeVisible();
  const townMap = dialog.getByRole('application', { name: say('map.ofTown') });
  await townMap.getByText('Бишкек', { exact: true }).waitFor();
  await townMap.click({ position: { x: 200, y: 200 } });
  const latitude = dialog.getByLabel(say('map.latitude'));
  await expect(latitude).not.toHaveValue('');
  const clicked = await latitude.inputValue();
  await townMap.press('ArrowUp');
  await expect.poll(async () => Number((await latitude.inputValue()).replace(',', '.'))).toBeGreaterThan(Number(clicked.replace(',', '.')));
  await dialog.getByLabel(say('map.latitude')).fill(`41.${stamp}`);
  await dialog.getByLabel(say('map.longitude')).fill(`74.9${stamp}`);
  await look(page, 'admin-town-new');
  await dialog.getByRole('button', { name: say('place.make') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('combobox', { name: say('station.town') })).toHaveValue(town);

  // The station begins where its town is; its mark is moved by the keyboard.
  const stationLatitude = page.getByLabel(say('map.latitude'));
  await expect(stationLatitude).toHaveValue(/^41[.,]/);
  const map = page.getByRole('application', { name: say('map.ofStation') });
  await map.getByText(town, { exact: true }).waitFor();
  const begun = await stationLatitude.inputValue();
  await map.press('Shift+ArrowDown');
  await expect(stationLatitude).not.toHaveValue(begun);
  await page.getByRole('button', { name: say('map.farther') }).click();
  await page.getByRole('button', { name: say('map.farther') }).click();

  await page.getByRole('checkbox', { name: 'понедельник', exact: true }).check();
  await page.getByLabel(say('week.opens', { day: 'понедельник' })).fill('05:30');
  await page.getByRole('button', { name: say('week.everyDay') }).click();
  await page.getByRole('checkbox', { name: say('week.allDayOn', { day: 'воскресенье' }) }).check();
  await page.getByLabel(say('station.phone')).fill('12');
  await page.getByLabel(`${say('station.address')}: ${say('names.of.ru')}`).fill('ул. Жайлоо, 7');
  await page.getByRole('button', { name: say('station.make') }).click();
  await expect(page.getByLabel(say('station.phone'))).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'admin-station-new');
  await page.getByLabel(say('station.phone')).fill('0555 12 34 56');
  await page.getByRole('button', { name: say('station.make') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

  for (const sign of ['1', '2', 'А']) {
    await page.getByRole('button', { name: say('platform.new') }).click();
    await dialog.getByLabel(say('platform.sign')).fill(sign);
    await dialog.getByRole('button', { name: say('platform.make') }).click();
    await expect(page.getByRole('button', { name: say('platform.editNamed', { sign }) })).toBeVisible();
  }
  await page.getByRole('button', { name: say('platform.new') }).click();
  await dialog.getByLabel(say('platform.sign')).fill('2');
  await dialog.getByRole('button', { name: say('platform.make') }).click();
  await expect(dialog.getByLabel(say('platform.sign'))).toHaveAttribute('aria-invalid', 'true');
  await page.keyboard.press('Escape');

  // Somebody else changes the phone while the name is typed: both stay.
  const id = decodeURIComponent(page.url().split('/').pop()!);
  const fields = 'id version kind place{id} names{ru ky en} timeZone latitude longitude address{ru ky en} openingHours{weekday opens closes}';
  const { stationRecord } = await api.ask<{ stationRecord: Record<string, unknown> & { place: { id: string } } }>(`query($id:ID!){stationRecord(id:$id){${fields}}}`, { id });
  await page.getByLabel(say('names.en'), { exact: true }).first().fill(`Ak-Jayloo ${stamp}`);
  const { place, ...rest } = stationRecord;
  await api.ask('mutation($input:SaveStationInput!){saveStation(input:$input){__typename ... on UserError{message}}}', { input: { ...rest, placeId: place.id, phone: '+996555000099' } });
  await page.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('form.conflict'))).toBeVisible();
  await expect(page.getByLabel(say('station.phone'))).toHaveValue('+996555000099');
  await page.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('station.saved'))).toBeVisible();
  await expect(page.getByText(/пн–сб 05:30–22:00/).first()).toBeVisible();
  await look(page, 'admin-station');

  for (const [device, picture] of [
    [TABLET, 'admin-station-tablet'],
    [PHONE, 'admin-station-phone'],
  ] as const) {
    const other = await open(browser, device, 'ru');
    await signInAsStaff(other, 'ru', page.url());
    await expect(other.getByLabel(say('station.phone'))).toHaveValue('+996555000099');
    await other.getByRole('application').getByText(town, { exact: true }).waitFor();
    await look(other, picture);
    await other.close();
  }

  // A passenger finds the town as it is typed, and reads how the station is reached.
  const passenger = await open(browser, PHONE, 'ru');
  const tell = words('web-public', 'ru');
  await passenger.goto('/');
  await passenger.getByRole('combobox', { name: tell('search.from'), exact: true }).fill(town.slice(0, 14));
  await expect(passenger.getByRole('option').filter({ hasText: town }).first()).toBeVisible();
  await passenger.goto(`/board/${encodeURIComponent(id)}`);
  await expect(passenger.getByRole('heading', { level: 1 })).toHaveText(name);
  await expect(passenger.getByText('ул. Жайлоо, 7')).toBeVisible();
  await expect(passenger.getByRole('link', { name: '+996555000099' })).toHaveAttribute('href', 'tel:+996555000099');
  await expect(passenger.getByText(/пн–сб 05:30–22:00/)).toBeVisible();
  await look(passenger, 'board-station-phone');
});
