import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const NOTE = { name: 'Справка врача.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${' '.repeat(400)}\n%%EOF`) };

test('a passenger who fell ill asks with a document; the office asks for more, and gives the ticket back', async ({ browser, api }) => {
  const [say, tell] = [words('web-admin', 'ru'), words('web-public', 'ru')];
  const ride = await api.ride('Бишкек', 'Каракол', 6, 1);
  const [seat] = await api.freeSeats(ride);
  const { number, link } = await api.buyWithLink(ride, [seat!], [{ lastName: 'Кожомкулова', firstName: 'Бегимай' }]);

  const passenger = await open(browser, PHONE, 'ru');
  await passenger.goto(link);
  await passenger.getByRole('button', { name: tell('request.start') }).click();
  const dialog = passenger.getByRole('dialog');
  await dialog.getByRole('button', { name: tell('request.send') }).click();
  await expect(dialog.getByText(tell('request.incomplete'))).toBeVisible();
  await dialog.getByLabel(tell('request.reason')).selectOption('ILLNESS');
  await dialog.getByLabel(tell('request.text')).fill('Температура 39, врач запретил ехать.\nСправку прикладываю.');
  // Beside the note, something that is no document: the request is not lost with it.
  await dialog.locator('input[type="file"]').setInputFiles([NOTE, { name: 'virus.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ') }]);
  await look(passenger, 'request-form-phone');
  await dialog.getByRole('button', { name: tell('request.send') }).click();
  await expect(dialog.getByText(tell('request.doneTitle'))).toBeVisible();
  await expect(dialog.getByText(tell('request.lost.NOT_A_DOCUMENT'))).toBeVisible();
  await look(passenger, 'request-sent-phone');
  await dialog.getByRole('button', { name: tell('refund.close'), exact: true }).last().click();
  await expect(passenger.getByText(tell('request.state.OPEN'))).toBeVisible();
  await expect(passenger.getByRole('button', { name: NOTE.name })).toBeVisible();

  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru', `/admin/refund-requests?text=${number}`, 'support-agent@demo.beket.example.com');
  const row = page.getByRole('row').filter({ hasText: number });
  const download = page.waitForEvent('download');
  await row.getByRole('button', { name: NOTE.name }).click();
  expect((await download).suggestedFilename()).toBe(NOTE.name);
  await look(page, 'admin-refund-requests');
  await row.getByRole('button', { name: say('refundRequest.ask') }).click();
  await page.getByRole('dialog').getByLabel(say('refundRequest.words')).fill('Пришлите, пожалуйста, снимок с печатью.');
  await page.getByRole('dialog').getByRole('button', { name: say('refundRequest.ask') }).click();
  await expect(page.getByText(say('refundRequest.done.ASK'))).toBeVisible();
  await expect(row).toHaveCount(0);

  // The passenger's page, open all the time, says so, and takes one more.
  await expect(passenger.getByText('Пришлите, пожалуйста, снимок с печатью.')).toBeVisible();
  await look(passenger, 'request-questioned-phone');
  const picture = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500)]);
  await passenger.locator('input[type="file"]').setInputFiles({ name: 'печать.jpg', mimeType: 'image/jpeg', buffer: picture });
  await expect(passenger.getByRole('button', { name: 'печать.jpg' })).toBeVisible();
  await expect(passenger.getByText(tell('request.state.OPEN'))).toBeVisible();

  await page.reload();
  await row.getByRole('link', { name: say('refundRequest.grant') }).click();
  await expect(page.getByRole('heading', { name: say('refundRequest.ofOrder') })).toBeVisible();
  await look(page, 'admin-order-request');
  await page.getByRole('button', { name: say('atDesk.return') }).click();
  const back = page.getByRole('dialog');
  await back.getByRole('button', { name: say('overrule.title') }).click();
  await back.getByLabel(say('overrule.reason')).selectOption('CERTIFIED_MEDICAL_CONDITION');
  await back.getByLabel(say('overrule.note')).fill('Справка в заявлении');
  await back.getByRole('button', { name: say('atDesk.quote') }).click();
  await back.getByLabel(say('atDesk.byHand')).uncheck();
  await back.getByRole('button', { name: new RegExp(`${say('overrule.askFor')}|${say('atDesk.give')}`) }).click();
  await expect(passenger.getByText(tell('request.state.GRANTED'))).toBeVisible();
  await look(passenger, 'request-granted-phone');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await page.goto('/admin/refund-requests?state=all');
  await look(page, 'admin-refund-requests-phone');
  await page.context().close();

  // Money that a closed card does not take has a list of its own.
  const other = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(other, 'ru', '/admin/waiting-refunds', 'accountant@demo.beket.example.com');
  await other.getByRole('heading', { level: 1, name: say('waitingRefunds.title') }).waitFor();
  await look(other, 'admin-waiting-refunds');
  await other.context().close();
  await passenger.context().close();
});
