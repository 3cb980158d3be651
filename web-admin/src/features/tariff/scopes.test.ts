import { describe, expect, it } from 'vitest';
import { read, write } from './scopes';

describe('which lines a rule is for', () => {
  it.each([
    ['all', 'all', ''],
    ['international', 'all', 'international'],
    ['coach+domestic', 'coach', 'domestic'],
    ['minibus', 'minibus', ''],
  ])('%s is read and written', (scope, of, reach) => {
    expect(read(scope)).toEqual({ of, reach });
    expect(write({ of, reach })).toBe(scope);
  });
});
