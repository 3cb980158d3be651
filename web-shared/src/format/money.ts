/** An exact decimal with its ISO 4217 currency, as the server sends it. */
export interface MoneyLike {
  amount: string;
  currency: string;
}

const SYMBOLS: Record<string, Record<string, string>> = {
  KGS: { ru: 'сом', ky: 'сом', en: 'som' },
  KZT: { ru: '₸', ky: '₸', en: '₸' },
  UZS: { ru: 'сум', ky: 'сум', en: 'UZS' },
  RUB: { ru: '₽', ky: '₽', en: '₽' },
  USD: { ru: '$', ky: '$', en: '$' },
};

/** Browsers have no Kyrgyz number format: it groups and divides as the Russian one. */
export function formatNumber(value: number, language: string, least = 0): string {
  const digits = new Intl.NumberFormat(language === 'en' ? 'en-US' : 'ru-RU', { minimumFractionDigits: least, maximumFractionDigits: 2 }).format(value);
  return digits.replace('-', '−');
}

/** The currency stands behind. */
export function formatMoney(money: MoneyLike, language: string): string {
  const value = Number(money.amount);
  const digits = formatNumber(value, language, Number.isInteger(value) ? 0 : 2);
  const symbol = SYMBOLS[money.currency]?.[language] ?? money.currency;
  return `${digits}\u00a0${symbol}`;
}

/** Adds amounts of one currency without going through binary fractions. */
export function sumMoney(items: MoneyLike[]): MoneyLike | null {
  const first = items[0];
  if (!first || items.some((item) => item.currency !== first.currency)) return null;
  const minor = items.reduce((sum, item) => sum + Math.round(Number(item.amount) * 100), 0);
  return { amount: (minor / 100).toFixed(2), currency: first.currency };
}

export function timesMoney(money: MoneyLike, factor: number): MoneyLike {
  return { amount: (Math.round(Number(money.amount) * 100 * factor) / 100).toFixed(2), currency: money.currency };
}
