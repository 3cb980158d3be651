import { describe, expect, it } from 'vitest';
import { hoursOf, minutesOf, weekOf } from '../src/features/station/week';

describe('the hours of a station', () => {
  it('are typed in any usual way', () => {
    expect(['5:30', '0530', '22', '24:00', '25:00', '7:75', 'soon', ''].map(minutesOf)).toEqual([330, 330, 1320, 1440, -1, -1, -1, -1]);
  });

  it('come back from the form as they were', () => {
    const hours = [
      { weekday: 1, opens: 330, closes: 1320 },
      { weekday: 3, opens: 600, closes: 60 },
      { weekday: 6, opens: 480, closes: 1440 },
      { weekday: 7, opens: 0, closes: 1440 },
    ];
    expect(hoursOf(weekOf(hours))).toEqual(hours);
    expect(hoursOf(weekOf([]))).toEqual([]);
  });
});
