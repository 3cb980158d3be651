import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { choosePlace, chooseSeats, FAMILY, fillPassengers, pay } from '../support/purchase';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';
import { addDays } from '../support/api';

const TABLET = { ...DESKTOP, width: 820, height: 1180 };

test('a line is set up from nothing: way, departures with their calendar, prices by distance; its first ticket is sold', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const site = words('web-public', 'ru');
  const stamp = String(Date.now()).slice(-5);
  const number = stamp;
  await api.signInAsAdministrator();
  // Three stations in towns of their own, west to east.
  const towns = ['Суусар', 'Кызарт', 'Тоолуу'].map((name) => `${name} ${stamp}`);
  for (const [index, name] of towns.entries()) {
    const place = await api.ask<{ savePlace: { place: { id: string } } }>('mutation($i: SavePlaceInput!) { savePlace(input: $i) { ... on PlaceSaved { place { id } } } }', { i: { names: { ru: name }, latitude: 42.1, longitude: 74 + index / 2 } });
    const input = { kind: 'STATION', placeId: place.savePlace.place.id, code: `R${stamp}${index}`, names: { ru: `${name}, автостанция` }, timeZone: 'Asia/Bishkek', latitude: 42.1, longitude: 74 + index / 2 };
    await api.ask('mutation($i: SaveStationInput!) { saveStation(input: $i) { __typename } }', { i: input });
  }

  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/routes');
  await page.getByRole('table').waitFor();
  await look(page, 'admin-routes');
  await page.getByRole('button', { name: say('routes.new') }).click();
  await page.getByLabel(say('names.ru')).fill(`${towns[0]} – ${towns[2]}`);
  await page.getByLabel(say('route.carrier')).selectOption({ index: 1 });
  await page.getByRole('button', { name: say('route.make') }).click();
  await expect(page.getByLabel(say('route.number'), { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel(say('route.layout'))).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(say('route.number'), { exact: true }).fill(number);
  await page.getByLabel(say('route.layout')).selectOption({ index: 1 });
  await look(page, 'admin-route-new');
  await page.getByRole('button', { name: say('route.make') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(number);

  // The way: stops out of order first, then moved by the keyboard.
  await page.getByRole('button', { name: say('path.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('path.add') }).click();
  for (const [index, town] of [towns[0]!, towns[2]!, towns[1]!].entries()) {
    await dialog.getByRole('combobox', { name: say('path.stopN', { n: index + 1 }) }).fill(town);
    await page.getByRole('option', { name: new RegExp(town) }).click();
  }
  await dialog.getByRole('button', { name: say('path.moveNamed', { n: 3 }) }).press('ArrowUp');
  await expect(dialog.getByRole('combobox', { name: say('path.stopN', { n: 2 }) })).toHaveValue(new RegExp(towns[1]!));
  const fill = (key: string, n: number, value: string) => dialog.getByLabel(say(`path.${key}`, { n })).fill(value);
  await fill('arrivesN', 2, '60');
  await fill('departsN', 2, '50');
  await fill('arrivesN', 3, '150');
  await fill('kmN', 1, '0');
  await fill('kmN', 2, '48,5');
  await fill('kmN', 3, '120');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(dialog.getByLabel(say('path.departsN', { n: 2 }))).toHaveAttribute('aria-invalid', 'true');
  await fill('departsN', 2, '70');
  await look(page, 'admin-path');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('path.saved'))).toBeVisible();
  await page.getByRole('button', { name: say('path.reverseNamed', { name: `${towns[0]} → ${towns[2]}` }) }).click();
  await expect(dialog.getByLabel(say('path.arrivesN', { n: 2 }))).toHaveValue('80');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(`${towns[2]} → ${towns[0]}`).first()).toBeVisible();

  // Departures: the calendar shows what they will make.
  const today = await api.today();
  await page.getByRole('button', { name: say('departure.new') }).click();
  await dialog.getByLabel(say('departure.startsAt')).fill('8:3');
  const day = (date: string) => date.split('-').toReversed().join('.');
  await dialog.getByLabel(say('departure.firstDate')).fill(day(today));
  await dialog.getByLabel(say('departure.lastDate')).fill(day(addDays(today, 90)));
  await dialog.getByLabel(say('departure.startsAt')).fill('23:30');
  await dialog.getByRole('button', { name: say('departure.addDate') }).click();
  await dialog.getByLabel(say('departure.dateN', { n: 1 }), { exact: true }).fill(day(addDays(today, 5)));
  await dialog.getByLabel(say('departure.dateN', { n: 1 }), { exact: true }).press('Tab');
  await expect(dialog.getByRole('heading', { name: say('departure.preview') })).toBeVisible();
  await expect(dialog.locator('td[data-because="EXCEPTION"]')).toHaveCount(1);
  await expect(dialog.locator('td[data-runs="yes"]')).toHaveCount(90);
  await look(page, 'admin-departure');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(new RegExp(say('departure.saved')))).toBeVisible();

  // Prices, filled in by distance and mended by hand.
  await page.getByRole('button', { name: say('prices.new') }).click();
  await dialog.getByLabel(say('prices.name')).fill('Основной');
  await dialog.getByLabel(say('prices.firstDate')).fill(day(today));
  await dialog.getByLabel(say('prices.rule.perKm')).fill('2,5');
  await dialog.getByRole('button', { name: say('prices.fill'), exact: true }).click();
  const cell = dialog.getByLabel(say('prices.ofPair', { from: towns[0]!, to: towns[2]! }));
  await expect(cell).toHaveValue('300');
  await cell.fill('двести');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(cell).toHaveAttribute('aria-invalid', 'true');
  await cell.fill('320,50');
  await look(page, 'admin-prices');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('prices.saved'))).toBeVisible();
  await page.getByLabel(say('prices.date')).fill(day(addDays(today, 2)));
  await page.getByLabel(say('prices.date')).press('Tab');
  await expect(page.getByText(/320,50/).first()).toBeVisible();
  await look(page, 'admin-route');

  // A passenger finds it and buys.
  const visitor = await open(browser, PHONE, 'ru');
  await visitor.goto('/');
  await choosePlace(visitor, site('search.from'), towns[0]!);
  await choosePlace(visitor, site('search.to'), towns[2]!);
  const query = 'query($i: SearchInput!) { searchJourneys(input: $i) { journeys { state segments { trip { id number } from { sequence } to { sequence } } } } }';
  const [from, to] = [await api.place(towns[0]!), await api.place(towns[2]!)];
  const found = await api.ask<{ searchJourneys: { journeys: { state: string; segments: { trip: { id: string; number: string }; from: { sequence: number }; to: { sequence: number } }[] }[] } }>(query, { i: { from, to, date: addDays(today, 2) } });
  const [journey] = found.searchJourneys.journeys;
  expect(journey?.state).toBe('ON_SALE');
  const segment = journey!.segments[0]!;
  expect(segment.trip.number).toBe(number);
  await visitor.goto(`/trip?out=${encodeURIComponent(`${segment.trip.id}~${segment.from.sequence}~${segment.to.sequence}`)}&pax=ADULT%3A1`);
  await chooseSeats(visitor, 0, 1);
  await visitor.getByRole('button', { name: site('seats.continue') }).click();
  await visitor.waitForURL(/\/passengers$/);
  await fillPassengers(visitor, 'ru', FAMILY.slice(0, 1), `line-${Date.now()}@example.org`);
  await visitor.getByRole('button', { name: site('passengers.continue') }).click();
  await visitor.waitForURL(/\/payment$/);
  await pay(visitor, 'ru');
  await expect(visitor.getByText(site('order.paidTitle'))).toBeVisible({ timeout: 30_000 });

  // Another time of departure: who has a ticket is named before anything is saved.
  await page.reload();
  await page.getByRole('button', { name: say('departure.editNamed', { time: '23:30' }) }).click();
  await dialog.getByLabel(say('departure.startsAt')).fill('22:45');
  await expect(dialog.getByText(say('departure.keptTitle_one', { count: 1 }))).toBeVisible();
  await look(page, 'admin-departure-kept');
  await page.setViewportSize({ width: TABLET.width, height: TABLET.height });
  await look(page, 'admin-departure-tablet');
  await dialog.getByRole('radio', { name: say('departure.sold.CLOSE_SALE') }).check();
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByRole('button', { name: say('departure.editNamed', { time: '22:45' }) })).toBeVisible();
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-route-phone');
  await page.context().close();
  await visitor.context().close();
});
