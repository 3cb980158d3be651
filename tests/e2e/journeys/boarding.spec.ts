import { DEMO_PASSWORD } from '../support/api';
import { expect, look, open, PHONE, test } from '../support/browser';
import { words } from '../support/words';

test('an inspector boards passengers on a phone: by ticket, by the list, and takes a mistake back', async ({ browser, api }) => {
  const say = words('web-admin', 'ru');
  const ride = await api.ride('Бишкек', 'Нарын', 6, 4);
  const seats = (await api.freeSeats(ride)).slice(0, 2);
  const number = await api.buy(ride, seats, [
    { lastName: 'Усенова', firstName: 'Жибек' },
    { lastName: 'Маматов', firstName: 'Эмил' },
  ]);
  const page = await open(browser, PHONE, 'ru');
  await page.goto(`/admin/trips/${encodeURIComponent(ride.tripId)}`);
  await page.getByLabel(say('signIn.login')).fill('inspector@demo.beket.example.com');
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByRole('link', { name: say('boarding.title') }).click();
  await expect(page.getByRole('heading', { name: say('trip.passengersTitle') })).toBeVisible();

  const first = page.getByRole('checkbox', { name: new RegExp(`^${seats[0]} Усенова`) });
  const second = page.getByRole('checkbox', { name: new RegExp(`^${seats[1]} Маматов`) });
  await page.getByLabel(say('boarding.code')).fill('BKT1.nonsense');
  await page.getByRole('button', { name: say('boarding.check') }).click();
  await expect(page.getByText(say('boarding.outcome.UNKNOWN'))).toBeVisible();
  await first.click();
  await expect(page.getByText(say('boarding.outcome.ACCEPTED'))).toBeVisible();
  await expect(first).toBeChecked();
  await look(page, 'boarding-phone');
  await page.getByText(say('boarding.absent', { count: '' }).trim()).click();
  await expect(first).toHaveCount(0);
  await expect(second).toBeVisible();
  await look(page, 'boarding-absent-phone');
  await page.getByText(say('boarding.all'), { exact: true }).click();

  // A camera that sees the other passenger's ticket.
  await api.signInAsAdministrator();
  const { order } = await api.ask<{ order: { segments: { lines: { seat: string; ticket: { qrSvg: string } }[] }[] } }>('query($n:String){order(number:$n){segments{lines{seat ticket{qrSvg}}}}}', { n: number });
  const svg = order.segments[0]!.lines.find((line) => line.seat === seats[1])!.ticket.qrSvg;
  await page.evaluate(async (text) => {
    const image = new Image();
    image.src = `data:image/svg+xml;base64,${btoa(text)}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
    const pen = canvas.getContext('2d')!;
    setInterval(() => {
      pen.fillStyle = 'white';
      pen.fillRect(0, 0, 640, 480);
      pen.drawImage(image, 120, 40, 400, 400);
    }, 100);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(10);
  }, svg);
  await page.getByRole('button', { name: say('boarding.openCamera') }).click();
  await expect(second).toBeChecked({ timeout: 15_000 });
  await look(page, 'boarding-camera-phone');
  await page.getByRole('button', { name: say('boarding.closeCamera') }).click();

  await first.click();
  await expect(page.getByText(say('boarding.undone'))).toBeVisible();
  await expect(first).not.toBeChecked();
  await page.context().close();
});
