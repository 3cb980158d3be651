import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { buyAlone } from '../support/purchase';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const ACCOUNTANT = 'accountant@demo.beket.example.com';

test('a company gets a contract with a price of its own, its buyer travels on credit, and the accountant sees what it owes', async ({ browser, api }) => {
  test.setTimeout(180_000);
  const [tell, say] = [words('web-admin', 'ru'), words('web-public', 'ru')];
  const stamp = Date.now();
  const [name, email] = [`ОсОО «Ала-Тоо Кен Байытуу ${stamp % 100_000}»`, `buyer-${stamp}@example.org`];

  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', '/admin/companies', ACCOUNTANT);
  await office.getByRole('button', { name: tell('company.new') }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel(tell('company.name')).fill(name);
  await dialog.getByLabel(tell('company.inn')).fill(String(stamp).padStart(14, '0'));
  await dialog.getByLabel(tell('company.contractNumber')).fill(`К-${stamp % 100_000}`);
  await dialog.getByLabel(tell('company.contractFrom')).fill('01.01.2026');
  await dialog.getByLabel(tell('company.discount'), { exact: true }).fill('5');
  await dialog.getByLabel(tell('company.credit')).fill('20000');
  // A price that is for nothing in particular is told at its field.
  await dialog.getByRole('button', { name: tell('company.addPrice') }).click();
  const price = dialog.getByRole('group', { name: tell('company.priceNumber', { n: 1 }) });
  await price.getByLabel(tell('company.discount')).fill('20');
  await dialog.getByRole('button', { name: tell('company.save') }).click();
  await expect(price.getByText(/для какой линии/)).toBeVisible();
  await look(office, 'admin-company-form');
  await price.getByLabel(tell('company.priceCategory')).selectOption('ADULT');
  await dialog.getByRole('button', { name: tell('company.save') }).click();
  await expect(office.getByRole('heading', { level: 1 })).toHaveText(name);
  await office.getByRole('region', { name: tell('company.members') }).getByLabel(tell('company.memberEmail')).fill(email);
  await office.getByRole('button', { name: tell('company.addMember') }).click();
  await expect(office.getByText(email)).toBeVisible();

  // The buyer signs in with that address, and takes the company on the page of payment.
  const ride = await api.ride('Бишкек', 'Каракол', 9, 1);
  await api.signInAsAdministrator();
  const page = await open(browser, PHONE, 'ru');
  await page.goto('/sign-in');
  await page.getByLabel(say('signIn.contact')).fill(email);
  await page.getByRole('button', { name: say('signIn.getCode') }).click();
  const code = page.getByLabel(say('signIn.code'));
  await code.waitFor();
  await code.fill(/\b(\d{6})\b/.exec(await api.newestMessage(email, /\b\d{6}\b/))![1]!);
  await page.waitForURL(/\/cabinet/);
  const order = await buyAlone(page, 'ru', ride, email);
  await page.getByRole('radio', { name: new RegExp(name) }).click();
  await expect(page.getByText(/20\s?%/).first()).toBeVisible();
  await look(page, 'company-pays-phone');
  await page.getByRole('button', { name: new RegExp(say('payment.pay', { amount: '.+' })) }).click();
  await expect(page.getByText(say('order.paidTitle'))).toBeVisible({ timeout: 30_000 });
  await page.context().close();

  // What is owed stands with its age, and leads to the order.
  await office.goto('/admin/reports');
  await office.getByRole('link', { name: 'Дебиторы по срокам долга' }).click();
  const table = office.getByRole('region', { name: 'Дебиторы по срокам долга' });
  const owing = table.getByRole('row', { name: new RegExp(name) });
  await expect(owing.first()).toBeVisible();
  await expect(office.getByLabel(tell('reports.period'))).toHaveCount(0);
  await look(office, 'admin-debtors');
  await owing.filter({ hasText: 'Срок не наступил' }).getByRole('button').first().click();
  const rows = office.getByRole('region', { name: tell('reports.rows'), exact: true });
  await expect(rows.getByText(order)).toBeVisible();
  await office.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(office, 'admin-debtors-phone');
  await office.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });

  // Both lists can be taken along.
  for (const list of ['companies', 'wallets']) {
    await office.goto(`/admin/${list}`);
    await expect(office.getByRole('row', { name: new RegExp(name) })).toBeVisible();
    await look(office, `admin-${list}`);
    const fetched = office.waitForEvent('download');
    await office.getByRole('button', { name: tell('export.download'), exact: true }).first().click();
    await office.getByRole('button', { name: tell('export.XLSX') }).click();
    expect((await fetched).suggestedFilename()).toMatch(new RegExp(`^${list}-.*\\.xlsx$`));
  }
  // The list of postings has what was booked, top-ups and all.
  await office.goto('/admin/ledger/postings');
  await expect(office.getByRole('row', { name: new RegExp(order) }).first()).toBeVisible();
  await office.context().close();
});
