import type { Page } from '@playwright/test';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { fillPassengers, FAMILY, pay } from '../support/purchase';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const say = words('web-admin', 'ru');
const site = words('web-public', 'ru');
const shared = words('web-shared', 'ru');

/** The line of the double-decker, whose front row upstairs is a panorama. */
const LINE = /^901/;

async function forLine(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: say('tariff.routes') }).fill('901');
  await page.getByRole('option', { name: LINE }).first().click();
  await page.keyboard.press('Escape');
}

test('the office makes a class dearer, a price follow demand, and a campaign; a passenger on a phone sees why it costs so much, and pays it', async ({ browser, api }) => {
  const stamp = String(Date.now()).slice(-5);
  const [classes, demand, campaign] = [`Панорама ${stamp}`, `Спрос ${stamp}`, `Осень ${stamp}`];
  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', '/admin/tariff?kind=CLASS');
  const dialog = office.getByRole('dialog');
  const row = (name: string) => office.getByRole('row', { name: new RegExp(name) });

  await office.getByRole('button', { name: say('tariff.new') }).click();
  await dialog.getByLabel(say('names.ru')).first().fill(classes);
  await dialog.getByLabel(say('tariff.seatClass')).selectOption('panorama');
  await dialog.getByLabel(say('tariff.percent')).fill('30');
  await dialog.getByLabel(say('tariff.step')).fill('10');
  await forLine(office);
  await look(office, 'admin-class-form');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(row(classes)).toContainText('+30 %');

  await office.getByText(say('tariff.kindOf.DYNAMIC'), { exact: true }).click();
  await office.getByRole('button', { name: say('tariff.new') }).click();
  await dialog.getByLabel(say('names.ru')).first().fill(demand);
  await dialog.getByRole('group', { name: say('tariff.ahead') }).getByRole('button', { name: say('tariff.addStep') }).click();
  await dialog.getByLabel(say('tariff.aheadFrom', { n: 1 })).fill('7');
  await dialog.getByLabel(say('tariff.aheadPercent', { n: 1 })).fill('-15');
  // A ceiling below the fare is told at its field.
  await dialog.getByLabel(say('tariff.ceiling')).fill('90');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(dialog.getByLabel(say('tariff.ceiling'))).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(say('tariff.ceiling')).fill('130');
  await forLine(office);
  await look(office, 'admin-demand-form');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(row(demand)).toContainText('−15 %');

  await office.goto('/admin/promotions');
  await office.getByRole('button', { name: say('promotion.new') }).click();
  await dialog.getByText(say('promotion.byItself'), { exact: true }).click();
  await dialog.getByLabel(say('promotion.percent')).fill('10');
  await dialog.getByLabel(say('names.ru')).fill(campaign);
  await dialog.getByLabel(say('promotion.ticketsLimit')).fill('20');
  await dialog.getByRole('combobox', { name: say('promotion.routes') }).fill('901');
  await office.getByRole('option', { name: LINE }).first().click();
  await office.keyboard.press('Escape');
  await look(office, 'admin-campaign-form');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(row(campaign)).toContainText(say('promotion.campaign'));
  await expect(row(campaign)).toContainText(say('promotion.usedOf', { used: 0, limit: 20 }));

  // The calculator supposes what it is told, and says why it costs so much.
  const ride = await api.ride('Бишкек', 'Алматы', 10, 20);
  await office.goto('/admin/routes');
  await office.getByRole('link', { name: '901', exact: true }).click();
  const calculator = office.getByRole('group', { name: say('prices.calculator') });
  await calculator.getByLabel(say('prices.date')).fill(ride.date.split('-').toReversed().join('.'));
  await calculator.getByLabel(say('prices.date')).press('Tab');
  await calculator.getByLabel(say('prices.seatClass')).selectOption('panorama');
  await calculator.getByLabel(say('prices.occupied')).fill('85');
  const adult = calculator.locator('dl > div').first();
  for (const line of [classes, demand, campaign]) await expect(adult).toContainText(line);
  await expect(adult).toContainText('85 %');
  await calculator.scrollIntoViewIfNeeded();
  await look(office, 'admin-calculator');

  const passenger = await open(browser, PHONE, 'ru');
  await passenger.goto(`/search?from=${encodeURIComponent(ride.fromId)}&to=${encodeURIComponent(ride.toId)}&date=${ride.date}`);
  const card = passenger.getByRole('article').filter({ hasText: campaign }).first();
  await expect(card.locator('s')).toBeVisible();
  await look(passenger, 'search-campaign');
  await card.getByRole('button').first().click();

  const map = passenger.locator('#ride-0');
  await map.locator('[data-seat]').first().waitFor();
  await expect(map.getByRole('list', { name: /./ }).getByText(new RegExp(`^${site('seatClass.panorama')}: `))).toBeVisible();
  const why = map.getByRole('group').filter({ hasText: site('seats.whyOf', { name: site('seatClass.panorama') }) });
  await why.locator('summary').click();
  for (const line of [classes, demand, campaign]) await expect(why).toContainText(line);
  await look(passenger, 'seats-by-class');
  const shown = (await why.locator('summary strong').innerText()).trim();
  await map.getByText(shared('seatMap.deckNumber', { level: 2 }), { exact: true }).click();
  await map.locator('[data-seat][data-special][data-status="FREE"]').first().click();
  await expect(passenger.getByRole('complementary', { name: site('seats.summary') })).toContainText(shown);
  await passenger.getByRole('button', { name: site('seats.continue') }).click();
  await passenger.waitForURL(/\/passengers$/);
  await fillPassengers(passenger, 'ru', FAMILY.slice(0, 1), `price${stamp}@example.com`);
  await passenger.getByRole('button', { name: site('passengers.continue') }).click();
  await passenger.waitForURL(/\/payment$/);
  const price = passenger.getByRole('region', { name: site('price.title') });
  for (const line of [classes, demand, campaign]) await expect(price).toContainText(line);
  await look(passenger, 'payment-explained');
  await pay(passenger, 'ru');

  await office.goto('/admin/promotions');
  await expect(row(campaign)).toContainText(say('promotion.usedOf', { used: 1, limit: 20 }));
  // Others go on without all that.
  await office.getByRole('button', { name: say('promotion.editNamed', { code: campaign }) }).click();
  await dialog.getByLabel(say('promotion.active')).click();
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(row(campaign)).toHaveCount(0);
  for (const [kind, name] of [['CLASS', classes], ['DYNAMIC', demand]] as const) {
    await office.goto(`/admin/tariff?kind=${kind}`);
    await row(name).getByRole('button', { name: say('tariff.endNamed', { name }) }).click();
    await expect(row(name)).toHaveCount(0);
  }
});

