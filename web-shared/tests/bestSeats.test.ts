import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bestSeats, type SeatStatus, type UnitShape } from '../src/seat-map';

interface Layout {
  layout_id: string;
  decks: { deck: number; rows: number; cols: number; cells: { row: number; col: number; type: string; number?: string; seat_class?: string }[] }[];
}
interface Case {
  layout: string;
  taken: string[];
  count: number;
  chosen: string[] | null;
}

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as T;

/** A vehicle of the demonstration as the server tells it. */
const unitOf = ({ decks }: Layout): UnitShape => ({
  name: '',
  decks: decks.map((deck) => ({
    level: deck.deck,
    rows: deck.rows,
    cols: deck.cols,
    cells: deck.cells.map((cell) => ({
      row: cell.row,
      col: cell.col,
      kind: cell.type.toUpperCase(),
      seat: cell.number === undefined ? null : { label: cell.number, seatClass: cell.seat_class ?? 'standard' },
    })),
  })) as UnitShape['decks'],
});

// The cases are the server's: see tests/tests/order/best_seats.rs.
test('what the browser chooses is what the server would', () => {
  const layouts = new Map(read<{ layouts: Layout[] }>('../../demo/seat_layouts.json').layouts.map((layout) => [layout.layout_id, unitOf(layout)]));
  const cases = read<Case[]>('./bestSeats.json');
  expect(cases.length).toBeGreaterThan(200);
  for (const { layout, taken, count, chosen } of cases) {
    const unit = layouts.get(layout)!;
    const labels = unit.decks.flatMap((deck) => deck.cells.flatMap((cell) => (cell.seat ? [cell.seat.label] : [])));
    const states = new Map<string, SeatStatus>(labels.map((label) => [label, taken.includes(label) ? 'SOLD' : 'FREE']));
    expect(bestSeats([unit], states, count), `${layout}, ${count}, without ${taken.join(' ')}`).toEqual(chosen);
  }
});
