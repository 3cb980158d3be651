import { cellsOf, within, type Area, type KindRules, type Sheet } from './plan';

export interface NumberingRule {
  /** `SEQUENCE`: 1, 2, 3 …; `ROW_LETTER`: 1A, 1B, 2A …, the letter is the place within its row or column. */
  style: 'SEQUENCE' | 'ROW_LETTER';
  /** Row by row, or column by column. */
  along: 'ROWS' | 'COLS';
  fromLeft: boolean;
  fromFront: boolean;
  start: number;
  step: number;
  /** Numbers, or letters, that are left out, such as 13 or I. */
  skip: string[];
  prefix: string;
  suffix: string;
}

export const PLAIN: NumberingRule = { style: 'SEQUENCE', along: 'ROWS', fromLeft: true, fromFront: true, start: 1, step: 1, skip: [], prefix: '', suffix: '' };

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** New numbers for the places of an area, by `row:col`. */
export function numbers(sheet: Sheet, area: Area, rules: KindRules, rule: NumberingRule): Map<string, string> {
  const places = cellsOf(sheet).filter((one) => within(area, one) && rules[one.cell.kind]?.place);
  const byRow = (a: { row: number }, b: { row: number }) => (rule.fromFront ? a.row - b.row : b.row - a.row);
  const byCol = (a: { col: number }, b: { col: number }) => (rule.fromLeft ? a.col - b.col : b.col - a.col);
  const inRows = rule.along === 'ROWS';
  const ordered = places.toSorted((a, b) => (inRows ? byRow(a, b) || byCol(a, b) : byCol(a, b) || byRow(a, b)));
  const skipped = new Set(rule.skip.map((one) => one.trim().toUpperCase()));
  const letters = [...ALPHABET].filter((letter) => !skipped.has(letter));
  // A step of nothing would give one number to all.
  const step = rule.step || 1;
  let value = rule.start;
  const next = (): string => {
    while (skipped.has(String(value))) value += step;
    const text = String(value);
    value += step;
    return text;
  };
  const found = new Map<string, string>();
  let line: number | null = null;
  let lineNumber = '';
  let place = 0;
  for (const { row, col } of ordered) {
    let text: string;
    if (rule.style === 'SEQUENCE') text = next();
    else {
      const here = inRows ? row : col;
      if (here !== line) {
        [line, place, lineNumber] = [here, 0, next()];
      }
      text = lineNumber + (letters[place % letters.length] ?? '');
      place += 1;
    }
    found.set(`${row}:${col}`, `${rule.prefix}${text}${rule.suffix}`);
  }
  return found;
}

/** The number for a place that is drawn after those that are there. */
export function nextNumber(sheets: Sheet[], rules: KindRules): string {
  const known = sheets.flatMap((sheet) => cellsOf(sheet).flatMap(({ cell }) => (rules[cell.kind]?.place ? [Number.parseInt(cell.number ?? '', 10)] : [])));
  return String(Math.max(0, ...known.filter(Number.isFinite)) + 1);
}
