import { nextNumber, numbers, type NumberingRule } from './numbering';
import { areaOf, cellsOf, emptySheet, key, mapSpots, MAX_COLS, MAX_ROWS, MAX_SHEETS, within, type Area, type Cell, type KindRules, type Plan, type Sheet, type Spot } from './plan';

/** What is in hand: a kind to draw, or one of these two. */
export const SELECT = 'select';
export const ERASE = 'erase';

/** Steps that can be undone. */
const MEMORY = 200;

/** A copied piece, its cells counted from its own corner. */
export interface Block {
  rows: number;
  cols: number;
  cells: Readonly<Record<string, Cell>>;
}

export interface EditorState {
  plan: Plan;
  past: Plan[];
  future: Plan[];
  /** Index of the sheet that is worked on. */
  sheet: number;
  /** The selection goes from corner to corner. */
  anchor: Spot;
  cursor: Spot;
  tool: string;
  block: Block | null;
  /** A stroke of the pen is one step to undo: the plan as it was before. */
  stroke: Plan | null;
}

export type Direction = 'up' | 'down' | 'left' | 'right';
export type EditorAction =
  | { type: 'tool'; tool: string }
  | { type: 'go'; to: Spot; extend?: boolean }
  | { type: 'move'; direction: Direction; extend?: boolean }
  | { type: 'edge'; direction: Direction; extend?: boolean }
  | { type: 'selectAll' }
  | { type: 'selectRow'; row: number }
  | { type: 'pen'; at: Spot }
  | { type: 'penDown'; at: Spot }
  | { type: 'penUp' }
  | { type: 'apply' }
  | { type: 'erase' }
  | { type: 'change'; change: (cell: Cell) => Cell }
  | { type: 'number'; rule: NumberingRule }
  | { type: 'mirror'; axis: 'leftRight' | 'frontBack' }
  | { type: 'copy' }
  | { type: 'cut' }
  | { type: 'paste' }
  | { type: 'repeatRows' }
  | { type: 'insert'; what: 'row' | 'col' }
  | { type: 'remove'; what: 'row' | 'col' }
  | { type: 'resize'; rows: number; cols: number }
  | { type: 'edges'; edge: string; beside: string; passage: string }
  | { type: 'addSheet' }
  | { type: 'removeSheet' }
  | { type: 'sheet'; index: number }
  | { type: 'replace'; plan: Plan }
  | { type: 'undo' }
  | { type: 'redo' };

export const begin = (plan: Plan): EditorState => ({ plan, past: [], future: [], sheet: 0, anchor: { row: 1, col: 1 }, cursor: { row: 1, col: 1 }, tool: SELECT, block: null, stroke: null });

export const sheetOf = (state: EditorState): Sheet => state.plan.sheets[state.sheet] ?? state.plan.sheets[0]!;
export const selection = (state: EditorState): Area => areaOf(state.anchor, state.cursor);
/** Selected places with their spots. */
export const selectedPlaces = (state: EditorState, rules: KindRules): (Spot & { cell: Cell })[] =>
  cellsOf(sheetOf(state)).filter((one) => within(selection(state), one) && rules[one.cell.kind]?.place);

const STEP: Record<Direction, Spot> = { up: { row: -1, col: 0 }, down: { row: 1, col: 0 }, left: { row: 0, col: -1 }, right: { row: 0, col: 1 } };
const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value));

