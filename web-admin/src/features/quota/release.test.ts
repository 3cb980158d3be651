import { describe, expect, it } from 'vitest';
import { inMinutes, spoken } from './release';

describe('the time of release', () => {
  it.each([
    [null, '', 'hours'],
    [0, 0, 'minutes'],
    [45, 45, 'minutes'],
    [90, 90, 'minutes'],
    [120, 2, 'hours'],
    [2880, 2, 'days'],
  ] as const)('says %s minutes and reads them again', (minutes, release, unit) => {
    expect(spoken(minutes)).toEqual({ release, unit });
    expect(inMinutes(release, unit)).toBe(minutes);
  });
});
