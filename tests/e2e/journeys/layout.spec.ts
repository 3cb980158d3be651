import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { DESKTOP, expect, look, open, PHONE, test } from '../support/browser';
import { signInAsStaff } from '../support/staff';
import { words } from '../support/words';

const say = words('web-admin', 'ru');
const said = words('web-shared', 'ru');
const cell = (page: Page, row: number, col: number): Locator => page.locator(`[data-at="${row}:${col}"]`);

async function file(page: Page, press: () => Promise<void>): Promise<string> {
  const waiting = page.waitForEvent('download');
  await press();
  return readFileSync(await (await waiting).path(), 'utf8');
}

test('a layout is drawn by keys and mouse, mended, saved, taken out by file and in again', async ({ browser }) => {
  const page = await open(browser, DESKTOP, 'ru');
  await signInAsStaff(page, 'ru');
  await page.getByRole('link', { name: say('nav.layouts') }).click();
  await expect(page.getByRole('link', { name: 'VIP 2+1, 29 мест' })).toBeVisible();
  await look(page, 'layouts');
  await page.getByRole('button', { name: say('layout.new') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say('layout.new'));
  const code = `TAXI-${Date.now() % 1_000_000}`;

  // By keys alone: an aisle down the middle, seats left of it, in fewer rows.
  await page.getByRole('textbox', { name: say('layout.rows') }).fill('4');
  await page.getByRole('textbox', { name: say('layout.rows') }).blur();
  await cell(page, 1, 3).click();
  await page.keyboard.press('a');
  await page.keyboard.press('Shift+PageDown');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-kind="AISLE"]')).toHaveCount(4);
  await page.keyboard.press('s');
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowDown');
  for (const key of ['Shift+ArrowRight', 'Shift+PageDown', 'Enter']) await page.keyboard.press(key);
  await expect(page.locator('[data-place]')).toHaveCount(6);
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-place]')).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await expect(page.locator('[data-place]')).toHaveCount(6);

  // By mouse: a stroke of seats on the right.
  const from = (await cell(page, 2, 5).boundingBox())!;
  const to = (await cell(page, 4, 5).boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 10, to.y + 10, { steps: 12 });
  await page.mouse.up();
  await expect(page.locator('[data-place]')).toHaveCount(9);
  await expect(page.getByText(say('layout.noIssues'))).toBeVisible();

  // A number twice is told, leads to its place, and is mended.
  await page.keyboard.press('Escape');
  await cell(page, 4, 5).click();
  const number = page.getByRole('textbox', { name: say('layout.number'), exact: true });
  await number.fill('1');
  const twice = page.getByRole('button', { name: say('layout.issue.NUMBER_TWICE', { number: 1, deck: 1, row: 4, col: 5 }) });
  await expect(twice).toBeVisible();
  await expect(cell(page, 2, 1)).toHaveAttribute('aria-invalid', 'true');
  await look(page, 'layout-twice');
  await page.getByRole('textbox', { name: say('roles.nameRu') }).fill('Такси на девятерых');
  await page.getByRole('button', { name: say('staff.save'), exact: true }).click();
  // The server says the same, and what the page does not look at.
  await expect(page.getByText(/ряд 4, столбец 5: номер 1 уже есть/)).toBeVisible();
  await expect(page.getByRole('textbox', { name: say('layout.code'), exact: true })).toHaveAttribute('aria-invalid', 'true');
  await twice.click();
  await expect(cell(page, 4, 5)).toBeFocused();
  await number.fill('9');

  // The draft outlives the page.
  await page.reload();
  await expect(page.getByText(say('layout.draft'))).toBeVisible();
  await expect(page.locator('[data-place]')).toHaveCount(9);
  await page.getByRole('textbox', { name: say('layout.code'), exact: true }).fill(code);
  await page.getByRole('textbox', { name: say('roles.nameKy') }).fill('Тогуз кишилик такси');
  await page.getByRole('textbox', { name: say('roles.nameEn') }).fill('Taxi for nine');
  await page.getByRole('button', { name: say('layout.selectAll') }).click();
  await page.getByRole('button', { name: say('layout.edges') }).click();
  await page.getByText(say('layout.numbering')).click();
  await page.getByRole('combobox', { name: say('layout.style') }).selectOption('ROW_LETTER');
  await page.getByRole('button', { name: /Пронумеровать/ }).click();
  await expect(cell(page, 4, 5)).toHaveText('3C');
  // As passengers will see it, with its window.
  await expect(page.getByRole('button', { name: `${said('seatMap.seat', { number: '3C' })}, ${said('seatMap.window')}` })).toBeVisible();
  await page.getByRole('button', { name: say('staff.save'), exact: true }).click();
  await expect(page.getByText(say('layout.saved'))).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Такси на девятерых');
  await look(page, 'layout-saved');

  // A second version; the first one is kept.
  await cell(page, 4, 5).click();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: say('staff.save'), exact: true }).click();
  await expect(page.getByText(say('layout.versionNumber', { version: 2 })).first()).toBeVisible();
  await page.getByRole('button', { name: say('layout.openVersion', { version: 1 }) }).click();
  await expect(page.locator('[data-place]')).toHaveCount(9);
  await page.getByRole('button', { name: say('layout.undo') }).click();
  await expect(page.locator('[data-place]')).toHaveCount(8);

  // Out by file, and in again: as it is there already, only when that is meant.
  const text = await file(page, () => page.getByRole('button', { name: say('layout.export'), exact: true }).click());
  expect((JSON.parse(text) as { layouts: { layout_id: string }[] }).layouts.map((one) => one.layout_id)).toEqual([code]);
  await page.getByRole('link', { name: say('nav.layouts') }).click();
  const give = (json: string) => page.locator('input[type="file"]').setInputFiles({ name: 'layout.json', mimeType: 'application/json', buffer: Buffer.from(json) });
  await give(text.replace('"3A"', '"3B"'));
  await expect(page.getByText(say('layout.refused'))).toBeVisible();
  await expect(page.getByText(/номер 3B уже есть/)).toBeVisible();
  await look(page, 'layouts-refused');
  await give(text.replace('Taxi for nine', 'Taxi for eight'));
  await expect(page.getByText(say('layout.known'))).toBeVisible();
  await page.getByRole('button', { name: say('layout.replace') }).click();
  await expect(page.getByText(/изменена 1 схема из 1/)).toBeVisible();

  // Nothing uses it: it goes to the archive and comes back.
  await page.getByRole('link', { name: 'Такси на девятерых' }).first().click();
  await page.getByRole('button', { name: say('layout.archive') }).click();
  await expect(page.getByText(say('layout.isArchived'))).toBeVisible();
  await page.context().close();
});

