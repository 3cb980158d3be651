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

test('of a text in three languages each is a field', () => {
  const text = { text: { ru: 'а', ky: 'б', en: 'c' }, town: { id: '1', name: 'Ош' } };
  const mine = { ...text, text: { ...text.text, en: 'mine' } };
  const theirs = { ...text, text: { ru: 'их', ky: 'б', en: 'c' } };
  expect(merge(text, mine, theirs)).toEqual({ values: { ...text, text: { ru: 'их', ky: 'б', en: 'mine' } }, clashes: {} });
  const both = merge(text, mine, { ...text, text: { ru: 'их', ky: 'б', en: 'theirs' } });
  expect(both).toEqual({ values: { ...text, text: { ru: 'их', ky: 'б', en: 'mine' } }, clashes: { text: { en: 'theirs' } } });
  // What is chosen as a whole is not put together from two.
  const chosen = merge(text, { ...text, town: { id: '2', name: 'Талас' } }, { ...text, town: { id: '3', name: 'Нарын' } });
  expect(chosen).toEqual({ values: { ...text, town: { id: '2', name: 'Талас' } }, clashes: { town: { id: '3', name: 'Нарын' } } });
});

test('nothing typed is nothing changed', () => {
  expect(isChanged(base, { ...base, routes: ['a'] })).toBe(false);
  expect(isChanged(base, { ...base, routes: [] })).toBe(true);
});
