import { render } from '@testing-library/react';
import { startI18n } from 'web-shared';
import { currentWorld } from 'web-shared/testing/server';
import { App } from '../src/app/App';
import { loadCatalogues } from '../src/app/catalogues';
import { startSession } from '../src/features/account/session';
import { router } from '../src/routes/router';

/** The whole site at an address, in Russian, against the pretend server. */
export async function visit(address: string): Promise<void> {
  await startI18n(loadCatalogues, 'ru');
  await startSession();
  router.history.push(address);
  render(<App />);
  await router.load();
}

type Answer = Record<string, never>;
/** A request past the page, as another buyer's. */
export async function ask<Data = Answer>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const answer = await currentWorld().answer({ query, variables }, { lang: 'RU', staff: false });
  return JSON.parse(JSON.stringify(answer)).data as Data;
}

/** A trip of the pretend network a week ahead. */
export const TRIP = `t_501Н_${new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)}_22:30`;

/** Holds two seats on it, for an adult and a child, and keeps the secret as the seats page does. */
export async function heldOrder(): Promise<{ number: string; id: string; passengers: string[] }> {
  const { holdSeats } = await ask<{ holdSeats: { secret: string; order: { id: string; number: string; passengers: { id: string }[] } } }>(
    'mutation($input: HoldSeatsInput!) { holdSeats(input: $input) { ... on HeldSeats { secret order { id number passengers { id } } } } }',
    { input: { idempotencyKey: 'k', segments: [{ tripId: TRIP, from: 0, to: 2 }], passengers: [{ category: 'ADULT' }, { category: 'CHILD' }] } },
  );
  const { order, secret } = holdSeats;
  localStorage.setItem('beket.orders', JSON.stringify([{ number: order.number, secret, at: new Date().toISOString() }]));
  return { number: order.number, id: order.id, passengers: order.passengers.map((one) => one.id) };
}

/** Everybody in it is named. */
export async function namedOrder(): Promise<{ number: string; id: string }> {
  const order = await heldOrder();
  await ask('mutation($input: SetPassengersInput!) { setPassengers(input: $input) { __typename } }', {
    input: {
      order: { id: order.id },
      email: 'aigul@example.org',
      phone: '+996700123456',
      consent: true,
      passengers: order.passengers.map((id, index) => ({
        id,
        firstName: index === 0 ? 'Айгүл' : 'Тимур',
        lastName: 'Асанова',
        birthDate: index === 0 ? '1990-03-07' : '2019-05-05',
        citizenship: 'KG',
        documentKind: 'ID_CARD',
        documentNumber: `ID100000${index}`,
      })),
    },
  });
  return order;
}

export async function paidOrder(): Promise<{ number: string; id: string }> {
  const order = await namedOrder();
  await ask('mutation($input: StartPaymentInput!) { startPayment(input: $input) { __typename } }', { input: { order: { id: order.id }, idempotencyKey: 'p', method: 'sandbox' } });
  return order;
}
