import { expect, test } from 'vitest';
import { changeOf, decimalOf, minorOf, minorOfMoney } from './amounts';

test('money is counted in whole tyiyn', () => {
  expect(minorOf(0.1) + minorOf(0.2)).toBe(minorOf(0.3));
  expect(minorOf('')).toBe(0);
  expect(minorOfMoney({ amount: '1234.55', currency: 'KGS' })).toBe(123_455);
  expect(decimalOf(123_405)).toBe('1234.05');
});

test('change is what was handed over too much', () => {
  expect(changeOf(61_800, 1000)).toBe(38_200);
  expect(changeOf(61_800, '')).toBe(0);
  expect(changeOf(61_800, 618)).toBe(0);
  expect(changeOf(61_800, 600)).toBeNull();
});
