import { expect, test } from 'vitest';
import { changeOf, decimalOf, lackingOf, minorOf, minorOfMoney } from './amounts';

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

test('a payment from an account that was begun lacks its sum or its code', () => {
  expect(lackingOf({ wallet: '', walletNumber: '', walletCode: '' })).toBeNull();
  expect(lackingOf({ wallet: '', walletNumber: '1000', walletCode: '' })).toBe('wallet');
  expect(lackingOf({ wallet: 0, walletNumber: '1000000001', walletCode: '123456' })).toBe('wallet');
  expect(lackingOf({ wallet: 500, walletNumber: '1000000001', walletCode: ' ' })).toBe('walletCode');
  expect(lackingOf({ wallet: 500, walletNumber: '1000000001', walletCode: '123456' })).toBeNull();
});