test('who has seen a lower price is asked, and agrees', async ({ browser, api }) => {
  const stamp = String(Date.now()).slice(-5);
  const ride = await api.ride('Бишкек', 'Нарын', 12, 10);
  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', '/admin/tariff?kind=DYNAMIC');
  const passenger = await open(browser, PHONE, 'ru');
  await passenger.goto(`/trip?out=${encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`)}`);
  const seat = passenger.locator('#ride-0 [data-seat][data-status="FREE"]').first();
  await seat.click();

  const name = `Вдруг ${stamp}`;
  const dialog = office.getByRole('dialog');
  await office.getByRole('button', { name: say('tariff.new') }).click();
  await dialog.getByLabel(say('names.ru')).first().fill(name);
  await dialog.getByRole('button', { name: say('tariff.dropStep', { n: 1 }) }).click();
  await dialog.getByRole('group', { name: say('tariff.ahead') }).getByRole('button', { name: say('tariff.addStep') }).click();
  await dialog.getByLabel(say('tariff.aheadFrom', { n: 1 })).fill('0');
  await dialog.getByLabel(say('tariff.aheadPercent', { n: 1 })).fill('20');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(dialog).toBeHidden();

  await passenger.getByRole('button', { name: site('seats.continue') }).click();
  const agree = passenger.getByRole('button', { name: site('seats.agree') });
  await expect(agree).toBeVisible();
  await look(passenger, 'price-changed');
  await agree.click();
  await passenger.waitForURL(/\/passengers$/);
  await expect(passenger.getByText(new RegExp(name)).first()).toBeAttached();

  await office.getByRole('button', { name: say('tariff.endNamed', { name }) }).click();
  await expect(office.getByRole('row', { name: new RegExp(name) })).toHaveCount(0);
});
