import { expect, test } from 'vitest';
import { faultOf, readAmount } from './AmountField';

test('a sum is read as people type it', () => {
  expect(readAmount('1 250,50')).toBe(1250.5);
  expect(readAmount(' ')).toBe('');
  expect(readAmount('1e5')).toBeNull();
  expect(readAmount('−5')).toBe(-5);
});

test('a sum below zero is one only where it may be', () => {
  expect(faultOf('-5', false)).toBe('form.negative');
  expect(faultOf('−0,5', false)).toBe('form.negative');
  expect(faultOf('-5', true)).toBeNull();
  expect(faultOf('0', false)).toBeNull();
  expect(faultOf('', false)).toBeNull();
  expect(faultOf('--5', true)).toBe('form.noAmount');
});
