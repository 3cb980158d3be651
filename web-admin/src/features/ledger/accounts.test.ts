import { expect, test } from 'vitest';
import { accountOf, accountsOf } from './accounts';

const desk = { id: 'DQGS8_S4x3ChsQokRBGx3gE', sign: '3' };

test('a till has the account of its desk', () => {
  expect(accountOf('TILL', desk.id)).toBe('TILL:0192f3f4-b8c7-70a1-b10a-244411b1de01');
});

test('every kind of account can be looked for, in the order of a balance', () => {
  const kinds = ['TILL', 'SAFE', 'CUSTOMER', 'WALLET', 'GATEWAY', 'GATEWAY_FEE'].map((code) => ({ code, name: code.toLowerCase() })) as never;
  const bookable = ['GATEWAY_FEE', 'GATEWAY:desk_card', 'SAFE:1'].map((code) => ({ code, name: code }));
  const found = accountsOf({ kinds, bookable, desks: [desk] });
  expect(found.map((one) => one.value)).toEqual([accountOf('TILL', desk.id), 'SAFE:1', 'CUSTOMER', 'GATEWAY:desk_card', 'GATEWAY_FEE']);
  expect(found[0]?.label).toBe('till · 3');
});
