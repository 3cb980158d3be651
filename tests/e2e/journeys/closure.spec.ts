import { addDays, type Api } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const TICKETS = 300;
const EACH = 5;
const TABLET = { ...DESKTOP, width: 820, height: 1180 };

interface Segment {
  seatsLeft: number;
  from: { sequence: number };
  to: { sequence: number };
  trip: { id: string; reservedSeating: boolean };
}

/** Sells so many tickets on the trips of a day, past the sites. */
async function sell(api: Api, from: string, to: string, day: string, tickets: number): Promise<number> {
  const [fromId, toId] = [await api.place(from), await api.place(to)];
  let sold = 0;
  for (let ahead = 0; ahead < 5 && sold < tickets; ahead += 1) {
    const date = addDays(day, ahead);
    const { searchJourneys } = await api.ask<{ searchJourneys: { journeys: { state: string; segments: Segment[] }[] } }>(
      `query($input:SearchInput!){searchJourneys(input:$input){journeys{state segments{seatsLeft from{sequence}to{sequence}trip{id reservedSeating}}}}}`,
      { input: { from: fromId, to: toId, date } },
    );
    const rides = searchJourneys.journeys.filter((one) => one.state === 'ON_SALE' && one.segments.length === 1 && one.segments[0]!.trip.reservedSeating).map((one) => one.segments[0]!);
    for (const { trip, from: board, to: alight } of rides) {
      const ride = { tripId: trip.id, from: board.sequence, to: alight.sequence, fromId, toId, date };
      const free = await api.freeSeats(ride);
      for (; free.length >= EACH && sold < tickets; sold += EACH) {
        const seats = free.splice(0, EACH);
        await api.buy(ride, seats, seats.map(() => ({ lastName: 'Асанов', firstName: 'Бакыт' })));
      }
    }
  }
  return sold;
}

