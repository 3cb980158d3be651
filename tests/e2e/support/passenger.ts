import type { Page } from '@playwright/test';
import type { Api } from './api';
import { words, type Language } from './words';

/** In through the passengers' door with a code that was mailed; leaves the API signed in as the administrator, who reads it. */
export async function signInByCode(page: Page, api: Api, language: Language, email: string, seen?: () => Promise<void>): Promise<void> {
  const say = words('web-public', language);
  await page.goto('/sign-in');
  await page.getByLabel(say('signIn.contact')).fill(email);
  await page.getByRole('button', { name: say('signIn.getCode') }).click();
  const code = page.getByLabel(say('signIn.code'));
  await code.waitFor();
  await seen?.();
  await api.signInAsAdministrator();
  await code.fill(/\b(\d{6})\b/.exec(await api.newestMessage(email, /\b\d{6}\b/))![1]!);
  await page.waitForURL(/\/cabinet/);
}
