import { DESKTOP, expect, look, open, PHONE, test, type Device } from '../support/browser';
import { addDays } from '../support/api';
import { child, chooseDay, chooseJourney, choosePlace, chooseSeats, FAMILY, fillPassengers, pay } from '../support/purchase';
import { beginning, words, type Language } from '../support/words';

/** The main job: there and back for two adults and a child, from the first page to the tickets. */
const runs: { device: Device; language: Language; from: string; to: string }[] = [
  { device: PHONE, language: 'ru', from: 'Бишкек', to: 'Каракол' },
  { device: DESKTOP, language: 'en', from: 'bishkek', to: 'karakol' },
];

for (const { device, language, from, to } of runs) {
  test(`round trip for two adults and a child, ${language} on a ${device.name}`, async ({ browser, api }) => {
    const say = words('web-public', language);
    const today = await api.today();
    const page = await open(browser, device, language);
    const shot = (name: string) => look(page, `${device.name}-${language}-${name}`);
    const email = `family-${Date.now()}@example.org`;

    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('home.title'));
    await shot('1-home');
    await choosePlace(page, say('search.from'), from);
    await choosePlace(page, say('search.to'), to);
    await chooseDay(page, say('search.date'), addDays(today, 9));
    await chooseDay(page, say('search.back'), addDays(today, 12));
    await page.getByRole('button', { name: new RegExp(`^${say('search.passengers')}`) }).click();
    const party = page.getByRole('dialog', { name: say('search.passengers') });
    const groups = party.getByRole('group');
    await groups.nth(0).getByRole('button', { name: say('search.more') }).click();
    await party.getByRole('listitem').filter({ hasText: language === 'ru' ? /^Ребёнок(От|скидка)/ : /^Child(From|From|\d|.*5)/ }).first().getByRole('button', { name: say('search.more') }).click();
    await party.getByRole('button', { name: say('search.done') }).click();
    await page.getByRole('button', { name: say('search.submit'), exact: true }).click();

    await page.waitForURL(/\/search\?/);
    await page.getByRole('article').first().waitFor();
    await shot('2-results');
    await chooseJourney(page, say('results.chooseThere'));
    await page.waitForURL(/out=/);
    await chooseJourney(page, say('results.choose'));

    await page.waitForURL(/\/trip\?/);
    await chooseSeats(page, 0, 3);
    await shot('3-seats');
    await page.locator('#ride-0').getByRole('button', { name: say('seats.nextRide') }).click();
    const back = page.locator('#ride-1');
    await back.getByRole('button', { name: say('seats.best') }).click();
    const best = back.locator('[data-seat][data-status="CHOSEN"]');
    await expect(best, 'the best seats are seen before they are held').toHaveCount(3);
    await expect(best.first()).toBeInViewport();
    const labels = await best.evaluateAll((all) => all.map((one) => one.getAttribute('data-seat')).join(', '));
    await expect(back.getByText(labels)).toBeVisible();
    await shot('3-best-seats');
    await page.getByRole('button', { name: say('seats.continue') }).click();

    await page.waitForURL(/\/passengers$/);
    await expect(page.getByRole('listitem').filter({ hasText: say(language === 'ru' ? 'seats.chosen_few' : 'seats.chosen_other', { seats: labels }) }).last()).toBeVisible();
    await page.getByRole('button', { name: say('passengers.continue') }).click();
    await expect(page.getByText(say('field.required')).first()).toBeVisible();
    await fillPassengers(page, language, [...FAMILY, child()], email);
    await page.reload();
    await expect(page.getByLabel(say('passenger.lastName')).first(), 'the draft survives a reload').toHaveValue(FAMILY[0]!.lastName);
    await shot('4-passengers');
    await page.getByRole('button', { name: say('passengers.continue') }).click();

    await page.waitForURL(/\/payment$/);
    await expect(page.getByText(say('price.total'))).toBeVisible();
    await shot('5-payment');
    await pay(page, language);

    await expect(page.getByText(say('order.paidTitle'))).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('img', { name: new RegExp(beginning(say('ticket.qr'))) })).toHaveCount(6);
    await shot('6-order');
    await page.reload();
    await expect(page.getByText(say('order.paidTitle')), 'nothing is lost on a reload').toBeVisible();

    const pdf = await page.request.get((await page.getByRole('link', { name: say('order.pdf') }).getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toContain('pdf');
    const calendar = await page.request.get((await page.getByRole('link', { name: say('order.calendar') }).getAttribute('href')) ?? '');
    expect(await calendar.text()).toContain('BEGIN:VCALENDAR');

    await page.goto('/orders');
    await expect(page.getByRole('link', { name: /^BK-/ })).toBeVisible();
    await shot('7-orders');
    await page.context().close();
  });
}
