import { expect, test } from 'vitest';
import { isChanged, merge } from '../src/app/merge';

const base = { name: 'Arshan', phone: '1', routes: ['a'], note: '' };

test('what only one of two has changed is taken from them', () => {
  const merged = merge(base, { ...base, phone: '2' }, { ...base, name: 'Arshan-Trans', routes: ['a', 'b'] });
  expect(merged).toEqual({ values: { name: 'Arshan-Trans', phone: '2', routes: ['a', 'b'], note: '' }, clashes: {} });
});

test('what both have changed stays mine, and theirs is told', () => {
  const merged = merge(base, { ...base, name: 'Mine', note: 'same' }, { ...base, name: 'Theirs', note: 'same' });
  expect(merged).toEqual({ values: { ...base, name: 'Mine', note: 'same' }, clashes: { name: 'Theirs' } });
});

test('nothing typed is nothing changed', () => {
  expect(isChanged(base, { ...base, routes: ['a'] })).toBe(false);
  expect(isChanged(base, { ...base, routes: [] })).toBe(true);
});
