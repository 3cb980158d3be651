import { buildSchema, execute, GraphQLError, parse, subscribe, validate, type GraphQLSchema } from 'graphql';
import { hash, inLang, placeById, PLACES, ROUTES, unitsOf, type Lang, type MockRoute } from './network.ts';

/** A pretend server for development and tests: answers by the real schema, keeps everything in memory. */
const now = () => new Date();
const money = (amount: number, currency = 'KGS') => ({ amount: amount.toFixed(2), currency });
const iso = (date: Date) => date.toISOString();
interface Context {
  lang: Lang;
  staff: boolean;
}
type Row = Record<string, any>;

const zoned = (at: Date, offset: number, timeZone: string) => ({
  at: iso(at),
  local: new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19),
  timeZone,
  offsetMinutes: offset,
});
const lazy = (names: { ru: string; ky: string; en: string }) => (_: unknown, context: Context) => inLang(names, context.lang);

/** What is told of every station here. */
const STATION_INFO = { phone: '+996312000001', address: 'ул. Гоголя, 1', openingHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: 300, closes: 1380 })) };

export class World {
  readonly schema: GraphQLSchema;
  private claims = new Map<string, Map<string, string>>();
  private versions = new Map<string, number>();
  private orders = new Map<string, Row>();
  private watchers = new Set<() => void>();
  private account: Row | null = null;
  private saved: Row[] = [];
  private counter = 0;

  constructor(sdl: string) {
    this.schema = buildSchema(sdl);
  }

  async answer(body: { query: string; variables?: Row; operationName?: string }, context: Context) {
    const document = parse(body.query);
    const errors = validate(this.schema, document);
    if (errors.length > 0) return { errors };
    return execute({ schema: this.schema, document, rootValue: this.root(), contextValue: context, variableValues: body.variables, operationName: body.operationName });
  }

  stream(body: { query: string; variables?: Row | null }, context: Context) {
    return subscribe({ schema: this.schema, document: parse(body.query), rootValue: this.root(), contextValue: context, variableValues: body.variables });
  }

  /** Another buyer takes a seat. */
  take(tripId: string, label: string, status = 'SOLD') {
    this.seats(tripId).set(label, status);
    this.changed(tripId);
  }

  private changed(tripId?: string) {
    if (tripId) this.versions.set(tripId, (this.versions.get(tripId) ?? 1) + 1);
    this.watchers.forEach((wake) => wake());
  }

  private trip(id: string): Row {
    const [, number, date, time] = id.split('_') as [string, string, string, string];
    const route = ROUTES.find((one) => one.number === number);
    if (!route) throw new GraphQLError('no such trip', { extensions: { code: 'NOT_FOUND' } });
    const first = placeById(route.stops[0]![0]);
    const start = new Date(`${date}T${time}:00Z`).getTime() - first.offset * 60_000;
    const calls = route.stops.map(([placeId, minutes], sequence) => {
      const spot = placeById(placeId);
      const at = new Date(start + minutes * 60_000);
      const last = sequence === route.stops.length - 1;
      return {
        sequence,
        stop: { id: `s-${spot.id}`, code: spot.id, name: lazy(spot.station), names: spot.station, kind: 'STATION', place: this.place(spot.id), timeZone: spot.zone, latitude: 42, longitude: 74 },
        arrival: zoned(at, spot.offset, spot.zone),
        departure: zoned(at, spot.offset, spot.zone),
        boarding: !last,
        alighting: sequence > 0,
        platformChoices: ['1', '2', '3'],
        platform: sequence === 0 ? String(1 + (hash(id) % 6)) : null,
        skipped: false,
        distanceKm: minutes,
      };
    });
    const departed = start < now().getTime();
    return {
      id,
      number: route.number,
      route: { id: `r-${number}`, number: route.number, name: route.stops.map((stop) => placeById(stop[0]).names.ru).join(' – '), kind: route.kind, serviceClass: route.vehicleClass, color: '1f6fb2', passportRequired: route.passport, carrier: this.carrier(route) },
      carrier: this.carrier(route),
      destination: lazy(placeById(route.stops.at(-1)![0]).names),
      destinationNames: placeById(route.stops.at(-1)![0]).names,
      originNames: placeById(route.stops[0]![0]).station,
      state: departed ? 'DEPARTED' : 'SCHEDULED',
      serviceDate: date,
      delayMinutes: hash(id) % 7 === 0 ? 20 : 0,
      saleClosed: false,
      roadClosed: false,
      vehicle: { name: route.vehicle, vehicleClass: route.vehicleClass, seatCount: this.labels(route).length || 19, standingPlaces: 0, amenities: route.amenities },
      calls,
      reservedSeating: route.plan !== 'open',
      mock: { route, start },
    };
  }

