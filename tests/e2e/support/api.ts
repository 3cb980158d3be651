import type { APIRequestContext } from '@playwright/test';

type Variables = Record<string, unknown>;

/** A client of the GraphQL server beside the browser: another buyer, or the administrator. */
export class Api {
  private token: string | null = null;

  constructor(
    private readonly request: APIRequestContext,
    private readonly language = 'ru',
  ) {}

  async ask<Data>(query: string, variables: Variables = {}): Promise<Data> {
    const response = await this.request.post('/graphql', {
      data: { query, variables },
      headers: { 'Accept-Language': this.language, ...(this.token ? { Authorization: `Bearer ${this.token}` } : {}) },
    });
    const answer = (await response.json()) as { data?: Data; errors?: { message: string }[] };
    if (answer.errors || !answer.data) throw new Error(`${response.status()} ${JSON.stringify(answer.errors)}`);
    return answer.data;
  }

  async signInAsAdministrator(): Promise<void> {
    const { signIn } = await this.ask<{ signIn: { accessToken?: string } }>(
      'mutation($login:String!,$password:String!){signIn(input:{login:$login,password:$password,kind:STAFF}){... on SignedIn{accessToken}}}',
      { login: ADMINISTRATOR, password: DEMO_PASSWORD },
    );
    if (!signIn.accessToken) throw new Error('The administrator could not sign in.');
    this.token = signIn.accessToken;
  }

  async place(query: string): Promise<string> {
    const { places } = await this.ask<{ places: { id: string }[] }>('query($query:String!){places(query:$query){id}}', { query });
    return places[0]!.id;
  }

  async today(): Promise<string> {
    return (await this.ask<{ site: { today: string } }>('{site{today}}')).site.today;
  }

  /** A direct ride with numbered seats and enough of them free, some days ahead. */
  async ride(from: string, to: string, days: number, seats: number): Promise<Ride> {
    const [fromId, toId, today] = [await this.place(from), await this.place(to), await this.today()];
    for (let ahead = days; ahead < days + 5; ahead += 1) {
      const date = addDays(today, ahead);
      const { searchJourneys } = await this.ask<{ searchJourneys: { journeys: FoundJourney[] } }>(
        `query($input:SearchInput!){searchJourneys(input:$input){journeys{state seatsLeft changes
          segments{from{sequence}to{sequence}trip{id reservedSeating}}}}}`,
        { input: { from: fromId, to: toId, date } },
      );
      const found = searchJourneys.journeys.find(
        (one) => one.state === 'ON_SALE' && one.changes === 0 && one.seatsLeft >= seats && one.segments[0]!.trip.reservedSeating,
      );
      const segment = found?.segments[0];
      if (segment) return { tripId: segment.trip.id, from: segment.from.sequence, to: segment.to.sequence, fromId, toId, date };
    }
    throw new Error(`The demonstration network has no free ride from ${from} to ${to}.`);
  }

  /** A ride on which nobody travels yet, at least two weeks ahead: on the trip with that number, or in a vehicle with so many numbered seats. */
  async emptyRide(from: string, to: string, on: string | { seats: number }): Promise<Ride> {
    const [fromId, toId, today] = [await this.place(from), await this.place(to), await this.today()];
    const fits = (trip: NumberedSegment['trip']) => (typeof on === 'string' ? trip.number === on : trip.reservedSeating && trip.vehicle.seatCount >= on.seats);
    for (let ahead = 14; ahead < 45; ahead += 1) {
      const date = addDays(today, ahead);
      const { searchJourneys } = await this.ask<{ searchJourneys: { journeys: { segments: NumberedSegment[] }[] } }>(
        `query($input:SearchInput!){searchJourneys(input:$input){journeys{
          segments{seatsLeft from{sequence}to{sequence}trip{id number reservedSeating vehicle{seatCount}}}}}}`,
        { input: { from: fromId, to: toId, date } },
      );
      const segments = searchJourneys.journeys.filter((one) => one.segments.length === 1).map((one) => one.segments[0]!);
      const found = segments.find(({ seatsLeft, trip }) => seatsLeft === trip.vehicle.seatCount && fits(trip));
      if (found) return { tripId: found.trip.id, from: found.from.sequence, to: found.to.sequence, fromId, toId, date };
    }
    throw new Error(`The demonstration network has no empty trip ${JSON.stringify(on)} from ${from} to ${to}.`);
  }

