import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { beginShift, openShift } from '../support/shift';
import { words } from '../support/words';

/** A series that nobody has used: letters for digits. */
const fresh = () => [...String(Date.now() % 1_000_000)].map((digit) => 'АБВГДЕЖЗИК'[Number(digit)]).join('');

test('an accountant gives a block of paper tickets to a desk, and its cashier enters what was sold by hand', async ({ browser, api }) => {
  test.setTimeout(180_000);
  const say = words('web-admin', 'ru');
  const [ride, series] = [await api.emptyRide('Бишкек', 'Ош', '604-0700'), fresh()];
  await api.signInAsAdministrator();
  const sign = `П${Date.now() % 100_000}`;
  const { stations } = await api.ask<{ stations: { id: string; name: string }[] }>('{stations{id name}}');
  const home = stations.find((one) => one.name.includes('Бишкек')) ?? stations[0]!;
  await api.ask('mutation($i:SaveDeskInput!){saveDesk(input:$i){__typename}}', { i: { stationId: home.id, sign } });

  // The block came from the printing house.
  const office = await open(browser, DESKTOP, 'ru');
  await office.goto('/admin/blanks');
  await office.getByLabel(say('signIn.login')).fill('accountant@demo.beket.example.com');
  await office.getByLabel(say('signIn.password'), { exact: true }).fill('beket-demo');
  await office.getByRole('button', { name: say('signIn.enter') }).click();
  await office.getByRole('button', { name: say('blank.new') }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel(say('blank.series')).fill(series.toLowerCase());
  await dialog.getByLabel(say('blank.firstNumber')).pressSequentially('1');
  await dialog.getByLabel(say('blank.lastNumber')).pressSequentially('5000');
  const where = dialog.getByLabel(say('blank.where'));
  await where.selectOption((await where.locator('option', { hasText: sign }).getAttribute('value'))!);
  await dialog.getByRole('button', { name: say('blank.issue') }).click();
  await expect(dialog.getByText(/не больше 1000/)).toBeVisible();
  await dialog.getByLabel(say('blank.lastNumber')).fill('20');
  await dialog.getByRole('button', { name: say('blank.issue') }).click();
  await expect(office.getByRole('heading', { level: 1 })).toContainText(`${series} 000001–000020`);

  // The power was out: two tickets were sold by hand, and one blank is torn.
  const page = await open(browser, DESKTOP, 'ru');
  await beginShift(page, sign, '5000');
  await openShift(page, sign);
  await page.getByRole('link', { name: say('paper.title'), exact: true }).click();
  const form = page.getByRole('region', { name: say('paper.what') });
  await expect(form.getByRole('textbox', { name: say('blank.number') })).toHaveValue(`${series} 000001`);
  const { trip } = await api.ask<{ trip: { number: string; destination: string } }>('query($id:ID!){trip(id:$id){number destination}}', { id: ride.tripId });
  await form.getByLabel(say('paper.day')).fill(ride.date.split('-').toReversed().join('.'));
  await page.keyboard.press('Tab');
  const trips = form.getByRole('combobox', { name: say('paper.trip') });
  await trips.click();
  await trips.fill(trip.number);
  await page.getByRole('option', { name: new RegExp(trip.number) }).click();
  await form.getByLabel(say('paper.soldAt')).fill('00:01');
  await form.getByLabel(say('paper.seat'), { exact: true }).fill('11');
  await form.getByLabel(say('paper.cash')).pressSequentially('100');
  await form.getByRole('button', { name: /^Внести/ }).click();
  // What was typed from the paper is not what the tariff says.
  const told = form.getByText(/^По тарифу/);
  await expect(told).toBeVisible();
  const tariff = (await told.innerText()).replace(/.*—/, '').split(/сом/)[0]!.replaceAll(/[^\d,]/g, '');
  await look(page, 'admin-paper-price');
  await form.getByLabel(say('paper.cash')).fill(tariff);
  await form.getByRole('button', { name: /^Внести/ }).click();
  await expect(page.getByText(new RegExp(`${series} 000001 внесён`))).toBeVisible();
  // The next blank of the same trip: its seat is taken, and another is free.
  await expect(form.getByRole('textbox', { name: say('blank.number') })).toHaveValue(`${series} 000002`);
  await expect(trips).toHaveValue(new RegExp(trip.number));
  await form.getByLabel(say('paper.seat'), { exact: true }).fill('11');
  await form.getByLabel(say('paper.cash')).pressSequentially(tariff);
  await form.getByLabel(say('paper.named')).check();
  await form.getByLabel(say('sale.document'), { exact: true }).fill('ID7654321');
  await form.getByLabel(say('sale.lastName')).fill('Бумажный');
  await form.getByLabel(say('sale.firstName')).fill('Эрмек');
  await form.getByLabel(say('sale.birthDate')).fill('01.02.1990');
  await form.getByRole('button', { name: /^Внести/ }).click();
  await expect(form.getByText(/Место 11 продано другому/)).toBeVisible();
  await look(page, 'admin-paper-seat');
  await page.setViewportSize({ width: PHONE.width, height: PHONE.height });
  await look(page, 'admin-paper-phone');
  await page.setViewportSize({ width: DESKTOP.width, height: DESKTOP.height });
  await form.getByLabel(say('paper.seat'), { exact: true }).fill('12');
  await form.getByRole('button', { name: /^Внести/ }).click();
  await expect(page.getByText(new RegExp(`${series} 000002 внесён`))).toBeVisible();
  await page.getByRole('button', { name: say('paper.mark') }).click();
  const torn = page.getByRole('dialog');
  await torn.getByLabel(say('blank.number')).fill(`${series} 3`);
  await torn.getByLabel(say('blank.why')).fill('Порван');
  await torn.getByRole('button', { name: say('blank.mark') }).click();
  await expect(page.getByText(say('blank.marked', { number: `${series} 000003` }))).toBeVisible();

  // The shift's report names them, and whoever comes with the paper is found by its number.
  await page.getByRole('link', { name: say('shift.title'), exact: true }).last().click();
  const totals = page.getByRole('region', { name: say('shift.xReport') });
  await expect(totals.getByText(`${series} 000001–000002`)).toBeVisible();
  await expect(totals.getByText(`${series} 000003`)).toBeVisible();
  await look(page, 'admin-paper-shift');
  await page.getByLabel(say('shift.findOrder')).fill(`${series} 2`);
  await page.keyboard.press('Enter');
  // The shift's operations have links, too.
  await expect(page.getByRole('heading', { level: 1, name: say('nav.orders') })).toBeVisible();
  await page.getByRole('link', { name: /^BK-/ }).first().click();
  await expect(page.getByText(say('order.blank', { number: `${series} 000002` }))).toBeVisible();
  await expect(page.getByText(/Бумажный Эрмек/).first()).toBeVisible();

  // The accountant sees what has become of each blank.
  await office.reload();
  await expect(office.getByRole('row', { name: new RegExp(`${series} 000003.*Порван`) })).toBeVisible();
  await look(office, 'admin-blank-block');
  await office.getByRole('link', { name: say('nav.blanks'), exact: true }).first().click();
  const row = office.getByRole('row', { name: new RegExp(`${series} 000001–000020`) });
  // Free, sold, spoilt, lost.
  await expect(row.getByRole('cell')).toContainText([series, sign, '17', '2', '1', '0']);
  await look(office, 'admin-blanks');

  // The shift ends: the desk is free for who comes next.
  await page.getByRole('link', { name: say('nav.shift'), exact: true }).click();
  const till = page.getByRole('region', { name: say('shift.xReport') });
  const left = (await till.getByRole('row', { name: new RegExp(`^${say('shift.total.inTill')}`) }).textContent())!.replace(say('shift.total.inTill'), '');
  await page.getByRole('button', { name: say('shift.close') }).click();
  await torn.getByLabel(/^Пересчитано/).pressSequentially(left.replaceAll(/[^\d,]/g, '').replace(',', '.'));
  await torn.getByRole('button', { name: say('shift.close') }).click();
  await expect(page.getByRole('region', { name: say('shift.zReport') }).getByText(`${series} 000001–000002`)).toBeVisible();
  await page.context().close();
});
