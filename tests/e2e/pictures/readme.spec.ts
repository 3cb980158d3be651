import { Api, type Ride } from '../support/api';
import { expect, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { stillAnswers } from '../support/still';
import { words } from '../support/words';

const SOLD: { seats: string[]; people: { lastName: string; firstName: string }[] }[] = [
  { seats: ['1', '2'], people: [{ lastName: 'Абдыкадырова', firstName: 'Нургүл' }, { lastName: 'Токтосунов', firstName: 'Эрлан' }] },
  { seats: ['7'], people: [{ lastName: 'Иванова', firstName: 'Мария' }] },
  { seats: ['11', '12'], people: [{ lastName: 'Бейшеналиев', firstName: 'Азамат' }, { lastName: 'Сыдыкова', firstName: 'Айжан' }] },
  { seats: ['15'], people: [{ lastName: 'Ким', firstName: 'Виктор' }] },
  { seats: ['20'], people: [{ lastName: 'Джумабаева', firstName: 'Айгерим' }] },
];
const HELD = '26';
const CHOSEN = ['17', '18'];
/** What stands in the pictures instead of numbers that are drawn by lot, and instead of the day they were taken for. */
const SHOWN_NUMBERS = ['BK-4RNT-2HC8', 'BK-7UZ4-LATU', 'BK-C54V-UZTB', 'BK-8T8T-RQCN', 'BK-M2XK-9WFD', 'BK-BK6N-URJ4'];
const SHOWN_DAY = '2027-03-17';

let ride: Ride;
let numbers: Map<string, string>;

test.beforeAll(async ({ playwright }) => {
  const request = await playwright.request.newContext({ baseURL: test.info().project.use.baseURL });
  const api = new Api(request);
  ride = await api.emptyRide('Бишкек', 'Каракол', '501Н-2100');
  const drawn: string[] = [];
  for (const { seats, people } of SOLD) drawn.push(await api.buy(ride, seats, people));
  drawn.push(await api.hold(ride, [HELD]));
  numbers = new Map(drawn.map((number, index) => [number, SHOWN_NUMBERS[index]!]));
  await request.dispose();
});

test('seats on a phone', async ({ browser }) => {
  const say = words('web-public', 'ru');
  const page = await open(browser, PHONE, 'ru');
  await stillAnswers(page.context(), { day: ride.date, shownDay: SHOWN_DAY, numbers });
  await page.goto(`/trip?out=${encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`)}&pax=ADULT%3A2`);
  for (const seat of CHOSEN) await page.locator(`[data-seat="${seat}"]`).click();
  await expect(page.locator(`[data-seat="${HELD}"]`)).toHaveAttribute('data-status', 'HELD');
  await page.getByRole('button', { name: say('seats.continue') }).waitFor();
  await page.locator('#ride-0').evaluate((box) => window.scrollTo(0, box.getBoundingClientRect().top + window.scrollY + 2));
  await page.mouse.move(0, 0);
  await expect(page).toHaveScreenshot('seats-phone.png');
  await page.context().close();
});

test("a trip in the staff's site", async ({ browser }) => {
  const page = await open(browser, { name: 'desktop', width: 1280, height: 860 }, 'ru');
  await stillAnswers(page.context(), { day: ride.date, shownDay: SHOWN_DAY, numbers });
  await signInAsStaff(page, 'ru', `/admin/trips/${encodeURIComponent(ride.tripId)}`);
  await expect(page.getByText(SOLD[0]!.people[0]!.lastName)).toBeVisible();
  await expect(page.locator(`[data-seat="${HELD}"]`)).toHaveAttribute('data-status', 'HELD');
  await page.mouse.move(0, 0);
  await expect(page).toHaveScreenshot('trip-desktop.png');
  await page.context().close();
});
