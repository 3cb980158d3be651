import { expect, test } from 'vitest';
import { isOfShift, isWhole } from './annul';

type Order = Parameters<typeof isWhole>[0];
type Shift = NonNullable<Parameters<typeof isOfShift>[1]>;

const payment = (patch = {}) => ({ method: 'cash', paidAt: '2026-12-01T06:00:00Z', share: false, moved: { amount: '0.00' }, ...patch });
const order = (patch = {}) =>
  ({
    number: 'BK-1',
    serverTime: '2026-12-01T07:00:00Z',
    payments: [payment()],
    refunds: [],
    segments: [{ from: { departure: { at: '2026-12-01T09:00:00Z' } }, lines: [{ state: 'ISSUED' }, { state: 'RELEASED' }] }],
    ...patch,
  }) as unknown as Order;
const shift = (numbers: (string | null)[], hasNextPage = false, openedAt = '2026-12-01T05:00:00Z'): Shift => ({ id: 's', openedAt, operations: { nodes: numbers.map((orderNumber, n) => ({ id: String(n), orderNumber })), pageInfo: { hasNextPage } } });

test('a sale at a desk may be annulled until something of it is changed or its trip leaves', () => {
  const line = (state: string) => [{ from: { departure: { at: '2026-12-01T09:00:00Z' } }, lines: [{ state: 'ISSUED' }, { state }] }];
  expect(isWhole(order())).toBe(true);
  expect(isWhole(order({ segments: line('REFUNDED') }))).toBe(false);
  expect(isWhole(order({ segments: line('USED') }))).toBe(false);
  expect(isWhole(order({ segments: [] }))).toBe(false);
  expect(isWhole(order({ refunds: [{}] }))).toBe(false);
  expect(isWhole(order({ payments: [payment({ method: 'wallet' })] }))).toBe(false);
  expect(isWhole(order({ payments: [payment({ share: true })] }))).toBe(false);
  expect(isWhole(order({ payments: [payment({ moved: { amount: '5.00' } })] }))).toBe(false);
  expect(isWhole(order({ serverTime: '2026-12-01T09:00:00Z' }))).toBe(false);
});

test('it is annulled in the shift in which it was made', () => {
  expect(isOfShift(order(), shift([null, 'BK-1']))).toBe(true);
  expect(isOfShift(order(), null)).toBe(false);
  expect(isOfShift(order(), shift(['BK-2'])), 'somebody else has sold it').toBe(false);
  expect(isOfShift(order(), shift(['BK-2'], true)), 'there are more operations than were read').toBe(true);
  expect(isOfShift(order(), shift(['BK-1'], true, '2026-12-01T06:30:00Z')), 'in the shift before').toBe(false);
  expect(isOfShift(order({ payments: [payment({ paidAt: null })] }), shift(['BK-1']))).toBe(false);
});
