import type { Page } from '@playwright/test';
import { ADMINISTRATOR, DEMO_PASSWORD } from './api';
import { words, type Language } from './words';

/** In through the staff's door, at the address that is asked for. */
export async function signInAsStaff(page: Page, language: Language, address = '/admin/', login = ADMINISTRATOR): Promise<void> {
  const say = words('web-admin', language);
  await page.goto(address);
  await page.getByLabel(say('signIn.login')).fill(login);
  await page.getByLabel(say('signIn.password'), { exact: true }).fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: say('signIn.enter') }).click();
  await page.getByRole('navigation', { name: say('nav.label') }).waitFor();
}
