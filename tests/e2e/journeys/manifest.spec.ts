import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('a manifest is made, downloaded and sent to a receiver that is set up for it', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Нарын', 8, 4);
  const seats = (await api.freeSeats(ride)).slice(0, 2);
  await api.buy(ride, seats, [
    { lastName: 'Токтогулова', firstName: 'Айпери' },
    { lastName: 'Жээнбеков', firstName: 'Нурлан' },
  ]);
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', '/admin/exchange');
  await page.getByRole('button', { name: say('destination.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('destination.name')).fill('Министерство транспорта');
  await dialog.getByLabel(say('destination.url')).fill('http://127.0.0.1:9/manifests');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  // The key is missing, and that is said at its field.
  await expect(dialog.getByText('Заполните')).toBeVisible();
  await dialog.getByRole('textbox', { name: say('destination.secret') }).fill('a-key-of-signatures');
  await look(page, 'admin-destination');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByRole('cell', { name: /Министерство транспорта/ }).first()).toBeVisible();
  await look(page, 'admin-destinations');

  await page.goto(`/admin/trips/${encodeURIComponent(ride.tripId)}`);
  const card = page.getByRole('region', { name: say('manifest.title') }).first();
  await card.getByRole('button', { name: say('manifest.make'), exact: true }).click();
  await expect(page.getByText(say('manifest.made', { number: 1 }))).toBeVisible();
  await expect(card.getByText('Токтогулова Айпери')).toBeVisible();
  const waiting = page.waitForEvent('download');
  await card.getByRole('button', { name: say('manifest.file', { format: 'PDF' }) }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^manifest-.*-v1\.pdf$/);
  await file.saveAs(new URL('../screenshots/manifest.pdf', import.meta.url).pathname);

  await page.getByRole('button', { name: say('run.report.DEPARTED') }).click();
  await page.getByRole('dialog').getByRole('button', { name: say('run.sure.DEPARTED') }).click();
  await expect(page.getByText(say('run.reported'), { exact: true })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(card.getByText(say('manifest.sent'))).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await look(page, 'admin-manifest');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-manifest-phone');
  await page.context().close();
});
