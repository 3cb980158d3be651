import { expect, test } from 'vitest';
import { accountsOf } from './accounts';

test('every kind of account can be looked for, in the order of a balance', () => {
  const kinds = ['TILL', 'SAFE', 'CUSTOMER', 'WALLET', 'GATEWAY', 'GATEWAY_FEE'].map((code) => ({ code, name: code.toLowerCase() })) as never;
  const bookable = ['GATEWAY_FEE', 'GATEWAY:desk_card', 'SAFE:1'].map((code) => ({ code, name: code }));
  const found = accountsOf({ kinds, bookable, desks: [{ ledgerAccount: 'TILL:7', sign: '3' }] });
  expect(found.map((one) => one.value)).toEqual(['TILL', 'TILL:7', 'SAFE:1', 'CUSTOMER', 'WALLET', 'GATEWAY:desk_card', 'GATEWAY_FEE']);
  expect(found[1]?.label).toBe('till · 3');
});
