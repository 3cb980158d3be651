import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInByCode } from '../support/passenger';
import { buyAlone, pay } from '../support/purchase';
import { words } from '../support/words';

test('registration by a code; an order made as a guest is in the cabinet', async ({ browser, api }) => {
  const say = words('web-public', 'ru');
  const email = `guest-${Date.now()}@example.org`;
  const ride = await api.ride('Бишкек', 'Каракол', 6, 2);
  const page = await open(browser, PHONE, 'ru');
  const number = await buyAlone(page, 'ru', ride, email);
  await pay(page, 'ru');
  await expect(page.getByText(say('order.paidTitle'))).toBeVisible({ timeout: 30_000 });

  // The key of the order is behind the # of its link, where a skip link has no business.
  await page.goto(`/order/${number}`);
  await expect(page.getByText(say('order.paidTitle'))).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  await page.reload();
  await expect(page.getByText(say('order.paidTitle')), 'the order still opens').toBeVisible();

  await signInByCode(page, api, 'ru', email, () => look(page, 'sign-in-code'));
  await expect(page.getByText(number)).toBeVisible();
  await look(page, 'cabinet-trips');

  for (const part of ['payments', 'passengers', 'settings', 'security']) {
    await page.getByRole('link', { name: say(`cabinet.part.${part}`) }).click();
    await page.waitForURL(new RegExp(`part=${part}`));
    await page.waitForLoadState('networkidle');
    await look(page, `cabinet-${part}`);
  }
  await page.getByRole('button', { name: say('deletion.start') }).click();
  await page.getByLabel(say('deletion.type', { word: 'DELETE' })).fill('DELETE');
  await page.getByRole('button', { name: say('deletion.confirm') }).click();
  await expect(page.getByText(/^У вас есть билеты на будущие поездки/), 'why not: there is a trip to come').toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: say('sessions.title') }), 'the session survives a reload').toBeVisible();
  await page.getByRole('button', { name: say('sessions.signOut'), exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.context().close();
});

test('boards, texts and a page that is not there', async ({ browser }) => {
  const say = words('web-public', 'ky');
  const page = await open(browser, DESKTOP, 'ky');
  await page.goto('/stations');
  await page.getByRole('main').getByRole('link').first().waitFor();
  await look(page, 'stations');
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByRole('table').or(page.getByText(say('board.none')))).toBeVisible();
  await look(page, 'board');
  await page.goto('/about');
  await look(page, 'about');
  await page.goto('/privacy');
  await look(page, 'privacy');
  await page.goto('/there-is-no-such-page');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('notFound.title'));
  await look(page, 'not-found');
  await page.context().close();
});