  private carrier = (route: MockRoute) => ({ id: `c-${route.carrier}`, code: route.carrier, name: route.carrier, phone: '+996 312 000 000', email: null, url: null });
  private place = (id: string): Row => {
    const spot = placeById(id);
    return { id: spot.id, name: lazy(spot.names), names: spot.names, latitude: 42, longitude: 74, stations: [] };
  };
  private suggestion = (id: string): Row => ({ id, name: lazy(placeById(id).names), kind: 'PLACE', detail: lazy({ ru: 'Кыргызстан', ky: 'Кыргызстан', en: 'Kyrgyzstan' }) });

  private labels(route: MockRoute): string[] {
    return unitsOf(route.plan).flatMap((unit) => unit.decks.flatMap((one) => (one.cells as Row[]).filter((cell) => cell.seat).map((cell) => cell.seat.label as string)));
  }

  private seats(tripId: string): Map<string, string> {
    const known = this.claims.get(tripId);
    if (known) return known;
    const route = this.trip(tripId).mock.route as MockRoute;
    // Tests buy on the night trip, whatever the day.
    const full = hash(tripId) % 9 === 0 && !tripId.endsWith('_22:30');
    const fresh = new Map(this.labels(route).map((label) => [label, full || hash(tripId + label) % 10 < 4 ? 'SOLD' : 'FREE']));
    this.claims.set(tripId, fresh);
    return fresh;
  }
  private left(tripId: string): number {
    const seats = [...this.seats(tripId).values()];
    return seats.length === 0 ? 12 : seats.filter((status) => status === 'FREE').length;
  }
  private fare(trip: Row, from: number, to: number): number {
    const { route } = trip.mock as { route: MockRoute };
    const all = route.stops.at(-1)![1] - route.stops[0]![1];
    return Math.max(50, Math.round((route.price * (route.stops[to]![1] - route.stops[from]![1])) / all / 10) * 10);
  }
  private update = (tripId: string, full: boolean, states = this.seats(tripId)) => ({ tripId, version: this.versions.get(tripId) ?? 1, planId: `plan-${tripId}`, full, seatsLeft: this.left(tripId), states: [...states].map(([label, status]) => ({ label, status })) });

  private segment(trip: Row, from: number, to: number): Row {
    const start = new Date(trip.calls[from].departure.at).getTime();
    const end = new Date(trip.calls[to].arrival.at).getTime();
    const seatsLeft = this.left(trip.id);
    const state = start < now().getTime() ? 'DEPARTED' : seatsLeft === 0 ? 'SOLD_OUT' : 'ON_SALE';
    return { trip, from: trip.calls[from], to: trip.calls[to], durationMinutes: (end - start) / 60_000, price: money(this.fare(trip, from, to)), seatsLeft, state, notOnSaleReason: state === 'DEPARTED' ? 'DEPARTED' : null };
  }

  private rides(from: string, to: string, date: string): Row[] {
    const clean = (id: string) => id.replace(/^s-/, '');
    return ROUTES.flatMap((route) => {
      const a = route.stops.findIndex((stop) => stop[0] === clean(from));
      const b = route.stops.findIndex((stop) => stop[0] === clean(to));
      if (a < 0 || b <= a) return [];
      return route.departures.map((time) => this.segment(this.trip(`t_${route.number}_${date}_${time}`), a, b));
    });
  }