test('a road is closed with three hundred tickets sold: some passengers are re-booked in bulk, the others get their money back, all are told, and the road opens again', async ({ browser, api }) => {
  test.setTimeout(600_000);
  const say = words('web-admin', 'ru');
  const day = addDays(await api.today(), 20);
  expect(await sell(api, 'Бишкек', 'Нарын', day, TICKETS)).toBe(TICKETS);
  await api.signInAsAdministrator();
  const ride = await api.ride('Бишкек', 'Нарын', 20, 1).catch(() => null);

  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/closures');
  await expect(page.getByText(say('closures.none'))).toBeVisible();
  await page.getByRole('button', { name: say('closures.new') }).click();
  const choose = async (label: string, town: string) => {
    await page.getByRole('combobox', { name: label, exact: true }).fill(town);
    await page.getByRole('option', { name: town, exact: true }).first().click();
  };
  await choose(say('closure.from'), 'Кочкор');
  await choose(say('closure.to'), 'Нарын');
  await page.getByLabel(say('closure.startsAt')).fill(`${day}T00:00`);
  await page.getByLabel(say('closure.endsAt'), { exact: true }).fill(`${addDays(day, -1)}T00:00`);
  const reason = page.getByLabel(`${say('closure.reason')}: ${say('names.of.ru')}`);
  await reason.fill('Сель на перевале Долон');
  await page.getByRole('button', { name: say('closure.make') }).click();
  await expect(page.getByLabel(say('closure.endsAt'), { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(say('closure.startsAt')).fill(`${addDays(day, -2)}T00:00`);
  await expect(page.getByLabel(say('closure.endsAt'), { exact: true })).not.toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(say('closure.startsAt')).fill(`${day}T00:00`);
  await page.getByLabel(say('closure.endsAt'), { exact: true }).fill(`${addDays(day, 6)}T00:00`);

  // What it touches is seen before it is done.
  const touches = page.getByRole('region', { name: say('closure.touches') });
  await expect(touches.getByText(String(TICKETS), { exact: true })).toBeVisible();
  await look(page, 'admin-closure-new');
  await page.getByRole('button', { name: say('closure.make') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Кочкор ⇄ Нарын');
  await expect(page.getByRole('heading', { name: say('closure.tickets') })).toBeVisible();
  await page.getByRole('table').getByRole('row').nth(50).waitFor();
  await look(page, 'admin-closure');
  if (ride) {
    const { seatMap } = await api.ask<{ seatMap: { notOnSaleReason: string } }>('query($t:ID!,$f:Int!,$u:Int!){seatMap(tripId:$t,from:$f,to:$u){notOnSaleReason}}', { t: ride.tripId, f: ride.from, u: ride.to });
    expect(seatMap.notOnSaleReason).toBe('ROAD_CLOSED');
  }

  for (const [device, picture] of [
    [TABLET, 'admin-closure-tablet'],
    [PHONE, 'admin-closure-phone'],
  ] as const) {
    const other = await open(browser, device, 'ru');
    await signInAsStaff(other, 'ru', page.url());
    await other.getByRole('button', { name: say('closure.refund'), exact: true }).first().waitFor();
    await other.getByRole('table').last().waitFor();
    await other.getByText(say('rebook.lead')).waitFor();
    await look(other, picture);
    await other.close();
  }

  // Other trips carry as many as they have seats for, by one button; not those of the first trip, who are to stay.
  const rebooking = page.getByRole('region', { name: say('rebook.title') }).first();
  await rebooking.getByText(say('rebook.daysOf.3'), { exact: true }).click();
  await page.getByRole('checkbox', { name: /: перевести$/ }).first().uncheck();
  const rebook = page.getByRole('button', { name: /^Перевести \d+ пассажир/ });
  await expect(rebook).toBeEnabled();
  await expect(page.getByText(/пассажир\S* пока никуда не ед/)).toBeVisible();
  const going = Number(/\d+/.exec((await rebook.textContent()) ?? '')?.[0]);
  expect(going).toBeGreaterThan(0);
  expect(going).toBeLessThan(TICKETS);
  await look(page, 'admin-closure-plan');
  await rebook.click();
  await look(page, 'admin-closure-rebook');
  await page.getByRole('dialog').getByRole('button', { name: say('rebook.sureButton') }).click();
  await expect(page.getByText(new RegExp(`^${going} пассажир\\S* ед\\S+ друг\\S+ рейс`))).toBeVisible({ timeout: 120_000 });
  await expect(touches.getByText(String(TICKETS - going), { exact: true })).toBeVisible();
  // Who was to stay is to stay: one more press moves nobody of them.
  await expect(page.getByRole('checkbox', { name: /: перевести$/ }).first()).not.toBeChecked();
  await look(page, 'admin-closure-rebooked');
  expect(await api.newestMessage('+99655510', /Дорога закрыта: Сель на перевале Долон/)).toMatch(/Новые билеты/);

  // The others get everything back.
  await page.getByRole('button', { name: say('closure.refund'), exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/^Вернётся [\d\s]+.*, вместе со сборами$/)).toBeVisible();
  await expect(dialog.getByText(/^Письмом — заказов: \d+, по SMS: \d+$/)).toBeVisible();
  await look(page, 'admin-closure-refund');
  await dialog.getByRole('button', { name: say('closure.refundSure') }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(say('closure.nobody'))).toBeVisible({ timeout: 180_000 });
  await expect(page.getByRole('progressbar', { name: say('closure.progressLabel') })).toHaveAttribute('aria-valuenow', '100', { timeout: 60_000 });
  await expect(page.getByText(say('closure.noTickets'))).toBeVisible();
  await look(page, 'admin-closure-returned');
  expect(await api.newestMessage('buyer@example.org', /Сель на перевале Долон/)).toContain('Нарын');
  expect(await api.newestMessage('+99655510', /Сель на перевале Долон/)).toMatch(/Возвращаем/);

  await page.getByRole('button', { name: say('closure.lift'), exact: true }).click();
  await dialog.getByRole('button', { name: say('closure.liftSure') }).click();
  await expect(page.getByText(say('closure.stateOf.LIFTED'), { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: say('nav.closures') }).click();
  await page.getByText(say('closures.past'), { exact: true }).click();
  await expect(page.getByRole('link', { name: 'Кочкор ⇄ Нарын' }).first()).toBeVisible();
  await look(page, 'admin-closures');
});
