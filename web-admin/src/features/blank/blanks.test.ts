import { expect, test } from 'vitest';
import { nextBlank } from './blanks';

const block = { series: 'АБ', firstNumber: 1, lastNumber: 20, next: 'АБ 000003' };

test('after a blank comes the next of its block, and otherwise the first that is free', () => {
  expect(nextBlank([block], undefined)).toBe('АБ 000003');
  expect(nextBlank([block], 'АБ 000009')).toBe('АБ 000010');
  expect(nextBlank([block], 'АБ 000020')).toBe('АБ 000003');
  expect(nextBlank([{ ...block, next: null }], 'АБ 000020')).toBe('');
  expect(nextBlank([], undefined)).toBe('');
});