/** An editor of plans whose kinds have these rules; nothing but its arguments decides what comes out. */
export function editorOf(rules: KindRules): (state: EditorState, action: EditorAction) => EditorState {
  const isPlace = (kind: string) => rules[kind]?.place === true;

  function inside(state: EditorState, { row, col }: Spot): Spot {
    const sheet = sheetOf(state);
    return { row: clamp(row, 1, sheet.rows), col: clamp(col, 1, sheet.cols) };
  }

  function go(state: EditorState, to: Spot, extend?: boolean): EditorState {
    const cursor = inside(state, to);
    return { ...state, cursor, anchor: extend ? state.anchor : cursor };
  }

  /** One step that can be undone; nothing where nothing changes. */
  function step(state: EditorState, plan: Plan): EditorState {
    if (JSON.stringify(plan) === JSON.stringify(state.plan)) return state;
    const next = { ...state, plan, past: [...state.past, state.plan].slice(-MEMORY), future: [] };
    const settled = { ...next, sheet: clamp(next.sheet, 0, plan.sheets.length - 1) };
    return { ...settled, cursor: inside(settled, settled.cursor), anchor: inside(settled, settled.anchor) };
  }

  const withSheet = (state: EditorState, sheet: Sheet): Plan => ({ sheets: state.plan.sheets.map((one, index) => (index === state.sheet ? sheet : one)) });
  const change = (state: EditorState, sheet: Sheet): EditorState => step(state, withSheet(state, sheet));

  /** What the tool puts at a spot: a place keeps what it is where it is one already. */
  function drawn(plan: Plan, before: Cell | undefined, tool: string): Cell | undefined {
    if (tool === ERASE) return undefined;
    if (!isPlace(tool)) return before?.kind === tool ? before : { kind: tool };
    if (before?.kind === tool) return before;
    return { kind: tool, number: nextNumber(plan.sheets, rules), group: 'standard', traits: [] };
  }

  function put(sheet: Sheet, spot: Spot, cell: Cell | undefined): Sheet {
    const cells = { ...sheet.cells };
    if (cell) cells[key(spot.row, spot.col)] = cell;
    else delete cells[key(spot.row, spot.col)];
    return { ...sheet, cells };
  }

  function paint(state: EditorState, spots: Spot[], tool: string): Plan {
    let plan = state.plan;
    for (const spot of spots) {
      const sheet = plan.sheets[state.sheet]!;
      const next = put(sheet, spot, drawn(plan, sheet.cells[key(spot.row, spot.col)], tool));
      plan = { sheets: plan.sheets.map((one, index) => (index === state.sheet ? next : one)) };
    }
    return plan;
  }

  function spotsOf({ top, left, bottom, right }: Area): Spot[] {
    const spots: Spot[] = [];
    for (let row = top; row <= bottom; row += 1) for (let col = left; col <= right; col += 1) spots.push({ row, col });
    return spots;
  }

  function cut(state: EditorState): Block {
    const area = selection(state);
    const cells: Record<string, Cell> = {};
    for (const one of cellsOf(sheetOf(state))) if (within(area, one)) cells[key(one.row - area.top + 1, one.col - area.left + 1)] = one.cell;
    return { rows: area.bottom - area.top + 1, cols: area.right - area.left + 1, cells };
  }

  /** A copy's places get numbers of their own. */
  function paste(state: EditorState, block: Block, at: Spot): EditorState {
    const sheet = sheetOf(state);
    let plan = state.plan;
    for (const spot of spotsOf({ top: 1, left: 1, bottom: block.rows, right: block.cols })) {
      const to = { row: at.row + spot.row - 1, col: at.col + spot.col - 1 };
      if (to.row > sheet.rows || to.col > sheet.cols) continue;
      const cell = block.cells[key(spot.row, spot.col)];
      const here = put(plan.sheets[state.sheet]!, to, undefined);
      plan = { sheets: plan.sheets.map((one, index) => (index === state.sheet ? here : one)) };
      if (!cell) continue;
      const taken = plan.sheets.some((one) => Object.values(one.cells).some((other) => isPlace(other.kind) && other.number === cell.number));
      const number = isPlace(cell.kind) ? (taken ? nextNumber(plan.sheets, rules) : cell.number) : undefined;
      const next = put(here, to, number === undefined ? cell : { ...cell, number });
      plan = { sheets: plan.sheets.map((one, index) => (index === state.sheet ? next : one)) };
    }
    const end = inside(state, { row: at.row + block.rows - 1, col: at.col + block.cols - 1 });
    return { ...step(state, plan), anchor: at, cursor: end };
  }

  return function reduce(state, action) {
    const sheet = sheetOf(state);
    const area = selection(state);
    switch (action.type) {
      case 'tool':
        return { ...state, tool: action.tool };
      case 'go':
        return go(state, action.to, action.extend);
      case 'move': {
        const by = STEP[action.direction];
        return go(state, { row: state.cursor.row + by.row, col: state.cursor.col + by.col }, action.extend);
      }
      case 'edge': {
        const by = STEP[action.direction];
        return go(state, { row: state.cursor.row + by.row * MAX_ROWS, col: state.cursor.col + by.col * MAX_COLS }, action.extend);
      }
      case 'selectAll':
        return { ...state, anchor: { row: 1, col: 1 }, cursor: { row: sheet.rows, col: sheet.cols } };
      case 'selectRow':
        return { ...state, anchor: inside(state, { row: action.row, col: 1 }), cursor: inside(state, { row: action.row, col: sheet.cols }) };
      case 'penDown': {
        const down = go({ ...state, stroke: state.plan }, action.at);
        return state.tool === SELECT ? down : { ...down, plan: paint(down, [down.cursor], state.tool) };
      }
      case 'pen': {
        if (!state.stroke) return state;
        if (state.tool === SELECT) return go(state, action.at, true);
        const moved = go(state, action.at);
        return { ...moved, plan: paint(moved, [moved.cursor], state.tool) };
      }
      case 'penUp': {
        if (!state.stroke) return state;
        const { plan, stroke } = state;
        return step({ ...state, plan: stroke, stroke: null }, plan);
      }
      case 'apply':
        return state.tool === SELECT ? state : step(state, paint(state, spotsOf(area), state.tool));
      case 'erase':
        return step(state, paint(state, spotsOf(area), ERASE));
      case 'change': {
        const cells = Object.fromEntries(Object.entries(sheet.cells).map(([at, cell]) => {
          const [row, col] = at.split(':').map(Number) as [number, number];
          return [at, within(area, { row, col }) && isPlace(cell.kind) ? action.change(cell) : cell];
        }));
        return change(state, { ...sheet, cells });
      }
      case 'number': {
        const given = numbers(sheet, area, rules, action.rule);
        const cells = Object.fromEntries(Object.entries(sheet.cells).map(([at, cell]) => [at, given.has(at) ? { ...cell, number: given.get(at)! } : cell]));
        return change(state, { ...sheet, cells });
      }
      case 'mirror': {
        // One place alone is its own mirror image: then the whole sheet is meant.
        const alone = area.left === area.right && area.top === area.bottom;
        const mirrored = alone ? { top: 1, left: 1, bottom: sheet.rows, right: sheet.cols } : area;
        return change(
          state,
          mapSpots(sheet, sheet, (spot) =>
            within(mirrored, spot) ? (action.axis === 'leftRight' ? { ...spot, col: mirrored.left + mirrored.right - spot.col } : { ...spot, row: mirrored.top + mirrored.bottom - spot.row }) : spot,
          ),
        );
      }
      case 'copy':
        return { ...state, block: cut(state) };
      case 'cut':
        return { ...step(state, paint(state, spotsOf(area), ERASE)), block: cut(state) };
      case 'paste':
        return state.block ? paste(state, state.block, { row: area.top, col: area.left }) : state;
      case 'repeatRows': {
        // The selected rows once more behind themselves; the grid grows where there is room.
        const rows = area.bottom - area.top + 1;
        if (sheet.rows + rows > MAX_ROWS) return state;
        const whole = { ...state, anchor: { row: area.top, col: 1 }, cursor: { row: area.bottom, col: sheet.cols } };
        const block = cut(whole);
        const grown = mapSpots(sheet, { rows: sheet.rows + rows, cols: sheet.cols }, (spot) => (spot.row > area.bottom ? { ...spot, row: spot.row + rows } : spot));
        const pasted = paste({ ...whole, plan: withSheet(state, grown) }, block, { row: area.bottom + 1, col: 1 });
        return { ...step(state, pasted.plan), anchor: pasted.anchor, cursor: pasted.cursor };
      }
      case 'insert': {
        const inRows = action.what === 'row';
        if (inRows ? sheet.rows >= MAX_ROWS : sheet.cols >= MAX_COLS) return state;
        const size = inRows ? { rows: sheet.rows + 1, cols: sheet.cols } : { rows: sheet.rows, cols: sheet.cols + 1 };
        return change(state, mapSpots(sheet, size, (spot) => (inRows ? { ...spot, row: spot.row + Number(spot.row >= area.top) } : { ...spot, col: spot.col + Number(spot.col >= area.left) })));
      }
      case 'remove': {
        const inRows = action.what === 'row';
        const [first, last] = inRows ? [area.top, area.bottom] : [area.left, area.right];
        const count = last - first + 1;
        if (count >= (inRows ? sheet.rows : sheet.cols)) return state;
        const size = inRows ? { rows: sheet.rows - count, cols: sheet.cols } : { rows: sheet.rows, cols: sheet.cols - count };
        const moved = (value: number) => (value > last ? value - count : value);
        const gone = (value: number) => value >= first && value <= last;
        return change(state, mapSpots(sheet, size, (spot) => (gone(inRows ? spot.row : spot.col) ? null : inRows ? { ...spot, row: moved(spot.row) } : { ...spot, col: moved(spot.col) })));
      }
      case 'resize':
        return change(state, mapSpots(sheet, { rows: clamp(action.rows, 1, MAX_ROWS), cols: clamp(action.cols, 1, MAX_COLS) }, (spot) => spot));
      case 'edges': {
        // Places at the side walls, and those beside a passage.
        const cells = Object.fromEntries(cellsOf(sheet).map(({ row, col, cell }) => {
          if (!isPlace(cell.kind)) return [key(row, col), cell];
          const passage = [col - 1, col + 1].some((beside) => sheet.cells[key(row, beside)]?.kind === action.passage);
          const others = (cell.traits ?? []).filter((trait) => trait !== action.edge && trait !== action.beside);
          const traits = [...(col === 1 || col === sheet.cols ? [action.edge] : []), ...(passage ? [action.beside] : []), ...others];
          return [key(row, col), { ...cell, traits }];
        }));
        return change(state, { ...sheet, cells });
      }
      case 'addSheet': {
        if (state.plan.sheets.length >= MAX_SHEETS) return state;
        const level = Math.max(...state.plan.sheets.map((one) => one.level)) + 1;
        const next = step(state, { sheets: [...state.plan.sheets, emptySheet(level, sheet.rows, sheet.cols)] });
        return go({ ...next, sheet: next.plan.sheets.length - 1 }, { row: 1, col: 1 });
      }
      case 'removeSheet': {
        if (state.plan.sheets.length < 2) return state;
        const sheets = state.plan.sheets.filter((_, index) => index !== state.sheet).map((one, index) => ({ ...one, level: index + 1 }));
        return step(state, { sheets });
      }
      case 'sheet':
        return go({ ...state, sheet: clamp(action.index, 0, state.plan.sheets.length - 1) }, state.cursor);
      case 'replace':
        return step(state, action.plan);
      case 'undo': {
        const plan = state.past.at(-1);
        if (!plan) return state;
        return settle({ ...state, plan, past: state.past.slice(0, -1), future: [state.plan, ...state.future] });
      }
      case 'redo': {
        const [plan, ...future] = state.future;
        if (!plan) return state;
        return settle({ ...state, plan, past: [...state.past, state.plan], future });
      }
    }
  };

  function settle(state: EditorState): EditorState {
    const settled = { ...state, sheet: clamp(state.sheet, 0, state.plan.sheets.length - 1) };
    return { ...settled, cursor: inside(settled, settled.cursor), anchor: inside(settled, settled.anchor) };
  }
}
