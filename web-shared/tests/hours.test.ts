import { describe, expect, it } from 'vitest';
import { clockOfMinutes, openingSpans } from '../src/format/hours';

const day = (weekday: number, opens: number, closes: number) => ({ weekday, opens, closes });

describe('opening hours', () => {
  it('put neighbouring days with the same hours together, and tell on which it is closed', () => {
    const week = [day(7, 0, 1440), ...[1, 2, 3, 4, 5].map((one) => day(one, 360, 1320))];
    expect(openingSpans(week)).toEqual([
      { from: 1, to: 5, hours: { opens: 360, closes: 1320 } },
      { from: 6, to: 6, hours: null },
      { from: 7, to: 7, hours: { opens: 0, closes: 1440 } },
    ]);
  });

  it('are nothing where nothing is known', () => {
    expect(openingSpans([])).toEqual([]);
    expect([clockOfMinutes(65), clockOfMinutes(1440)]).toEqual(['01:05', '24:00']);
  });
});
