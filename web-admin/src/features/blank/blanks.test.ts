import { expect, test } from 'vitest';
import { nextBlank, readTime } from './blanks';

const block = { series: 'АБ', firstNumber: 1, lastNumber: 20, next: 'АБ 000003' };

test('after a blank comes the next of its block, and otherwise the first that is free', () => {
  expect(nextBlank([block], undefined)).toBe('АБ 000003');
  expect(nextBlank([block], 'АБ 000009')).toBe('АБ 000010');
  expect(nextBlank([block], 'АБ 000020')).toBe('АБ 000003');
  expect(nextBlank([{ ...block, next: null }], 'АБ 000020')).toBe('');
  expect(nextBlank([], undefined)).toBe('');
});

test('a time is read however it is written', () => {
  expect(['9:05', '905', '09.05', ' 9 05 '].map(readTime)).toEqual(['09:05', '09:05', '09:05', '09:05']);
  expect(['', '24:00', '9:60', '9', 'noon'].map(readTime)).toEqual([null, null, null, null, null]);
});
