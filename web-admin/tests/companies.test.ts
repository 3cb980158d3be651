import { expect, test } from 'vitest';
import { companiesOf, together } from '../src/features/trip/companies';

const rider = (lineId: string, orderId: string) => ({ lineId, orderId });

test('an order of several has a letter, whoever travels alone has none', () => {
  const riders = [rider('1', 'x'), rider('2', 'y'), rider('3', 'z'), rider('4', 'x'), rider('5', 'z')];
  expect([...companiesOf(riders)]).toEqual([
    ['x', 'A'],
    ['z', 'B'],
  ]);
  expect(riders.toSorted(together(riders)).map((one) => one.lineId)).toEqual(['1', '4', '2', '3', '5']);
});

test('letters do not run out', () => {
  const riders = Array.from({ length: 54 }, (_, index) => rider(String(index), `order ${Math.floor(index / 2)}`));
  expect([...companiesOf(riders).values()].slice(-2)).toEqual(['Z', 'A2']);
});