  private journeys(from: string, to: string, date: string, people: number): Row[] {
    const direct = this.rides(from, to, date).map((one) => [one]);
    const change = direct.length > 0 ? [] : this.rides(from, 'p-balykchy', date).flatMap((one) =>
      this.rides('p-balykchy', to, date)
        .filter((two) => new Date(two.from.departure.at) > new Date(new Date(one.to.arrival.at).getTime() + 20 * 60_000))
        .slice(0, 1)
        .map((two) => [one, two]),
    );
    return [...direct, ...change].map((segments): Row => {
      const [first, last] = [segments[0]!, segments.at(-1)!];
      const minutes = (new Date(last.to.arrival.at).getTime() - new Date(first.from.departure.at).getTime()) / 60_000;
      const price = segments.reduce((sum, one) => sum + Number(one.price.amount), 0);
      const states = segments.map((one) => one.state as string);
      return {
        id: segments.map((one) => `${one.trip.id}:${one.from.sequence}:${one.to.sequence}`).join('|'),
        state: states.find((state) => state !== 'ON_SALE') ?? 'ON_SALE',
        segments,
        departure: first.from.departure,
        arrival: last.to.arrival,
        durationMinutes: minutes,
        changes: segments.length - 1,
        changeMinutes: segments.length > 1 ? (new Date(last.from.departure.at).getTime() - new Date(first.to.arrival.at).getTime()) / 60_000 : null,
        priceFrom: money(price),
        priceTotal: money(price * people),
        priceFromBefore: null,
        priceTotalBefore: null,
        campaigns: [],
        seatsLeft: Math.min(...segments.map((one) => one.seatsLeft as number)),
      };
    });
  }

  private categories = [
    { code: 'ADULT', names: { ru: 'Взрослый', ky: 'Чоң киши', en: 'Adult' }, needsSeat: true, minAge: 12, maxAge: null, percentOff: '0', proofRequired: false, condition: null },
    { code: 'CHILD', names: { ru: 'Ребёнок 5–11 лет', ky: '5–11 жаштагы бала', en: 'Child 5–11' }, needsSeat: true, minAge: 5, maxAge: 11, percentOff: '50', proofRequired: true, condition: null },
    { code: 'INFANT', names: { ru: 'Ребёнок до 5 лет без места', ky: '5 жашка чейинки бала, орунсуз', en: 'Child under 5, no seat' }, needsSeat: false, minAge: 0, maxAge: 4, percentOff: '100', proofRequired: true, condition: null },
    { code: 'STUDENT', names: { ru: 'Студент', ky: 'Студент', en: 'Student' }, needsSeat: true, minAge: null, maxAge: null, percentOff: '10', proofRequired: true, condition: null },
  ].map((one) => ({ ...one, name: lazy(one.names) }));

  private find(reference: Row): Row {
    const order = [...this.orders.values()].find((one) => one.id === reference.id || one.number === reference.number);
    if (!order) throw new GraphQLError('not found', { extensions: { code: 'NOT_FOUND' } });
    if (order.status === 'HELD' && new Date(order.holdUntil) < now()) order.status = 'EXPIRED';
    return { ...order, serverTime: iso(now()) };
  }

  private price(order: Row) {
    for (const passenger of order.passengers) {
      const lines: Row[] = [];
      for (const segment of order.segments) {
        const fare = this.fare(segment.trip, segment.from.sequence, segment.to.sequence);
        lines.push({ kind: 'FARE', title: `Тариф, рейс ${segment.trip.number}`, amount: money(fare) });
        const off = Number(passenger.category.percentOff);
        if (off > 0) lines.push({ kind: 'DISCOUNT', title: `Скидка ${off} %`, amount: money((-fare * off) / 100), rule: passenger.category.code });
        lines.push({ kind: 'STATION_FEE', title: 'Сбор автовокзала', amount: money(10) });
        const line = segment.lines.find((one: Row) => one.passenger?.id === passenger.id);
        if (line) line.price = money(fare * (1 - off / 100) + 10);
      }
      for (const bag of passenger.ancillaries ?? []) if (bag.count > 0) lines.push({ kind: 'BAGGAGE', title: `Багаж × ${bag.count}`, amount: money(100 * bag.count) });
      passenger.explanation = lines;
      passenger.total = money(lines.reduce((sum, line) => sum + Number(line.amount.amount), 0));
    }
    const fees = [{ kind: 'SERVICE_FEE', title: 'Сервисный сбор', amount: money(60) }];
    order.total = money(order.passengers.reduce((sum: number, one: Row) => sum + Number(one.total.amount), 60));
    order.explanation = [...order.passengers.flatMap((one: Row) => one.explanation), ...fees];
  }

