/**
 * A plan: sheets of cells on a grid, some of which are places with numbers. What the kinds of cells are called and what
 * they are for (a vehicle, a hall) is the page's affair.
 */
export interface Cell {
  kind: string;
  /** Of places. */
  number?: string;
  group?: string;
  turned?: boolean;
  traits?: string[];
  note?: string;
}

export interface Sheet {
  level: number;
  rows: number;
  cols: number;
  /** By `row:col`, both from 1; what is not there is bare floor. */
  cells: Readonly<Record<string, Cell>>;
}

export interface Plan {
  sheets: Sheet[];
}

export interface Spot {
  row: number;
  col: number;
}

/** From corner to corner, both within. */
export interface Area {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** What a kind of cell is good for. */
export interface KindRule {
  /** Has a number and is given to one person. */
  place?: boolean;
  /** One walks over it. */
  floor?: boolean;
  /** One comes in by it. */
  entry?: boolean;
  /** Leads to the sheets above and below. */
  link?: boolean;
}
export type KindRules = Readonly<Record<string, KindRule>>;

export const MAX_ROWS = 40;
export const MAX_COLS = 12;
export const MAX_SHEETS = 4;

export const key = (row: number, col: number): string => `${row}:${col}`;

export function spotOf(text: string): Spot {
  const [row, col] = text.split(':').map(Number) as [number, number];
  return { row, col };
}

export const areaOf = (a: Spot, b: Spot): Area => ({
  top: Math.min(a.row, b.row),
  left: Math.min(a.col, b.col),
  bottom: Math.max(a.row, b.row),
  right: Math.max(a.col, b.col),
});

export const within = (area: Area, { row, col }: Spot): boolean => row >= area.top && row <= area.bottom && col >= area.left && col <= area.right;

/** Cells that hold something, in reading order. */
export function cellsOf(sheet: Sheet): (Spot & { cell: Cell })[] {
  return Object.entries(sheet.cells)
    .map(([at, cell]) => ({ ...spotOf(at), cell }))
    .toSorted((a, b) => a.row - b.row || a.col - b.col);
}

/** The sheet with its cells put elsewhere; what falls out of the grid is gone. */
export function mapSpots(sheet: Sheet, size: { rows: number; cols: number }, move: (spot: Spot) => Spot | null): Sheet {
  const cells: Record<string, Cell> = {};
  for (const { row, col, cell } of cellsOf(sheet)) {
    const to = move({ row, col });
    if (to && to.row >= 1 && to.row <= size.rows && to.col >= 1 && to.col <= size.cols) cells[key(to.row, to.col)] = cell;
  }
  return { ...sheet, ...size, cells };
}

export const emptySheet = (level: number, rows: number, cols: number): Sheet => ({ level, rows, cols, cells: {} });
