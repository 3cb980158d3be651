import type { TFunction } from 'i18next';
import { expect, test } from 'vitest';
import { difference } from './Rebooking';

const t = ((key: string, values?: Record<string, unknown>) => `${key.replace('rebook.', '')}${values ? ` ${Object.values(values).join()}` : ''}`) as unknown as TFunction;

test('a difference in time is told by its two largest parts', () => {
  expect(difference(0, t)).toBe('sameTime');
  expect(difference(150, t)).toBe('later span.hours 2 span.minutes 30');
  expect(difference(-1440, t)).toBe('earlier span.days 1');
  expect(difference(1445, t)).toBe('later span.days 1 span.minutes 5');
  expect(difference(2 * 1440 + 3 * 60 + 5, t)).toBe('later span.days 2 span.hours 3');
});