  private hold({ input }: Row): Row {
    const seated = input.passengers.filter((one: Row) => this.categories.find((category) => category.code === one.category)?.needsSeat);
    for (const wish of input.segments) {
      const seats = this.seats(wish.tripId);
      wish.seats ??= [...seats].filter(([, status]) => status === 'FREE').map(([label]) => label).slice(0, seated.length);
      const taken = wish.seats.filter((label: string) => seats.get(label) !== 'FREE');
      if (seats.size > 0 && taken.length > 0) return { __typename: 'SeatsTaken', code: 'SEATS_TAKEN', message: 'taken', tripId: wish.tripId, seats: taken };
      if (seats.size > 0 && wish.seats.length < seated.length) return { __typename: 'NotEnoughSeats', code: 'NOT_ENOUGH', message: 'few', tripId: wish.tripId, seatsLeft: this.left(wish.tripId) };
    }
    this.counter += 1;
    const number = `BK-7F3K-${String(2000 + this.counter)}`;
    const passengers = input.passengers.map((one: Row, index: number): Row => ({ id: `${number}-p${index}`, category: this.categories.find((category) => category.code === one.category) ?? this.categories[0], total: money(0), explanation: [] }));
    const withSeat = passengers.filter((one: Row) => one.category.needsSeat);
    const segments = input.segments.map((wish: Row, index: number): Row => {
      const trip = this.trip(wish.tripId);
      for (const label of wish.seats) this.seats(wish.tripId).set(label, 'HELD');
      this.changed(wish.tripId);
      const lines = withSeat.map((passenger: Row, place: number) => ({ id: `${number}-l${index}${place}`, kind: 'SEAT', state: 'HELD', title: wish.seats[place] ? `Место ${wish.seats[place]}` : 'Без номера места', passenger, segmentIndex: index, seat: wish.seats[place] ?? null, price: money(0), explanation: [], ticket: null, refundable: false }));
      return { index, direction: wish.direction, trip, from: trip.calls[wish.from], to: trip.calls[wish.to], lines };
    });
    const order: Row = { id: `o-${number}`, number, status: 'HELD', createdAt: iso(now()), holdUntil: iso(new Date(now().getTime() + 15 * 60_000)), currency: 'KGS', paid: money(0), email: null, phone: null, passengers, segments, payments: [], refunds: [], exchanges: [], version: 1, readyToPay: false, ancillaryOptions: [{ kind: 'BAGGAGE', code: 'bag', name: lazy({ ru: 'Багаж до 20 кг', ky: '20 кг чейинки жүк', en: 'Bag up to 20 kg' }), price: money(100), included: false, detail: null, maxCount: 3 }], ticketsPdfUrl: null, calendarUrl: null, link: `/order/${number}#secret-${number}` };
    this.price(order);
    this.orders.set(order.id, order);
    return { __typename: 'HeldSeats', order: this.find(order), secret: `secret-${number}` };
  }

  private setPassengers({ input }: Row): Row {
    const order = this.orders.get(input.order.id)!;
    const fields: Row[] = [];
    input.passengers.forEach((one: Row, index: number) => {
      if (input.passengers.slice(0, index).some((other: Row) => other.documentNumber === one.documentNumber)) fields.push({ path: `passengers.${index}.documentNumber`, code: 'SAME_DOCUMENT', message: 'the same document' });
    });
    if (fields.length > 0) return { __typename: 'InvalidInput', code: 'INVALID_INPUT', message: 'invalid', fields };
    for (const data of input.passengers) Object.assign(order.passengers.find((one: Row) => one.id === data.id), { ...data, category: this.categories.find((one) => one.code === data.category) ?? order.passengers.find((one: Row) => one.id === data.id).category, documentNumber: `•••${data.documentNumber.slice(-3)}` });
    Object.assign(order, { email: input.email, phone: input.phone, readyToPay: true });
    this.price(order);
    this.changed();
    return { __typename: 'OrderChanged', order: this.find(order) };
  }

