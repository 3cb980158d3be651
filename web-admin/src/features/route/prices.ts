/** Prices of a list by the pair of stations. */
export type Prices = Record<string, string>;

export const pairOf = (from: string, to: string) => `${from} ${to}`;

/** People write a comma, and blanks between thousands. */
export const amountOf = (text: string) => text.replaceAll(/\s/g, '').replace(',', '.');

/** "420.50" as people write it: without a needless rest. */
export const plain = (amount: string) => (amount.includes('.') ? amount.replace(/\.?0+$/, '').replace('.', ',') : amount);
