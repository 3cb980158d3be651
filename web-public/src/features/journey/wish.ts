import { type SearchText } from 'web-shared/routing';

/** What a passenger looks for; written into the address of every page of the purchase. */
export interface Party {
  category: string;
  count: number;
}
export interface Wish {
  from: string;
  to: string;
  /** Local calendar dates at the place of departure. */
  date: string;
  back: string | null;
  party: Party[];
}
/** One ride of a chosen journey: from stop `from` to stop `to` of the trip, by their sequence numbers. */
export interface Ride {
  tripId: string;
  from: number;
  to: number;
}

export const MAX_PASSENGERS = 9;

export function readParty(text: string | undefined): Party[] {
  const party = (text ?? '').split(',').flatMap((part): Party[] => {
    const [category, count] = part.split(':');
    const number = Number(count);
    return category && Number.isInteger(number) && number > 0 && number <= MAX_PASSENGERS ? [{ category, count: number }] : [];
  });
  return party;
}
export const writeParty = (party: Party[]): string =>
  party.filter((one) => one.count > 0).map((one) => `${one.category}:${one.count}`).join(',');

export const readRides = (text: string | undefined): Ride[] =>
  (text ?? '').split(',').flatMap((part): Ride[] => {
    const [tripId, from, to] = part.split('~');
    return tripId && from && to ? [{ tripId, from: Number(from), to: Number(to) }] : [];
  });
export const writeRides = (rides: Ride[]): string => rides.map((ride) => `${ride.tripId}~${ride.from}~${ride.to}`).join(',');

const DATE = /^\d{4}-\d{2}-\d{2}$/;

export function readWish(search: SearchText): Wish | null {
  const { from, to, date, back } = search;
  if (!from || !to || !date || !DATE.test(date)) return null;
  return { from, to, date, back: back && DATE.test(back) ? back : null, party: readParty(search.pax) };
}
export const writeWish = (wish: Wish): SearchText => ({
  from: wish.from,
  to: wish.to,
  date: wish.date,
  back: wish.back ?? undefined,
  pax: writeParty(wish.party) || undefined,
});
