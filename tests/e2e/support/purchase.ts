import { expect, type Page } from '@playwright/test';
import { words, type Language } from './words';

export interface Person {
  lastName: string;
  firstName: string;
  /** DD.MM.YYYY. */
  birthDate: string;
  document: string;
}

export const FAMILY: Person[] = [
  { lastName: 'Асанова', firstName: 'Айгүл', birthDate: '07.03.1990', document: 'ID1234567' },
  { lastName: 'Асанов', firstName: 'Бакыт', birthDate: '21.11.1988', document: 'ID7654321' },
];
/** Six years old at any time the journeys run. */
export const child = (): Person => ({
  lastName: 'Асанов',
  firstName: 'Тимур',
  birthDate: `01.01.${new Date().getFullYear() - 7}`,
  document: 'KR-X123456',
});

/** Opens a dialog by its field and takes a day of the calendar in it. */
export async function chooseDay(page: Page, field: string, date: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${field}`) }).click();
  const dialog = page.getByRole('dialog', { name: field });
  const day = dialog.locator(`[data-date="${date}"]`);
  await dialog.locator('[data-date]').first().waitFor();
  for (let month = 0; month < 3 && (await day.count()) === 0; month += 1) {
    await dialog.getByRole('button').nth(1).click();
  }
  await day.click();
}

export async function choosePlace(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: label, exact: true }).fill(text);
  await page.getByRole('listbox', { name: label }).getByRole('option').first().click();
}

/** The first journey without a change on which seats can be chosen. */
export async function chooseJourney(page: Page, action: string): Promise<void> {
  await page.getByRole('article').first().waitFor();
  await page.getByRole('article').getByRole('button', { name: action, exact: true }).first().click();
}

/** Chooses free seats on the map that is open, as many as asked. */
export async function chooseSeats(page: Page, ride: number, count: number): Promise<string[]> {
  const map = page.locator(`#ride-${ride}`);
  await map.locator('[data-seat]').first().waitFor();
  const labels = await map.locator('[data-seat][data-status="FREE"]').evaluateAll((all) => all.map((one) => one.getAttribute('data-seat') ?? ''));
  const chosen = labels.slice(0, count);
  for (const label of chosen) await map.locator(`[data-seat="${label}"]`).click();
  await expect(map.locator('[data-seat][data-status="CHOSEN"]')).toHaveCount(count);
  return chosen;
}

export async function fillPassengers(page: Page, language: Language, people: Person[], email: string): Promise<void> {
  const say = words('web-public', language);
  for (const [index, person] of people.entries()) {
    const box = page.getByRole('group', { name: say('passenger.title', { n: index + 1 }), exact: true });
    await box.getByLabel(say('passenger.lastName')).fill(person.lastName);
    await box.getByRole('textbox', { name: new RegExp(`^${say('passenger.firstName')}`) }).fill(person.firstName);
    await box.getByLabel(say('passenger.birthDate')).fill(person.birthDate.replaceAll('.', ''));
    await box.getByLabel(say('passenger.documentNumber')).fill(person.document);
  }
  await page.getByLabel(say('contact.email')).fill(email);
  await page.getByLabel(say('contact.phone')).fill('+996 700 123456');
  await page.getByRole('checkbox', { name: say('contact.consent') }).check();
}

/** From the payment page through the sandbox bank back to the order. */
export async function pay(page: Page, language: Language, action = 'pay'): Promise<void> {
  await startPaying(page, language);
  await page.locator(`button[name="action"][value="${action}"]`).click();
  await page.waitForURL(/\/order\//);
}

export async function startPaying(page: Page, language: Language): Promise<void> {
  const say = words('web-public', language);
  await page.getByRole('button', { name: new RegExp(say('payment.pay', { amount: '.+' })) }).click();
  await page.waitForURL(/\/sandbox\/pay\//);
}

/** One adult on a given ride, as far as the payment page; answers the order's number. */
export async function buyAlone(page: Page, language: Language, ride: { tripId: string; from: number; to: number }, email: string): Promise<string> {
  const say = words('web-public', language);
  await page.goto(`/trip?out=${encodeURIComponent(`${ride.tripId}~${ride.from}~${ride.to}`)}`);
  await chooseSeats(page, 0, 1);
  await page.getByRole('button', { name: say('seats.continue') }).click();
  await page.waitForURL(/\/passengers$/);
  await fillPassengers(page, language, FAMILY.slice(0, 1), email);
  await page.getByRole('button', { name: say('passengers.continue') }).click();
  await page.waitForURL(/\/payment$/);
  return /\/order\/([^/]+)\//.exec(page.url())![1]!;
}
