import { expect, test } from 'vitest';
import { hiddenColumns, sameSettings, settingsOf } from './settings';

test('a view is what the address holds, but for the day', () => {
  const settings = settingsOf({ status: 'PAID', date: '2026-12-01', text: undefined, carrier: 'x' });
  expect(settings).toEqual([
    { name: 'carrier', value: 'x' },
    { name: 'status', value: 'PAID' },
  ]);
  expect(sameSettings(settings, settings.toReversed())).toBe(true);
  expect(sameSettings(settings, settings.slice(1))).toBe(false);
  expect(sameSettings(settings, [settings[0]!, { name: 'status', value: 'HELD' }])).toBe(false);
});

test('columns are left out by their places; the first stays, nonsense is nothing', () => {
  expect(hiddenColumns('2.5', 7)).toEqual([2, 5]);
  expect(hiddenColumns('0.2.2.9.x.-1', 7)).toEqual([2]);
  expect(hiddenColumns(undefined, 7)).toEqual([]);
});
