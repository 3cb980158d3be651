/** Orders bought on this device: their secrets open them again after a reload or a visit to the payment page. */
export interface DeviceOrder {
  number: string;
  secret: string;
  /** Instant, for sorting. */
  at: string;
}

const KEY = 'beket.orders';
const KEPT = 50;

export function deviceOrders(): DeviceOrder[] {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '[]') as DeviceOrder[];
  } catch {
    return [];
  }
}

export function rememberOrder({ number, secret }: { number: string; secret: string }): void {
  const known = deviceOrders();
  const at = known.find((one) => one.number === number)?.at ?? new Date().toISOString();
  localStorage.setItem(KEY, JSON.stringify([{ number, secret, at }, ...known.filter((one) => one.number !== number)].slice(0, KEPT)));
}

export const forgetOrder = (number: string): void =>
  localStorage.setItem(KEY, JSON.stringify(deviceOrders().filter((one) => one.number !== number)));

/** 16 bytes in base64url: what the server makes. Other fragments, of a skip link or cut by a mail program, are none. */
const SECRET = /^[\w-]{22}$/;

/** From the link's fragment, which is then remembered, or from this device. */
export function secretOf(number: string): string | undefined {
  const fragment = location.hash.slice(1);
  if (SECRET.test(fragment)) {
    rememberOrder({ number, secret: fragment });
    return fragment;
  }
  return deviceOrders().find((one) => one.number === number)?.secret;
}