  private pay({ input }: Row): Row {
    const order = this.orders.get(input.order.id)!;
    const byCode = input.method === 'elqr';
    const payment = { id: `pay-${this.counter}`, method: input.method, methodName: byCode ? 'ELQR' : 'Песочница', state: byCode ? 'PENDING' : 'PAID', amount: order.total, createdAt: iso(now()), paidAt: byCode ? null : iso(now()), redirectUrl: byCode ? null : `/order/${order.number}`, qrSvg: byCode ? fakeQr('elqr') : null, appUrl: byCode ? 'https://pay.payqr.kg/#0002' : null, failureReason: null };
    if (byCode) {
      order.payments = [payment];
      this.changed();
      return { __typename: 'PaymentStarted', payment, order: this.find(order) };
    }
    return this.settle(order, payment);
  }
  /** Money has come for an order whose code was scanned. */
  moneyCame(id: string): void {
    const order = this.orders.get(id)!;
    this.settle(order, { ...order.payments[0], state: 'PAID', paidAt: iso(now()), qrSvg: null, appUrl: null });
  }
  private settle(order: Row, payment: Row): Row {
    Object.assign(order, { status: 'PAID', holdUntil: null, paid: order.total, payments: [payment], ticketsPdfUrl: `/tickets/${order.number}.pdf`, calendarUrl: `/tickets/${order.number}.ics` });
    for (const segment of order.segments) {
      for (const line of segment.lines) {
        Object.assign(line, { state: 'ISSUED', refundable: true, ticket: { number: `${hash(line.id) % 1_000_000_000}`, qr: line.id, qrSvg: fakeQr(line.id), issuedAt: iso(now()), valid: true } });
        if (line.seat) this.seats(segment.trip.id).set(line.seat, 'SOLD');
      }
      this.changed(segment.trip.id);
    }
    return { __typename: 'PaymentStarted', payment, order: this.find(order) };
  }

  private quote({ input }: Row): Row {
    const order = this.orders.get(input.order.id)!;
    const chosen = order.segments.flatMap((segment: Row) => segment.lines).filter((line: Row) => input.lineIds.includes(line.id));
    const lines = chosen.map((line: Row) => {
      const paid = Number(line.price.amount);
      return { lineId: line.id, title: line.title, paid: money(paid), withheld: money(paid * 0.05), refunded: money(paid * 0.95), rule: 'EARLY', explanation: 'Более чем за 2 ч до отправления удерживается 5 %' };
    });
    const sum = (key: string) => money(lines.reduce((total: number, line: Row) => total + Number(line[key].amount), 0));
    const quote = { id: `q-${order.refunds.length}-${Date.now()}`, state: 'QUOTED', way: 'ORIGINAL', amount: sum('refunded'), withheld: sum('withheld'), createdAt: iso(now()), validUntil: iso(new Date(now().getTime() + 600_000)), reason: 'PASSENGER', lines };
    order.quote = quote;
    return { __typename: 'RefundQuoted', quote };
  }
  private confirmRefund({ input }: Row): Row {
    const order = this.orders.get(input.order.id)!;
    const refund = { ...order.quote, state: 'DONE' };
    order.refunds.push(refund);
    const ids = refund.lines.map((line: Row) => line.lineId);
    const lines = order.segments.flatMap((segment: Row) => segment.lines);
    for (const line of lines) if (ids.includes(line.id)) Object.assign(line, { state: 'REFUNDED', refundable: false, ticket: { ...line.ticket, valid: false } });
    order.status = lines.every((line: Row) => line.state === 'REFUNDED') ? 'REFUNDED' : 'PARTLY_REFUNDED';
    this.changed();
    return { __typename: 'RefundConfirmed', refund, order: this.find(order) };
  }

  private page = (nodes: Row[]) => ({ nodes, edges: nodes.map((node) => ({ cursor: node.id, node })), pageInfo: { hasNextPage: false, hasPreviousPage: false }, totalCount: nodes.length });
  private me(contact: string): Row {
    this.account ??= { id: 'u-1', firstName: 'Айгүл', lastName: 'Асанова', email: contact, phone: null, language: 'RU', hasPassword: false, role: null, permissions: [], stations: [], secondFactor: null };
    const own = this.account;
    return { ...own, trips: () => this.page([...this.orders.values()].map((order) => this.find(order))), payments: () => this.page([...this.orders.values()].flatMap((order) => order.payments)), savedPassengers: () => this.saved, sessions: [{ id: 's1', current: true, createdAt: iso(now()), lastUsedAt: iso(now()), address: '127.0.0.1', device: 'Chromium' }], export: () => ({ account: own }) };
  }
  private signedIn = (contact: string, staff = false) => ({ __typename: 'SignedIn', accessToken: staff ? 'staff' : 'mock', expiresAt: iso(new Date(now().getTime() + 600_000)), me: { ...this.me(contact), ...(staff ? { firstName: 'Админ', role: { code: 'ADMINISTRATOR', name: 'Администратор' }, permissions: ['VIEW_TRIPS', 'VIEW_PASSENGERS', 'VIEW_ORDERS', 'VIEW_MAILBOX', 'VIEW_JOBS', 'RETRY_JOBS'] } : {}) } });

