import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { buyAlone } from '../support/purchase';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('a company gets a contract, its buyer buys on credit, and both get the invoice and the act', async ({ browser, api }) => {
  const [say, tell] = [words('web-public', 'ru'), words('web-admin', 'ru')];
  const stamp = String(Date.now());
  const [email, name] = [`client-${stamp}@example.org`, `ОсОО «Тест ${stamp.slice(-6)}»`];
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
  await making.getByLabel(tell('company.credit')).fill('20000');
  await making.getByRole('button', { name: tell('company.save') }).click();
  await expect(office.getByRole('heading', { level: 1, name })).toBeVisible();
  await office.getByRole('region', { name: tell('company.members') }).getByLabel(tell('company.memberEmail')).fill(email);
  await office.getByRole('button', { name: tell('company.addMember') }).click();
  await expect(office.getByText(tell('company.memberSaved'))).toBeVisible();

  const page = await open(browser, PHONE, 'ru');
  await page.goto('/sign-in');
  await page.getByLabel(say('signIn.contact')).fill(email);
  await page.getByRole('button', { name: say('signIn.getCode') }).click();
  const code = page.getByLabel(say('signIn.code'));
  await code.waitFor();
  await api.signInAsAdministrator();
  await code.fill(/\b(\d{6})\b/.exec(await api.newestMessage(email, /\b\d{6}\b/))![1]!);
  await page.waitForURL(/\/cabinet/);
  await buyAlone(page, 'ru', ride, email);
  await page.getByRole('radio', { name: new RegExp(name) }).click();
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
  await office.context().close();
});
