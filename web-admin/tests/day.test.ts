import { expect, test } from 'vitest';
import { readDay } from '../src/app/DayInput';

test('a typed day has its day before its month', () => {
  expect(readDay('05.03.2026', 'ru')).toBe('2026-03-05');
  expect(readDay('26.12.2027', 'ky')).toBe('2027-12-26');
  expect(readDay(' 7.1.2027 ', 'ru')).toBe('2027-01-07');
  expect(readDay('1 Jan 2027', 'en')).toBe('2027-01-01');
  expect(readDay('2027-01-31', 'en')).toBe('2027-01-31');
});

test('what is no day is none', () => {
  for (const text of ['31.02.2027', '', 'tomorrow', '12.2027', '99.99.9999']) expect(readDay(text, 'ru'), text).toBeNull();
});
