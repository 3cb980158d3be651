import type { MoneyLike } from 'web-shared';

/** Minor units of a number that was typed: money is never counted in binary fractions. */
export const minorOf = (value: number | ''): number => (value === '' ? 0 : Math.round(value * 100));
export const minorOfMoney = (money: MoneyLike): number => Math.round(Number(money.amount) * 100);
export const decimalOf = (minor: number): string => (minor / 100).toFixed(2);

/** What is typed of the money that a customer hands over. */
export interface Handed {
  card: number | '';
  received: number | '';
  reference: string;
}

/** The same, as the server takes it: what is not by card is in cash. */
export const handedOf = ({ card, received, reference }: Handed, cash: number) => ({
  cash: decimalOf(cash),
  card: decimalOf(minorOf(card)),
  received: received === '' ? null : decimalOf(minorOf(received)),
  cardReference: reference.trim() || null,
});

interface FromAccount {
  wallet: number | '';
  walletNumber: string;
  walletCode: string;
}

/** The field that is not filled in of a payment from a customer's account; a number or a code without a sum is one that was begun. */
export function lackingOf({ wallet, walletNumber, walletCode }: FromAccount): 'wallet' | 'walletCode' | null {
  const [begun, coded] = [walletNumber.trim() !== '', walletCode.trim() !== ''];
  if (minorOf(wallet) === 0) return begun || coded ? 'wallet' : null;
  return coded ? null : 'walletCode';
}

/** What is to be given back of the cash that was handed over; none where it is too little. */
export function changeOf(cash: number, received: number | ''): number | null {
  if (received === '') return 0;
  const change = minorOf(received) - cash;
  return change < 0 ? null : change;
}
