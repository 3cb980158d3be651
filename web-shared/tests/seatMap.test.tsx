import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import ru from '../src/locales/ru.json';
import { startI18n } from '../src';
import { applyUpdate, bestSeats, neighbour, SeatMap, seatsNow, type DeckShape, type SeatStatus } from '../src/seat-map';

const seat = (number: string, row: number, col: number) => ({
  row,
  col,
  kind: 'SEAT' as const,
  seat: { label: number, number, seatClass: 'standard', window: col === 1, aisle: col !== 1, facing: 'FORWARD' as const },
});
const deck: DeckShape = {
  level: 1,
  rows: 3,
  cols: 4,
  cells: [{ row: 1, col: 1, kind: 'DRIVER' }, seat('1', 2, 1), seat('2', 2, 2), seat('3', 2, 4), seat('4', 3, 1), seat('5', 3, 2)],
};

describe('updates', () => {
  const start = seatsNow({ version: 3, planId: 'minibus', seatsLeft: 2, states: [{ label: '1', status: 'FREE' }, { label: '2', status: 'FREE' }] });
  test('a change touches only the seats it names', () => {
    const next = applyUpdate(start, { version: 4, planId: 'minibus', full: false, seatsLeft: 1, states: [{ label: '1', status: 'HELD' }] });
    expect(next.states.get('1')).toBe('HELD');
    expect(next.states.get('2')).toBe('FREE');
    expect(next.seatsLeft).toBe(1);
  });
  test('an older update changes nothing', () => {
    expect(applyUpdate(start, { version: 2, planId: 'minibus', full: true, seatsLeft: 0, states: [] })).toBe(start);
  });
  test('a snapshot replaces everything', () => {
    const next = applyUpdate(start, { version: 9, planId: 'minibus', full: true, seatsLeft: 0, states: [{ label: '1', status: 'SOLD' }] });
    expect([...next.states]).toEqual([['1', 'SOLD']]);
  });
});

describe('the best seats', () => {
  const states = (taken: string[]) => new Map<string, SeatStatus>(['1', '2', '3', '4', '5'].map((label) => [label, taken.includes(label) ? 'SOLD' : 'FREE']));
  const units = [{ name: '', decks: [deck] }];
  test('are beside each other, from the front', () => {
    expect(bestSeats(units, states([]), 2)).toEqual(['1', '2']);
    expect(bestSeats(units, states(['1']), 2)).toEqual(['4', '5']);
  });
  test('leave no free seat alone where that can be avoided', () => {
    expect(bestSeats(units, states([]), 1)).toEqual(['3']);
  });
  test('are of one class while that has enough', () => {
    const vip = deck.cells.map((cell) => ('seat' in cell && cell.seat && cell.row === 2 ? { ...cell, seat: { ...cell.seat, seatClass: 'vip' } } : cell));
    expect(bestSeats([{ name: '', decks: [{ ...deck, cells: vip }] }], states(['1']), 2)).toEqual(['4', '5']);
  });
  test('are none where too few are free', () => {
    expect(bestSeats(units, states(['1', '2', '3']), 3)).toBeNull();
  });
});

test('arrows find the nearest seat across the aisle, and stop at the edge', () => {
  const at = (label: string) => deck.cells.find((cell) => cell.seat?.label === label)!;
  expect(neighbour(deck, at('2'), 'ArrowRight')?.seat?.label).toBe('3');
  expect(neighbour(deck, at('3'), 'ArrowDown')?.seat?.label).toBe('5');
  expect(neighbour(deck, at('1'), 'ArrowUp')).toBeNull();
});

describe('the map', () => {
  beforeEach(async () => {
    await startI18n(async () => ({ app: {}, shared: ru }), 'ru');
  });
  const show = (states: [string, SeatStatus][], chosen: string[] = []) => {
    const onToggle = vi.fn();
    render(
      <MantineProvider>
        <SeatMap name="Автобус" units={[{ name: '1', decks: [deck] }]} states={new Map(states)} chosen={chosen} onToggle={onToggle} />
      </MantineProvider>,
    );
    return onToggle;
  };
  const all: [string, SeatStatus][] = [['1', 'FREE'], ['2', 'HELD'], ['3', 'SOLD'], ['4', 'FREE'], ['5', 'BLOCKED']];

  test('every seat says what it is', () => {
    show(all, ['4']);
    expect(screen.getByRole('button', { name: 'Место 1, у окна, свободно' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Место 2, у прохода, бронируют' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('button', { name: 'Место 3, у прохода, занято' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.getByRole('button', { name: /Место 4.*ваше место, пассажир 1/ })).toHaveAttribute('aria-pressed', 'true');
  });
  test('only free seats can be taken', async () => {
    const onToggle = show(all);
    await userEvent.click(screen.getByRole('button', { name: /Место 3/ }));
    expect(onToggle).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: /Место 1/ }));
    expect(onToggle).toHaveBeenCalledWith('1');
  });
  test('the keyboard walks over the seats and chooses', async () => {
    const onToggle = show(all);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: /Место 1/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    expect(screen.getByRole('button', { name: /Место 4/ })).toHaveFocus();
    await userEvent.keyboard(' ');
    expect(onToggle).toHaveBeenCalledWith('4');
  });
});
