import type { BrowserContext } from '@playwright/test';
import { addDays } from './api';

export interface Still {
  /** The day of the ride, and the one that is shown for it. */
  day: string;
  shownDay: string;
  /** Orders' numbers, and those that are shown for them. */
  numbers: ReadonlyMap<string, string>;
}

/**
 * Lets the site say the same on every day: all dates of the server's answers are moved as the ride's day is, and
 * numbers that were drawn by lot give way to others. The demonstration sells from today on, so that the rides
 * themselves cannot stay on one day.
 */
export async function stillAnswers(context: BrowserContext, { day, shownDay, numbers }: Still): Promise<void> {
  const shift = Math.round((Date.parse(shownDay) - Date.parse(day)) / 86_400_000);
  await context.route('**/graphql', async (route) => {
    const response = await route.fetch();
    let text = (await response.text()).replaceAll(/"(\d{4}-\d\d-\d\d)(?=["T])/g, (_, date: string) => `"${addDays(date, shift)}`);
    for (const [number, shown] of numbers) text = text.replaceAll(number, shown);
    await route.fulfill({ response, body: text });
  });
}
