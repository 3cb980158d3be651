import { DESKTOP, expect, look, open, test, type Device } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const SCREENS: (Omit<Device, 'name'> & { name: string })[] = [
  { name: 'full-hd', width: 1920, height: 1080 },
  { name: 'hd', width: 1280, height: 720 },
  { name: 'portrait', width: 1080, height: 1920 },
];

test('the board of a hall fills every screen, speaks three languages in turn and tells what the office announces', async ({ browser }) => {
  const say = words('web-admin', 'ru');
  const tell = words('web-public', 'ru');
  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', '/admin/announcements');
  await expect(office.getByRole('heading', { level: 1 })).toHaveText(say('announcements.title'));

  const visitor = await open(browser, DESKTOP, 'ru');
  await visitor.goto('/stations');
  await visitor.locator('main li a').first().click();
  await visitor.getByRole('link', { name: tell('hall.open') }).waitFor();
  const stationName = (await visitor.getByRole('heading', { level: 1 }).textContent())!;
  const address = (await visitor.getByRole('link', { name: tell('hall.open') }).getAttribute('href'))!;

  // A screen whose clock is in the test's hand: what comes with time is seen at once.
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 }, locale: 'ru-RU', baseURL: test.info().project.use.baseURL, timezoneId: 'Europe/Lisbon' });
  const hall = await context.newPage();
  await hall.clock.install();
  await hall.goto(address);
  await expect(hall.getByRole('heading', { level: 1 })).toHaveText(stationName);
  const rows = hall.locator('[data-row]');
  await expect.poll(async () => rows.count()).toBeGreaterThan(8);
  // Its clock is the station's, wherever the screen thinks that it stands.
  const shown = hall.locator('header time');
  await expect(async () => {
    const now = await hall.evaluate(() => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bishkek', timeStyle: 'short' }).format(Date.now()));
    await expect(shown).toHaveText(now, { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await look(hall, 'hall-full-hd');
  const first = await rows.first().textContent();
  await hall.clock.runFor(8_000);
  await expect(hall.locator('main')).toHaveAttribute('lang', 'ky');
  await expect(hall.getByRole('columnheader', { name: words('web-public', 'ky')('board.platform') })).toBeVisible();
  await look(hall, 'hall-kyrgyz');
  await hall.clock.runFor(8_000);
  await expect(hall.locator('main')).toHaveAttribute('lang', 'en');
  await hall.clock.runFor(8_000);
  await expect(hall.locator('main')).toHaveAttribute('lang', 'ru');
  // All three were told: the next page.
  await expect(rows.first()).not.toHaveText(first!);

  // Told by the office, it is on the wall at once and on the station's page, and gone again when it is taken back.
  const text = `Касса № 3 закрыта до вечера. Билеты продаёт касса № 1, ${Date.now() % 100_000}`;
  await office.getByRole('button', { name: say('announcements.new') }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByRole('combobox', { name: say('announcements.station') }).selectOption({ label: stationName });
  await dialog.getByLabel(`${say('announcements.text')}: ${say('names.of.ru')}`).fill(text);
  await dialog.getByLabel(`${say('announcements.text')}: ${say('names.of.ky')}`).fill('№ 3 касса кечке чейин жабык');
  await look(office, 'announcement-form');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(office.getByText(say('announcements.saved'))).toBeVisible();
  await look(office, 'announcements');
  await expect(visitor.getByText(text)).toBeVisible({ timeout: 30_000 });
  await look(visitor, 'board-announcement');
  await expect(async () => {
    await hall.clock.runFor(1_000);
    await expect(hall.getByText(text)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  for (const { name, width, height } of SCREENS) {
    await hall.setViewportSize({ width, height });
    await hall.clock.runFor(6_000);
    await expect.poll(async () => rows.count()).toBeGreaterThan(6);
    // Nothing hangs over an edge.
    const over = await hall.evaluate(() => {
      const all = [...document.querySelectorAll('header, [data-row], footer p')].map((one) => one.getBoundingClientRect());
      return all.filter((box) => box.bottom > innerHeight + 1 || box.right > innerWidth + 1).length;
    });
    expect(over, name).toBe(0);
    await look(hall, `hall-${name}`);
  }
  await office.getByRole('button', { name: say('announcements.withdrawNamed', { text }) }).click();
  await expect(office.getByText(say('announcements.withdrawn'))).toBeVisible();
  await expect(visitor.getByText(text)).toHaveCount(0, { timeout: 30_000 });

  // A server that is away: the last board stays, and says how old it is; then it goes on by itself.
  await hall.setViewportSize({ width: 1920, height: 1080 });
  await context.setOffline(true);
  await expect(async () => {
    await hall.clock.runFor(30_000);
    await expect(hall.getByText(/Нет связи|байланыш жок|No connection/)).toBeVisible({ timeout: 300 });
  }).toPass({ timeout: 60_000 });
  expect(await rows.count()).toBeGreaterThan(6);
  await context.setOffline(false);
  await expect(async () => {
    await hall.clock.runFor(30_000);
    await expect(hall.getByText(/Нет связи|байланыш жок|No connection/)).toHaveCount(0, { timeout: 1_500 });
  }).toPass({ timeout: 60_000 });
  // Arrivals on request; and at night the page begins anew.
  await hall.goto(`${address}?kind=arrivals`);
  await expect(hall.getByText(tell('board.arrivals')).first()).toBeVisible();
  await look(hall, 'hall-arrivals');
  let loads = 0;
  hall.on('load', () => (loads += 1));
  const toNight = await hall.evaluate(() => {
    const [hours, minutes] = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Bishkek', timeStyle: 'short' }).format(Date.now()).split(':').map(Number) as [number, number];
    const wait = (26 + 24 - hours) * 60 + 59 - minutes;
    return (wait % 1440 < 120 ? wait : wait % 1440) * 60_000;
  });
  await hall.clock.fastForward(toNight);
  await expect(async () => {
    // Small steps, so that the server answers between them.
    await hall.clock.fastForward(20_000);
    expect(loads).toBe(1);
  }).toPass({ timeout: 60_000, intervals: [30] });
  await expect.poll(async () => rows.count()).toBeGreaterThan(4);
  await context.close();
  await office.context().close();
  await visitor.context().close();
});
