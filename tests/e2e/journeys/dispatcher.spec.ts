import { DEMO_PASSWORD } from '../support/api';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { words } from '../support/words';

test('the dispatcher delays a trip, then cancels it, and the passengers are told and paid back', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Талас', 9, 3);
  const seats = (await api.freeSeats(ride)).slice(0, 2);
  const number = await api.buy(ride, seats, [
    { lastName: 'Сыдыкова', firstName: 'Гүлнара' },
    { lastName: 'Сыдыков', firstName: 'Бекзат' },
  ]);

  await api.signInAsAdministrator();
  const mail = await api.newestMessage('buyer@example.org', new RegExp(number));
  const passenger = await open(browser, PHONE, 'ru');
  await passenger.goto(/\/order\/\S+/.exec(mail)![0]);
  await passenger.getByRole('article').first().waitFor();

  const page = await open(browser, DESKTOP, 'ru');
  await page.goto(`/admin/trips/${encodeURIComponent(ride.tripId)}`);
  await page.getByLabel(say('signIn.login')).fill('dispatcher@demo.beket.example.com');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByRole('heading', { name: say('run.title') }).waitFor();

  await page.getByLabel(say('run.minutes')).fill('45');
  await page.getByRole('button', { name: say('run.delay'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(say('run.passengers_few', { count: 2 }))).toBeVisible();
  await look(page, 'admin-trip-delay');
  await dialog.getByRole('button', { name: say('run.sure.delay') }).click();
  await expect(page.getByText(say('run.delayed_few', { count: 2 }))).toBeVisible();
  await expect(page.getByText(say('trips.delay', { minutes: 45 }))).toBeVisible();

  // The page of the order is told as it happens.
  const tell = words('web-public', 'ru');
  const [late] = tell('ticket.late', { minutes: 45, time: '##' }).split('##');
  await expect(passenger.getByText(late!).first()).toBeVisible();
  await look(passenger, 'order-late-phone');

  // Another platform: on the passenger's page as it happens.
  const calls = page.getByRole('region', { name: say('trip.stops') }).first();
  await calls.getByRole('button').first().click();
  const sign = dialog.getByLabel(say('trip.platform'));
  const signs = await sign.locator('option').evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
  const planned = await sign.inputValue();
  const other = signs.find((one) => one !== '' && one !== planned)!;
  await sign.selectOption(other);
  await expect(dialog.getByText(say('run.passengers_few', { count: 2 }))).toBeVisible();
  await look(page, 'admin-trip-platform');
  await dialog.getByRole('button', { name: say('otherPlatform.sure') }).click();
  await expect(page.getByText(say('otherPlatform.done', { count: 2 }))).toBeVisible();
  await expect(passenger.getByText(tell('ticket.platform', { platform: other })).first()).toBeVisible();

  // A stop on the way is left out: nobody with a ticket gets on or off there.
  const skip = calls.getByRole('button', { name: new RegExp(say('skip.skipNamed', { stop: '' }).replace(/^: /, '')) });
  await skip.first().click();
  await expect(dialog.getByText(say('run.passengers_many', { count: 0 }))).toBeVisible();
  await look(page, 'admin-trip-skip');
  await dialog.getByRole('button', { name: say('skip.sure') }).click();
  await expect(page.getByText(say('skip.done_many', { count: 0 }))).toBeVisible();
  await expect(calls.getByText(say('skip.passes'))).toHaveCount(1);

  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-trip-phone');
  await page.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });

  await page.getByRole('button', { name: say('run.cancel'), exact: true }).click();
  await expect(dialog.getByText(say('run.forGood'))).toBeVisible();
  await look(page, 'admin-trip-cancel');
  await dialog.getByRole('button', { name: say('run.sure.cancel') }).click();
  await expect(page.getByText(say('run.cancelled_one', { count: 1 }))).toBeVisible();
  await expect(page.getByText(say('tripState.CANCELLED')).first()).toBeVisible();
  await expect(page.getByText(say('trip.noPassengers'))).toBeVisible({ timeout: 20_000 });
  await look(page, 'admin-trip-cancelled');
  await expect(passenger.getByText(tell('ticket.cancelled')).first()).toBeVisible();
  await look(passenger, 'order-cancelled-phone');
  await passenger.context().close();
  await page.context().close();
});
