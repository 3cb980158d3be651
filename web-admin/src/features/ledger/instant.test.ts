import { expect, test } from 'vitest';
import { instantOf, localOf } from './instant';

test('what a clock shows is an instant and back', () => {
  expect(instantOf('Asia/Bishkek', '2026-12-01T00:00')).toBe('2026-11-30T18:00:00.000Z');
  expect(localOf('Asia/Bishkek', new Date('2026-11-30T18:00:00Z'))).toBe('2026-12-01T00:00');
  expect(instantOf('Asia/Bishkek', '')).toBeNull();
});
