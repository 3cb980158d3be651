import { expect, test } from 'vitest';
import { emptyRow, moved, reversed, type PathRow } from './path';

const row = (name: string, arrives: number, departs: number, km: number | '', more: Partial<PathRow> = {}): PathRow => ({ ...emptyRow(), stop: { id: name, name }, arrives, departs, km, ...more });
const plain = (rows: PathRow[]) => rows.map((one) => ({ ...one, key: '' }));

test('a way back has the same stays, minutes and kilometres', () => {
  const there = [row('a', 0, 0, 0, { alighting: false }), row('b', 60, 75, 50), row('c', 180, 180, 160.5, { boarding: false })];
  const back = reversed(there);
  expect(plain(back)).toEqual(plain([row('c', 0, 0, 0, { alighting: false }), row('b', 105, 120, 110.5), row('a', 180, 180, 160.5, { boarding: false })]));
  expect(plain(reversed(back))).toEqual(plain(there));
});

test('what is not known stays so', () => {
  expect(reversed([row('a', 0, 0, ''), row('b', 60, 60, '')]).map((one) => one.km)).toEqual(['', '']);
  expect(reversed([])).toEqual([]);
});

test('rows are moved', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 1, 9)).toEqual(['a', 'c', 'b']);
});