  /** What stands on a board of the station where it begins. */
  async tripOf(ride: Ride): Promise<{ number: string; date: string; stationId: string }> {
    const { trip } = await this.ask<{ trip: { number: string; calls: { sequence: number; departure: { local: string }; stop: { id: string; station: { id: string } | null } }[] } }>(
      'query($id:ID!){trip(id:$id){number calls{sequence departure{local} stop{id station{id}}}}}',
      { id: ride.tripId },
    );
    const call = trip.calls.find((one) => one.sequence === ride.from)!;
    return { number: trip.number, date: call.departure.local.slice(0, 10), stationId: (call.stop.station ?? call.stop).id };
  }

  async freeSeats(ride: Ride): Promise<string[]> {
    const { seatMap } = await this.ask<{ seatMap: { states: { label: string; status: string }[] } }>(
      'query($tripId:ID!,$from:Int!,$to:Int!){seatMap(tripId:$tripId,from:$from,to:$to){states{label status}}}',
      { tripId: ride.tripId, from: ride.from, to: ride.to },
    );
    return seatMap.states.filter((one) => one.status === 'FREE').map((one) => one.label);
  }

  /** Holds seats past the sites; answers the order's number. */
  async hold(ride: Ride, seats: string[]): Promise<string> {
    const { holdSeats } = await this.ask<{ holdSeats: { __typename: string; order?: { number: string } } }>(
      'mutation($input:HoldSeatsInput!){holdSeats(input:$input){__typename ... on HeldSeats{order{number}}}}',
      {
        input: {
          idempotencyKey: crypto.randomUUID(),
          segments: [{ tripId: ride.tripId, from: ride.from, to: ride.to, seats }],
          passengers: seats.map(() => ({ category: 'ADULT' })),
        },
      },
    );
    if (!holdSeats.order) throw new Error(`Seats ${seats.join(', ')} were not held: ${holdSeats.__typename}.`);
    return holdSeats.order.number;
  }

  /** Holds seats and names their passengers past the sites, as somebody else would. */
  async reserve(ride: Ride, seats: string[], people: Named[]): Promise<{ order: { id: string; secret: string }; number: string }> {
    const { holdSeats } = await this.ask<{ holdSeats: { secret: string; order: { id: string; number: string; passengers: { id: string }[] } } }>(
      'mutation($input:HoldSeatsInput!){holdSeats(input:$input){... on HeldSeats{secret order{id number passengers{id}}}}}',
      {
        input: {
          idempotencyKey: crypto.randomUUID(),
          segments: [{ tripId: ride.tripId, from: ride.from, to: ride.to, seats }],
          passengers: people.map(() => ({ category: 'ADULT' })),
        },
      },
    );
    const { id, number, passengers } = holdSeats.order;
    const order = { id, secret: holdSeats.secret };
    const passengerData = people.map((person, index) => ({
      id: passengers[index]!.id,
      birthDate: '1990-03-07',
      citizenship: 'KG',
      documentKind: 'ID_CARD',
      documentNumber: `ID${(1_000_000 + digitsOf(seats[index]!) * 7919) % 10_000_000}`,
      ...person,
    }));
    await this.ask('mutation($input:SetPassengersInput!){setPassengers(input:$input){__typename}}', {
      input: { order, passengers: passengerData, email: 'buyer@example.org', phone: `+99655510${1000 + digitsOf(seats[0]!)}`, consent: true },
    });
    return { order, number };
  }

