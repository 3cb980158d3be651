import { MantineProvider } from '@mantine/core';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Provider } from 'urql';
import { expect, test, vi } from 'vitest';
import { createGraphClient, startI18n } from 'web-shared';
import { currentWorld } from 'web-shared/testing/server';
import { loadCatalogues } from '../src/app/catalogues';
import { CrewDialog } from '../src/features/trip/CrewDialog';

const bus = (id: string) => ({ __typename: 'Vehicle', id, plate: id, make: 'Sprinter', seatCount: 20 });
const crewOf = (version: number, vehicle: string | null) => ({
  __typename: 'TripCrew',
  version,
  objections: [],
  leftOut: null,
  vehicle: vehicle && bus(vehicle),
  drivers: vehicle ? [{ __typename: 'Driver', id: 'd1', name: 'Асанов Бакыт', phone: null }] : [],
});

test('another one saves a crew meanwhile: the own choice stays, theirs is told, and the next press sends it', async () => {
  await startI18n(loadCatalogues, 'ru');
  let crew = crewOf(1, null);
  const sent: { version: number; vehicleId: string | null }[] = [];
  vi.spyOn(currentWorld(), 'answer').mockImplementation((async ({ query, variables }: { query: string; variables?: { input?: (typeof sent)[number] } }) => {
    const trip = () => ({ __typename: 'Trip', id: 't', crew });
    if (query.includes('query TripCrew')) return { data: { trip: trip() } };
    if (query.includes('query CrewChoices')) {
      const vehicles = ['BUS-1', 'BUS-2'].map((id) => ({ __typename: 'VehicleChoice', vehicle: bus(id), sameSeats: true, objections: [] }));
      return { data: { crewChoices: { __typename: 'CrewChoices', vehicles, drivers: [] } } };
    }
    if (query.includes('query TripConsequences')) return { data: { tripConsequences: { __typename: 'TripConsequences', orders: 0, passengers: 0, held: 0, withEmail: 0, withPhone: 0, paid: [] } } };
    const { input } = variables!;
    sent.push(input!);
    if (input!.version !== crew.version) return { data: { assignTrip: { __typename: 'ChangedMeanwhile', message: 'Это уже изменил кто-то другой' } } };
    crew = crewOf(crew.version + 1, input!.vehicleId);
    return { data: { assignTrip: { __typename: 'TripChanged', trip: trip() } } };
  }) as never);

  const assigned = vi.fn();
  const { client } = createGraphClient('ru', { accessToken: async () => null, refresh: async () => null });
  render(
    <MantineProvider>
      <Provider value={client}>
        <CrewDialog tripId="t" onClose={() => undefined} onAssigned={assigned} />
      </Provider>
    </MantineProvider>,
  );
  const vehicle = await screen.findByRole<HTMLSelectElement>('combobox', { name: 'Машина' });
  await userEvent.selectOptions(vehicle, 'BUS-2');
  crew = crewOf(2, 'BUS-1');
  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
  expect(await screen.findByText('Сейчас на рейсе: BUS-1, Sprinter; водители: Асанов Бакыт.')).toBeInTheDocument();
  expect(screen.getByText('Это уже изменил кто-то другой')).toBeInTheDocument();
  expect(vehicle).toBeInTheDocument();
  expect(vehicle.value).toBe('BUS-2');
  expect(assigned).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: 'Сохранить' }));
  await waitFor(() => expect(assigned).toHaveBeenCalled());
  expect(sent.map(({ version, vehicleId }) => [version, vehicleId])).toEqual([[1, 'BUS-2'], [2, 'BUS-2']]);
});
