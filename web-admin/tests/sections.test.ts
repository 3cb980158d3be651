import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isOpenTo, rightOf, SECTIONS, sectionOf } from '../src/app/sections';

test('a page belongs to the section whose address it begins with', () => {
  expect(sectionOf('/admin/orders/abc/exchange')?.key).toBe('orders');
  expect(sectionOf('/admin/exchange')?.key).toBe('exchange');
  expect(sectionOf('/admin/')).toBeUndefined();
});

test('a page asks for the right of its section, or for its own', () => {
  expect(rightOf('/admin/tariff')).toBe('MANAGE_PRICES');
  expect(rightOf('/admin/routes/abc')).toEqual(['MANAGE_TIMETABLE', 'MANAGE_PRICES']);
  expect(rightOf('/admin/routes/new')).toBe('MANAGE_TIMETABLE');
  expect(rightOf('/admin/trips/abc/boarding')).toBe('CHECK_TICKETS');
  expect(rightOf('/admin/departures/abc/seats')).toBe('MANAGE_QUOTAS');
  expect(rightOf('/admin/orders/abc/exchange')).toBe('EXCHANGE_TICKETS');
});

test('no page is open to everybody but by intent', () => {
  const router = readFileSync(join(import.meta.dirname, '../src/routes/router.tsx'), 'utf8');
  const pages = [...router.matchAll(/at\('([^']+)'/g)].map((page) => page[1]!);
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.filter((page) => rightOf(page.replace('$id', 'abc')) === undefined)).toEqual(['/', '/account', '/welcome']);
});

test('the menu leaves out what is refused to who is tied to a carrier or stations', () => {
  const closed = (ties: Parameters<typeof isOpenTo>[1]) => SECTIONS.filter((one) => !isOpenTo(one, ties)).map((one) => one.key);
  expect(closed({ carrier: null, stations: [] })).toEqual([]);
  expect(closed({ carrier: null, stations: [{}] })).toEqual(['closures', 'tariff', 'promotions']);
  expect(closed({ carrier: {}, stations: [] })).toEqual(['closures', 'announcements', 'ledger', 'accounts', 'periods', 'tariff', 'promotions']);
});