  private board(stationId: string): Row[] {
    const today = iso(new Date(now().getTime() + 6 * 3_600_000)).slice(0, 10);
    return ROUTES.filter((route) => `s-${route.stops[0]![0]}` === stationId)
      .flatMap((route) => route.departures.map((time) => this.trip(`t_${route.number}_${today}_${time}`)))
      .map((trip) => ({ trip, call: trip.calls[0], expectedAt: zoned(new Date(new Date(trip.calls[0].departure.at).getTime() + trip.delayMinutes * 60_000), 360, 'Asia/Bishkek'), seatsLeft: this.left(trip.id) }))
      .toSorted((a, b) => a.expectedAt.at.localeCompare(b.expectedAt.at));
  }

  private async *watch<T>(field: string, next: () => T): AsyncGenerator<Record<string, T>> {
    yield { [field]: next() };
    for (;;) {
      await new Promise<void>((resolve) => {
        const wake = () => {
          this.watchers.delete(wake);
          resolve();
        };
        this.watchers.add(wake);
      });
      yield { [field]: next() };
    }
  }

  /** Root fields of all three operations. */
  root(): Row {
    const people = (input: Row) => (input.passengers ?? [{ count: 1 }]).reduce((sum: number, one: Row) => sum + one.count, 0);
    return {
      site: () => ({ name: 'Бекет', languages: ['RU', 'KY', 'EN'], defaultLanguage: 'RU', currency: 'KGS', timeZone: 'Asia/Bishkek', demonstration: true, holdMinutes: 15, saleDaysAhead: 60, today: iso(new Date(now().getTime() + 6 * 3_600_000)).slice(0, 10), supportPhone: '+996 312 00-00-00', supportEmail: 'help@example.org' }),
      places: ({ query }: Row) => PLACES.filter((one) => Object.values(one.names).some((name) => name.toLowerCase().startsWith(query.trim().toLowerCase()))).map((one) => this.suggestion(one.id)),
      place: ({ id }: Row) => (placeById(id) ? this.suggestion(id) : null),
      popularDirections: () => [['p-bishkek', 'p-karakol', 600], ['p-bishkek', 'p-osh', 1900], ['p-bishkek', 'p-cholpon', 360], ['p-bishkek', 'p-almaty', 800], ['p-karakol', 'p-bishkek', 600], ['p-bishkek', 'p-balykchy', 250]].map(([from, to, price]) => ({ from: this.place(String(from)), to: this.place(String(to)), priceFrom: money(Number(price)), tripsPerDay: 6 })),
      passengerCategories: () => this.categories,
      stations: () => PLACES.map((one) => ({ id: `s-${one.id}`, code: one.id, name: lazy(one.station), names: one.station, kind: 'STATION', place: this.place(one.id), timeZone: one.zone, latitude: 0, longitude: 0 })),
      station: ({ id }: Row) => placeById(id.slice(2)) && ({ id, code: id, name: lazy(placeById(id.slice(2)).station), names: placeById(id.slice(2)).station, kind: 'STATION', timeZone: placeById(id.slice(2)).zone, latitude: 0, longitude: 0, ...STATION_INFO }),
      announcements: () => [],
      departures: ({ stationId }: Row) => this.board(stationId),
      arrivals: ({ stationId }: Row) => this.board(stationId),
      trip: ({ id }: Row) => this.trip(id),
      searchJourneys: ({ input }: Row) => {
        if (!placeById(input.from) || !placeById(input.to)) throw new GraphQLError('There is no such thing here.', { extensions: { code: 'NOT_FOUND' } });
        const all = this.journeys(input.from, input.to, input.date, people(input));
        const kept = all.filter((one) => !input.filter?.onlyAvailable || one.state === 'ON_SALE').filter((one) => !input.filter?.carriers?.length || one.segments.some((part: Row) => input.filter.carriers.includes(part.trip.carrier.id)));
        const keys: Record<string, (one: Row) => number> = { PRICE: (one) => Number(one.priceFrom.amount), DURATION: (one) => one.durationMinutes, ARRIVAL: (one) => Date.parse(one.arrival.at), DEPARTURE: (one) => Date.parse(one.departure.at) };
        const key = keys[input.sort]!;
        const day = (shift: number) => new Date(Date.parse(input.date) + shift * 86_400_000).toISOString().slice(0, 10);
        const carriers = new Map(all.flatMap((one) => one.segments).map((one: Row) => [one.trip.carrier.id, one.trip.carrier]));
        return { from: this.suggestion(input.from), to: this.suggestion(input.to), date: input.date, journeys: kept.toSorted((a, b) => key(a) - key(b)), days: [-3, -2, -1, 0, 1, 2, 3].map((shift) => ({ date: day(shift), journeys: all.length, priceFrom: all.length ? money(Math.min(...all.map((one) => Number(one.priceFrom.amount)))) : null })), facets: { carriers: [...carriers.values()].map((carrier) => ({ carrier, count: 2 })), vehicleClasses: [{ vehicleClass: 'coach', count: 2 }, { vehicleClass: 'minibus', count: 4 }] } };
      },
      seatMap: ({ tripId, from, to }: Row) => {
        const trip = this.trip(tripId);
        const { route } = trip.mock as { route: MockRoute };
        return { ...this.segment(trip, from, to), ...this.update(tripId, true), openSeating: route.plan === 'open', capacity: this.labels(route).length || 19, units: unitsOf(route.plan), classPrices: [{ seatClass: null, price: money(route.price), priceBefore: null, seatsLeft: 10, lines: [] }] };
      },
      holdSeats: (args: Row) => this.hold(args),
      setPassengers: (args: Row) => this.setPassengers(args),
      dropPassenger: ({ input }: Row) => {
        const order = this.orders.get(input.order.id)!;
        order.passengers = order.passengers.filter((one: Row) => one.id !== input.passengerId);
        for (const segment of order.segments) segment.lines = segment.lines.filter((line: Row) => line.passenger.id !== input.passengerId);
        this.price(order);
        return { __typename: 'OrderChanged', order: this.find(order) };
      },
      releaseOrder: ({ input }: Row) => {
        const order = this.orders.get(input.order.id)!;
        order.status = 'CANCELLED';
        return { __typename: 'OrderChanged', order: this.find(order) };
      },
      order: (args: Row) => this.find(args),
      paymentMethods: () => [{ code: 'sandbox', name: lazy({ ru: 'Банковская карта (проверочный шлюз)', ky: 'Банк картасы (сыноо шлюзу)', en: 'Bank card (test gateway)' }), detail: 'Visa, Mastercard, Элкарт' }, { code: 'elqr', name: 'ELQR', detail: null }],
      startPayment: (args: Row) => this.pay(args),
      quoteRefund: (args: Row) => this.quote(args),
      confirmRefund: (args: Row) => this.confirmRefund(args),
      resendTickets: ({ input }: Row) => ({ __typename: 'OrderChanged', order: this.find(input.order) }),
      requestCode: ({ input }: Row) => ({ __typename: 'CodeSent', to: input.contact.replace(/(.).+(@|.{3}$)/, '$1•••$2'), expiresAt: iso(new Date(now().getTime() + 600_000)), resendAfter: iso(new Date(now().getTime() + 60_000)) }),
      signInWithCode: ({ input }: Row) => (input.code === '123456' ? this.signedIn(input.contact) : { __typename: 'WrongCode', code: 'WRONG_CODE', message: 'wrong', attemptsLeft: 4 }),
      signIn: ({ input }: Row) => (input.password === 'wrong' ? { __typename: 'WrongCredentials', code: 'WRONG', message: 'wrong' } : this.signedIn(input.login, input.kind === 'STAFF')),
      refreshSession: ({ input }: Row) => (this.account ? this.signedIn(this.account.email, input.kind === 'STAFF') : { __typename: 'WrongCredentials', code: 'WRONG', message: 'none' }),
      signOut: () => ((this.account = null), { ok: true }),
      signOutEverywhere: () => ({ ok: true }),
      revokeSession: () => ({ ok: true }),
      setPassword: () => this.signedIn('a@example.org'),
      resetPassword: ({ input }: Row) => this.signedIn(input.contact),
      updateProfile: ({ input }: Row) => (Object.assign(this.account!, input), { __typename: 'ProfileUpdated', me: this.me('') }),
      confirmContact: () => ({ __typename: 'ProfileUpdated', me: this.me('') }),
      savePassenger: ({ input }: Row) => {
        const passenger = { ...input, id: input.id ?? `sp-${this.saved.length}`, documentMasked: `•••${String(input.documentNumber).slice(-3)}` };
        this.saved = [...this.saved.filter((one) => one.id !== passenger.id), passenger];
        return { __typename: 'PassengerSaved', passenger };
      },
      deleteSavedPassenger: ({ id }: Row) => ((this.saved = this.saved.filter((one) => one.id !== id)), { ok: true }),
      deleteAccount: ({ input }: Row) => (input.confirmation === 'DELETE' ? { __typename: 'Done', ok: true } : { __typename: 'InvalidInput', code: 'X', message: 'x', fields: [] }),
      retryJob: ({ input }: Row) => ({ __typename: 'JobRetried', job: { id: input.id, kind: 'send_message', state: 'WAITING', attempts: 3, runAt: iso(now()), createdAt: iso(now()) } }),
      me: () => (this.account ? this.me('') : null),
      carriers: () => [...new Map(ROUTES.map((route) => [route.carrier, this.carrier(route)])).values()],
      trips: ({ filter }: Row) => this.page(ROUTES.flatMap((route) => route.departures.map((time) => this.trip(`t_${route.number}_${filter.date}_${time}`))).filter((trip) => !filter.text || trip.number.includes(filter.text))),
      tripPassengers: ({ tripId }: Row) => [...this.orders.values()].flatMap((order) => order.segments.filter((segment: Row) => segment.trip.id === tripId).flatMap((segment: Row) => segment.lines.map((line: Row) => ({ line, orderNumber: order.number, orderId: order.id, passenger: order.passengers.find((one: Row) => one.id === line.passenger.id), from: segment.from, to: segment.to, phone: order.phone })))),
      orders: () => this.page([...this.orders.values()].map((order) => this.find(order))),
      messages: () => this.page([
        { id: 'm1', channel: 'EMAIL', to: 'aigul@example.org', subject: 'Ваши билеты BK-7F3K-2001', text: 'Билеты', html: '<h1>Ваши билеты</h1><p><a href="http://localhost:5173/order/BK-7F3K-2001">Открыть заказ</a></p>', createdAt: iso(now()), state: 'SENT', attachments: ['BK-7F3K-2001.pdf'] },
        { id: 'm2', channel: 'SMS', to: '+996700123456', subject: null, text: 'Код 123456', html: null, createdAt: iso(now()), state: 'SENT', attachments: [] },
      ]),
      jobs: () => this.page([
        { id: 'j1', kind: 'send_message', state: 'FAILED', attempts: 5, runAt: iso(now()), lastError: 'SMTP: connection refused', createdAt: iso(now()), finishedAt: null },
        { id: 'j2', kind: 'generate_trips', state: 'DONE', attempts: 1, runAt: iso(now()), lastError: null, createdAt: iso(now()), finishedAt: iso(now()) },
      ]),
      seatMapChanged: ({ tripId }: Row) => this.watch('seatMapChanged', () => this.update(tripId, true)),
      orderChanged: ({ order }: Row) => this.watch('orderChanged', () => this.find(order)),
      departuresChanged: () => this.watch('departuresChanged', () => 1),
    };
  }
}

/** A square of dots that looks like a QR code. */
function fakeQr(text: string): string {
  const dots = Array.from({ length: 441 }, (_, index) => (hash(text + index) % 2 ? `<rect x="${index % 21}" y="${Math.floor(index / 21)}" width="1" height="1"/>` : ''));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 25 25"><rect x="-2" y="-2" width="25" height="25" fill="#fff"/>${dots.join('')}</svg>`;
}
