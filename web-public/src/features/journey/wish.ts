import { isDay } from 'web-shared';
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

/** No rides at all where one of them is nonsense: a part of a journey is not what somebody chose. */
export function readRides(text: string | undefined): Ride[] {
  const rides = (text ?? '').split(',').map((part): Ride | null => {
    const [, tripId, from, to] = /^([^~]+)~(\d{1,4})~(\d{1,4})$/.exec(part) ?? [];
    return tripId && Number(from) < Number(to) ? { tripId, from: Number(from), to: Number(to) } : null;
  });
  return rides.every((ride) => ride !== null) ? rides : [];
}
export const writeRides = (rides: Ride[]): string => rides.map((ride) => `${ride.tripId}~${ride.from}~${ride.to}`).join(',');

export function readWish(search: SearchText): Wish | null {
  const { from, to, date, back } = search;
  if (!from || !to || !date || !isDay(date)) return null;
  return { from, to, date, back: back && isDay(back) && back >= date ? back : null, party: readParty(search.pax) };
}
export const writeWish = (wish: Wish): SearchText => ({
  from: wish.from,
  to: wish.to,
  date: wish.date,
  back: wish.back ?? undefined,
  pax: writeParty(wish.party) || undefined,
});
