import { expect, test } from 'vitest';
import { endOf, instantOf, localOf } from './instant';

test('what a clock shows is an instant and back', () => {
  expect(instantOf('Asia/Bishkek', '2026-12-01T00:00')).toBe('2026-11-30T18:00:00.000Z');
  expect(localOf('Asia/Bishkek', new Date('2026-11-30T18:00:00Z'))).toBe('2026-12-01T00:00');
  expect(instantOf('Asia/Bishkek', '')).toBeNull();
  expect(endOf('Asia/Bishkek', '2026-12-01T23:59'), 'nothing of the minute is left out').toBe('2026-12-01T17:59:59.999999Z');
  expect(endOf('Asia/Bishkek', '')).toBeNull();
});
