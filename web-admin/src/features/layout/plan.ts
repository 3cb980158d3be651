import type { CellShape, DeckShape, UnitShape } from 'web-shared/seat-map';
import { cellsOf, editorOf, emptySheet, ERASE, SELECT, type Cell, type KindRules, type Plan } from 'web-shared/plan-editor';
import type { CellInput, CellKind, DeckInput, DeckPartsFragment } from '../../gql/graphql';

/** What a vehicle is made of, and the key that takes each tool in hand: the same one in every alphabet. */
export const RULES: KindRules & Record<CellKind, object> = {
  SEAT: { place: true },
  AISLE: { floor: true },
  DOOR: { floor: true, entry: true },
  STAIRS: { floor: true, link: true },
  // A folded seat: one passes.
  GUIDE: { floor: true },
  DRIVER: {},
  TOILET: {},
  LUGGAGE: {},
  TABLE: {},
};
export const KEYS: Record<string, CellKind | typeof SELECT | typeof ERASE> = {
  KeyV: SELECT,
  KeyS: 'SEAT',
  KeyA: 'AISLE',
  KeyD: 'DOOR',
  KeyR: 'DRIVER',
  KeyG: 'GUIDE',
  KeyT: 'TOILET',
  KeyP: 'STAIRS',
  KeyL: 'LUGGAGE',
  KeyB: 'TABLE',
  KeyE: ERASE,
};
export const TOOLS = Object.entries(KEYS).map(([code, tool]) => ({ tool, letter: code.slice(3) }));

/** The product's own classes and features; a file may bring others. */
export const SEAT_CLASSES = ['standard', 'comfort', 'vip', 'panorama'];
export const TRAITS = ['window', 'aisle', 'reclining', 'table', 'sleeping', 'wheelchair', 'usb', 'footrest'];
export const VEHICLE_CLASSES = ['coach', 'minibus', 'vip', 'suburban', 'doubledecker', 'rail'];

export const edit = editorOf(RULES);
export const isSeat = (cell: Cell): boolean => cell.kind === 'SEAT';

/** What a new layout begins with: a driver, a door, and room for seats. */
export const blank = (): Plan => ({
  sheets: [{ ...emptySheet(1, 8, 5), cells: { '1:1': { kind: 'DRIVER' }, '1:3': { kind: 'AISLE' }, '1:5': { kind: 'DOOR' } } }],
});

export function planOf(decks: DeckPartsFragment[]): Plan {
  return {
    sheets: decks.map(({ level, rows, cols, cells }) => ({
      level,
      rows,
      cols,
      cells: Object.fromEntries(
        cells.map(({ row, col, kind, seat, note }) => {
          const cell: Cell = { kind };
          if (note) cell.note = note;
          if (seat) {
            cell.number = seat.number;
            cell.group = seat.seatClass;
            cell.turned = seat.facing === 'BACKWARD';
            cell.traits = [...(seat.window ? ['window'] : []), ...(seat.aisle ? ['aisle'] : []), ...(seat.reclining ? ['reclining'] : []), ...seat.features];
          }
          return [`${row}:${col}`, cell];
        }),
      ),
    })),
  };
}

const OWN = ['window', 'aisle', 'reclining'];

export function decksOf(plan: Plan): DeckInput[] {
  return plan.sheets.map((sheet) => ({
    level: sheet.level,
    rows: sheet.rows,
    cols: sheet.cols,
    cells: cellsOf(sheet).map(({ row, col, cell }): CellInput => {
      const traits = cell.traits ?? [];
      const seat = {
        number: cell.number ?? '',
        seatClass: cell.group ?? 'standard',
        window: traits.includes('window'),
        aisle: traits.includes('aisle'),
        reclining: traits.includes('reclining'),
        facing: cell.turned ? ('BACKWARD' as const) : ('FORWARD' as const),
        features: traits.filter((trait) => !OWN.includes(trait)),
      };
      return { row, col, kind: cell.kind as CellKind, note: cell.note ?? null, seat: isSeat(cell) ? seat : null };
    }),
  }));
}

/** As passengers see it; seats whose number another has are told apart by a star. */
export function unitsOf(plan: Plan): UnitShape[] {
  const known = new Set<string>();
  const label = (number: string): string => {
    let name = number || '?';
    while (known.has(name)) name += '*';
    known.add(name);
    return name;
  };
  const cell = ({ row, col, kind, seat }: CellInput): CellShape => ({
    row,
    col,
    kind,
    seat: seat ? { label: label(seat.number), number: seat.number, seatClass: seat.seatClass ?? 'standard', window: seat.window ?? false, aisle: seat.aisle ?? false, facing: seat.facing ?? 'FORWARD' } : null,
  });
  const decks = decksOf(plan).map((deck): DeckShape => ({ level: deck.level, rows: deck.rows, cols: deck.cols, cells: deck.cells.map(cell) }));
  return [{ name: '', decks }];
}
