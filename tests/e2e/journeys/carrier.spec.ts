import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

test('a carrier is added with its contract, two people change it at once, and a block takes its trips off sale', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const stamp = String(Date.now());
  const page = await open(browser, DESKTOP, 'ru');
  await api.signInAsAdministrator();
  await signInAsStaff(page, 'ru', '/admin/carriers');
  await page.getByRole('table').waitFor();
  await look(page, 'admin-carriers');

  await page.getByRole('button', { name: say('carriers.new') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say('carrier.code')).fill(stamp.slice(-8));
  await dialog.getByLabel(say('names.ru')).fill(`ОсОО «Кызыл-Тоо экспресс» ${stamp.slice(-4)}`);
  await dialog.getByLabel(say('carrier.inn')).fill('123');
  // The page closes before it is sent: what was typed is back.
  await page.reload();
  await page.getByRole('button', { name: say('carriers.new') }).click();
  await expect(dialog.getByText(say('form.restored'))).toBeVisible();
  await expect(dialog.getByLabel(say('carrier.inn'))).toHaveValue('123');
  await dialog.getByRole('button', { name: say('carrier.make') }).click();
  await expect(dialog.getByLabel(say('carrier.inn'))).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'admin-carrier-new');
  await dialog.getByLabel(say('carrier.inn')).fill(`0${stamp}`.slice(0, 14).padEnd(14, '7'));
  await dialog.getByRole('button', { name: say('carrier.make') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Кызыл-Тоо');

  await page.getByRole('button', { name: say('contract.new') }).click();
  await dialog.getByLabel(say('contract.number')).fill(`${stamp.slice(-4)}/26`);
  await dialog.getByLabel(say('contract.startsOn')).fill('01.01.2026');
  await dialog.getByLabel(say('contract.value.PERCENT')).fill('8,5');
  await dialog.getByLabel(say('contract.stationFeeEach')).fill('10');
  await look(page, 'admin-contract');
  await dialog.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('contract.saved'), { exact: true })).toBeVisible();
  await page.getByLabel(say('contract.fare')).fill('600');
  await expect(page.getByText(/^539\s*сом$/)).toBeVisible();

  // Somebody else changes the phone while the director is being typed: both stay.
  await page.getByLabel(say('carrier.director')).fill('Асанов А. А.');
  const id = decodeURIComponent(page.url().split('/').pop()!);
  const { carrierRecord } = await api.ask<{ carrierRecord: { version: number; names: object; legal: { inn: string } } }>('query($id:ID!){carrierRecord(id:$id){version names{ru ky en} legal{inn}}}', { id });
  await api.ask('mutation($input:SaveCarrierInput!){saveCarrier(input:$input){__typename}}', {
    input: { id, version: carrierRecord.version, names: carrierRecord.names, inn: carrierRecord.legal.inn, phone: '+996312000099' },
  });
  await page.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('form.conflict'))).toBeVisible();
  await expect(page.getByLabel(say('carrier.phone'))).toHaveValue('+996312000099');
  await expect(page.getByLabel(say('carrier.director'))).toHaveValue('Асанов А. А.');
  await look(page, 'admin-carrier-conflict');
  await page.getByRole('button', { name: say('form.save') }).click();
  await expect(page.getByText(say('carrier.saved'), { exact: true })).toBeVisible();

  const phone = await open(browser, PHONE, 'ru');
  await signInAsStaff(phone, 'ru', page.url());
  await expect(phone.getByLabel(say('carrier.director'))).toHaveValue('Асанов А. А.');
  await look(phone, 'admin-carrier-phone');

  // A block is felt by passengers at once, and so is its end.
  await page.getByRole('link', { name: say('nav.carriers') }).click();
  await page.getByLabel(say('carriers.text')).fill('фундук');
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('table').getByRole('link').click();
  const ride = await api.ride('Бишкек', 'Талас', 3, 1);
  const onSale = async () => {
    const query = 'query($t:ID!,$f:Int!,$u:Int!){seatMap(tripId:$t,from:$f,to:$u){notOnSaleReason}}';
    return (await api.ask<{ seatMap: { notOnSaleReason: string | null } }>(query, { t: ride.tripId, f: ride.from, u: ride.to })).seatMap.notOnSaleReason;
  };
  expect(await onSale()).toBeNull();
  await page.getByRole('button', { name: say('carrier.block'), exact: true }).click();
  await dialog.getByRole('button', { name: say('carrier.blockSure') }).click();
  await expect(dialog.getByLabel(say('carrier.reason'))).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel(say('carrier.reason')).fill('Лицензия приостановлена до 15 декабря');
  await look(page, 'admin-carrier-block');
  await dialog.getByRole('button', { name: say('carrier.blockSure') }).click();
  await expect(page.getByText(say('carrier.isBlocked'), { exact: true })).toBeVisible();
  expect(await onSale()).toBe('CLOSED');
  await look(page, 'admin-carrier');
  await page.getByRole('button', { name: say('carrier.free') }).click();
  await expect(page.getByText(say('carrier.isFree'))).toBeVisible();
  expect(await onSale()).toBeNull();
});
