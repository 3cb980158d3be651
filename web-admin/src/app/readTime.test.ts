import { expect, test } from 'vitest';
import { readTime } from './readTime';

test('a time is read however it is written', () => {
  expect(['9:05', '905', '09.05', ' 9 05 '].map(readTime)).toEqual(['09:05', '09:05', '09:05', '09:05']);
  expect(['', '24:00', '9:60', '9', 'noon'].map(readTime)).toEqual([null, null, null, null, null]);
});