test('a layout of two decks is worked on with a finger', async ({ browser }) => {
  const page = await open(browser, PHONE, 'ru');
  await signInAsStaff(page, 'ru', '/admin/layouts');
  await page.locator('tbody tr').first().waitFor();
  await look(page, 'layouts-phone');
  await page.getByRole('link', { name: /Двухэтажный автобус/ }).click();
  await expect(page.locator('[data-place]')).toHaveCount(18);
  await page.getByRole('radiogroup', { name: say('layout.deck') }).getByText(say('layout.deckNumber', { level: 2 })).click();
  await expect(page.locator('[data-place]')).toHaveCount(59);
  await look(page, 'layout-phone');
  // A finger draws a stroke with the eraser, and it is one step back.
  await page.getByRole('radio', { name: say('layout.kind.erase') }).tap();
  const first = cell(page, 2, 1);
  await first.scrollIntoViewIfNeeded();
  const [from, to] = [(await first.boundingBox())!, (await cell(page, 2, 5).boundingBox())!];
  const touch = await page.context().newCDPSession(page);
  const point = (x: number, y: number) => ({ x, y });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point(from.x + 9, from.y + 9)] });
  for (let step = 1; step <= 10; step += 1) {
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point(from.x + 9 + ((to.x - from.x) * step) / 10, from.y + 9)] });
  }
  // A finger that rests before it lifts: after a fling the browser takes the next tap for a hand that stops it.
  await page.waitForTimeout(300);
  await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point(to.x + 9, from.y + 9)] });
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(page.locator('[data-place]')).toHaveCount(55);
  await page.getByRole('button', { name: say('layout.undo') }).tap();
  await expect(page.locator('[data-place]')).toHaveCount(59);
  await page.context().close();
});