  /** Buys seats past the sites, as somebody else would; answers the order's number. */
  async buy(ride: Ride, seats: string[], people: Named[]): Promise<string> {
    return (await this.buyWithLink(ride, seats, people)).number;
  }

  /** The same, with the address of its page. */
  async buyWithLink(ride: Ride, seats: string[], people: Named[]): Promise<{ number: string; link: string }> {
    const { order, number } = await this.reserve(ride, seats, people);
    const { startPayment } = await this.ask<{ startPayment: { payment: { redirectUrl: string } } }>(
      'mutation($input:StartPaymentInput!){startPayment(input:$input){... on PaymentStarted{payment{redirectUrl}}}}',
      { input: { order, method: 'sandbox', idempotencyKey: crypto.randomUUID() } },
    );
    await this.request.post(startPayment.payment.redirectUrl, { form: { action: 'pay' }, maxRedirects: 0 });
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const { order: now } = await this.ask<{ order: { status: string } }>('query($id:ID!,$number:String,$secret:String){order(id:$id,number:$number,secret:$secret){status}}', { ...order, number });
      if (now.status === 'PAID') return { number, link: `/order/${number}#${order.secret}` };
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`Order ${number} was not paid.`);
  }

  /** Text of the newest message to somebody; mail goes out by a job, so it may take a moment. */
  async newestMessage(to: string, holds: RegExp): Promise<string> {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const { messages } = await this.ask<{ messages: { nodes: { text: string; to: string }[] } }>(
        'query($text:String){messages(text:$text,first:5){nodes{to text}}}',
        { text: to },
      );
      const found = messages.nodes.find((one) => holds.test(one.text));
      if (found) return found.text;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`No message to ${to} came.`);
  }

  /** A driver of the ride's carrier whose driving licence ended yesterday. */
  async driverWithEndedLicence(ride: Ride, lastName: string, firstName: string): Promise<void> {
    const { trip } = await this.ask<{ trip: { carrier: { id: string } } }>('query($id:ID!){trip(id:$id){carrier{id}}}', { id: ride.tripId });
    const { saveDriver } = await this.ask<{ saveDriver: { driver: { id: string } } }>('mutation($input:SaveDriverInput!){saveDriver(input:$input){... on DriverSaved{driver{id}}}}', {
      input: { carrierId: trip.carrier.id, lastName, firstName },
    });
    await this.ask('mutation($input:SavePermitInput!){savePermit(input:$input){... on PermitSaved{permit{id}}}}', {
      input: { holder: 'DRIVER', holderId: saveDriver.driver.id, kind: 'DRIVING_LICENCE', number: `ВУ-${Date.now()}`, expiresOn: addDays(await this.today(), -1) },
    });
  }

  /** Pushes the demonstration's clock forward. */
  async advance(minutes: number): Promise<void> {
    const response = await this.request.post('/sandbox/clock', { data: { advanceMinutes: minutes } });
    if (!response.ok()) throw new Error(`The clock did not move: ${response.status()}`);
  }
}

export const ADMINISTRATOR = 'administrator@demo.beket.example.com';
export const DEMO_PASSWORD = 'beket-demo';

/** Of a seat's label: `13` and `L13` are 13. */
const digitsOf = (label: string): number => Number(label.replaceAll(/\D/g, ''));

interface Named {
  lastName: string;
  firstName: string;
  /** An identity card otherwise, which is not enough for a trip abroad. */
  documentKind?: string;
  documentNumber?: string;
}
export interface Ride {
  tripId: string;
  from: number;
  to: number;
  fromId: string;
  toId: string;
  date: string;
}
interface NumberedSegment {
  seatsLeft: number;
  from: { sequence: number };
  to: { sequence: number };
  trip: { id: string; number: string; reservedSeating: boolean; vehicle: { seatCount: number } };
}
interface FoundJourney {
  state: string;
  seatsLeft: number;
  changes: number;
  segments: { from: { sequence: number }; to: { sequence: number }; trip: { id: string; reservedSeating: boolean } }[];
}

export const addDays = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
