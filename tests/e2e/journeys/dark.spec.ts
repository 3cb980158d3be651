import { expect, look, open, PHONE, test } from '../support/browser';
import { words } from '../support/words';

const SMALL = { ...PHONE, width: 360, height: 740 };

test('in the dark, in Kyrgyz, on a small phone', async ({ browser, api }) => {
  const say = words('web-public', 'ky');
  const ride = await api.ride('Бишкек', 'Ош', 7, 2);
  const page = await open(browser, SMALL, 'ky', 'dark');
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('home.title'));
  await page.getByRole('heading', { name: say('home.popular') }).waitFor();
  await look(page, 'dark-home');
  await page.goto(`/search?from=${ride.fromId}&to=${ride.toId}&date=${ride.date}`);
  await page.getByRole('article').first().waitFor();
  await look(page, 'dark-results');
  await page.goto(`/trip?out=${encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`)}`);
  await page.locator('[data-seat]').first().waitFor();
  await page.locator('[data-seat][data-status="FREE"]').first().click();
  await look(page, 'dark-seats');
  await page.getByRole('button', { name: say('seats.continue') }).click();
  await page.waitForURL(/\/passengers$/);
  await page.getByRole('button', { name: say('passengers.continue') }).click();
  await expect(page.getByText(say('field.required')).first()).toBeVisible();
  await look(page, 'dark-passengers');
  await page.goto('/sign-in');
  await page.getByRole('button', { name: say('signIn.getCode') }).waitFor();
  await look(page, 'dark-sign-in');
  await page.getByRole('button', { name: words('web-shared', 'ky')('theme.toLight') }).click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light');
  await page.reload();
  await expect(page.locator('html'), 'the choice is remembered').toHaveAttribute('data-mantine-color-scheme', 'light');
  await page.context().close();
});
