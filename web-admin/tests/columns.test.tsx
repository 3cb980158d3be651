import { renderHook, act } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { useKeptColumns } from '../src/features/savedView/useKeptColumns';

let search: Record<string, string | undefined> = {};
let me = 'aibek';
vi.mock('web-shared/routing', () => ({ useSearchText: () => search }));
vi.mock('../src/features/account/session', () => ({ useSession: () => ({ me: { id: me } }) }));

beforeEach(() => {
  localStorage.clear();
  search = {};
  me = 'aibek';
});

const hidden = (list: string) => renderHook(() => useKeptColumns(list)).result.current.search.hide;

test('columns that are left out stay left out on that list for that person, and an address says more', () => {
  const { result } = renderHook(() => useKeptColumns('orders'));
  act(() => result.current.keep('2.5'));
  expect(result.current.search.hide).toBe('2.5');
  expect([hidden('orders'), hidden('trips')]).toEqual(['2.5', undefined]);
  search = { hide: '3', sort: 'NUMBER' };
  expect(renderHook(() => useKeptColumns('orders')).result.current.search).toEqual({ hide: '3', sort: 'NUMBER' });
  search = {};
  me = 'asel';
  expect(hidden('orders')).toBeUndefined();
  me = 'aibek';
  act(() => result.current.keep(undefined));
  expect(hidden('orders')).toBeUndefined();
});
