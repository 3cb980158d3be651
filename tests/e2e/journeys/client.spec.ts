import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInByCode } from '../support/passenger';
import { buyAlone } from '../support/purchase';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('a company gets a contract with a price of its own, its buyer buys on credit, both get the invoice and the act, and the accountant sees what is owed', async ({ browser, api }) => {
  test.setTimeout(180_000);
  const [say, tell] = [words('web-public', 'ru'), words('web-admin', 'ru')];
  const stamp = String(Date.now());
  const [email, name] = [`client-${stamp}@example.org`, `ОсОО «Ала-Тоо Кен Байытуу ${stamp.slice(-6)}»`];
  const ride = await api.ride('Бишкек', 'Каракол', 8, 1);

  const office = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(office, 'ru', '/admin/companies', 'accountant@demo.beket.example.com');
  await office.getByRole('button', { name: tell('company.new') }).click();
  const making = office.getByRole('dialog');
  await making.getByLabel(tell('company.name')).fill(name);
  await making.getByLabel(tell('company.inn'), { exact: true }).fill(`0${stamp.slice(-13)}`);
  await making.getByLabel(tell('company.contractNumber')).fill('К-25');
  const today = new Intl.DateTimeFormat('ru', { timeZone: 'Asia/Bishkek', dateStyle: 'short' }).format(new Date());
  await making.getByLabel(tell('company.contractFrom')).fill(today);
  await making.getByLabel(tell('company.discount'), { exact: true }).fill('5');
  await making.getByLabel(tell('company.credit')).fill('20000');
  // A price that is for nothing in particular is told at its field.
  await making.getByRole('button', { name: tell('company.addPrice') }).click();
  const price = making.getByRole('group', { name: tell('company.priceNumber', { n: 1 }) });
  await price.getByLabel(tell('company.discount')).fill('20');
  await making.getByRole('button', { name: tell('company.save') }).click();
  await expect(price.getByText(/для какой линии/)).toBeVisible();
  await look(office, 'admin-company-form');
  await price.getByLabel(tell('company.priceCategory')).selectOption('ADULT');
  await making.getByRole('button', { name: tell('company.save') }).click();
  await expect(office.getByRole('heading', { level: 1, name })).toBeVisible();
  await office.getByRole('region', { name: tell('company.members') }).getByLabel(tell('company.memberEmail')).fill(email);
  await office.getByRole('button', { name: tell('company.addMember') }).click();
  await expect(office.getByText(tell('company.memberSaved'))).toBeVisible();

  const page = await open(browser, PHONE, 'ru');
  await signInByCode(page, api, 'ru', email);
  const order = await buyAlone(page, 'ru', ride, email);
  await page.getByRole('radio', { name: new RegExp(name) }).click();
  await expect(page.getByText(/20\s?%/).first()).toBeVisible();
  await look(page, 'company-pays-phone');
  await page.getByRole('button', { name: new RegExp(say('payment.pay', { amount: '.+' })) }).click();
  await expect(page.getByText(say('order.paidTitle'))).toBeVisible({ timeout: 30_000 });

  await office.reload();
  await office.getByRole('button', { name: tell('company.issue') }).click();
  await look(office, 'admin-invoice-form');
  await office.getByRole('dialog').getByRole('button', { name: tell('company.issue') }).click();
  const issued = office.getByRole('region', { name: tell('company.invoices') });
  await expect(issued.getByText(/К оплате .+ до/)).toBeVisible();
  await look(office, 'admin-company-invoices');
  for (const paper of [tell('company.invoicePdf'), tell('company.actPdf')]) {
    const [file] = await Promise.all([office.waitForEvent('download'), issued.getByText(paper, { exact: true }).click()]);
    expect(file.suggestedFilename()).toMatch(/^(invoice|act)-\d+\.pdf$/);
  }

  await page.goto('/cabinet?part=wallet');
  const papers = page.getByRole('region', { name: say('company.invoices') });
  const [act] = await Promise.all([page.waitForEvent('download'), papers.getByText(say('company.actPdf'), { exact: true }).click()]);
  expect(act.suggestedFilename()).toMatch(/^act-\d+\.pdf$/);
  await look(page, 'company-papers-phone');
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
