import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useReducer } from 'react';
import { describe, expect, test } from 'vitest';
import { begin, cellsOf, check, editorOf, emptySheet, key, numbers, PLAIN, PlanGrid, sheetOf, type EditorAction, type EditorState, type KindRules, type Plan, type Sheet } from '../src/plan-editor';

/** Words of a hall rather than of a vehicle: the editor knows neither. */
const RULES: KindRules = { CHAIR: { place: true }, WAY: { floor: true }, EXIT: { floor: true, entry: true }, RAMP: { floor: true, link: true }, STAGE: {} };
const MARKS: Record<string, string> = { S: 'CHAIR', _: 'WAY', '|': 'EXIT', '/': 'RAMP', W: 'STAGE' };

function sheet(rows: string[], level = 1, first = 1): Sheet {
  let number = first;
  const one = emptySheet(level, rows.length, Math.max(...rows.map((row) => row.length)));
  const cells = Object.fromEntries(
    rows.flatMap((text, row) =>
      [...text].flatMap((mark, col) => {
        const kind = MARKS[mark];
        if (!kind) return [];
        return [[key(row + 1, col + 1), kind === 'CHAIR' ? { kind, number: String(number++) } : { kind }]];
      }),
    ),
  );
  return { ...one, cells };
}
const plan = (...sheets: string[][]): Plan => {
  let first = 1;
  return {
    sheets: sheets.map((rows, index) => {
      const one = sheet(rows, index + 1, first);
      first += rows.join('').split('S').length - 1;
      return one;
    }),
  };
};
const reduce = editorOf(RULES);
const run = (from: Plan | EditorState, ...actions: EditorAction[]): EditorState => actions.reduce(reduce, 'plan' in from ? from : begin(from));
const at = (row: number, col: number) => ({ row, col });
const select = (top: number, left: number, bottom: number, right: number): EditorAction[] => [
  { type: 'go', to: at(top, left) },
  { type: 'go', to: at(bottom, right), extend: true },
];

/** The sheet as it was drawn: numbers of places and marks of the rest. */
function picture(state: EditorState): string[] {
  const one = sheetOf(state);
  const mark = (row: number, col: number) => {
    const cell = one.cells[key(row, col)];
    if (!cell) return '.';
    return cell.number ?? Object.keys(MARKS).find((mark) => MARKS[mark] === cell.kind)!;
  };
  return Array.from({ length: one.rows }, (_, row) => Array.from({ length: one.cols }, (_, col) => mark(row + 1, col + 1)).join(' '));
}

describe('drawing', () => {
  test('a stroke is one step, and places number themselves', () => {
    const drawn = run(plan(['   ', '   ']), { type: 'tool', tool: 'CHAIR' }, { type: 'penDown', at: at(1, 1) }, { type: 'pen', at: at(1, 2) }, { type: 'pen', at: at(2, 2) }, { type: 'penUp' });
    expect(picture(drawn)).toEqual(['1 2 .', '. 3 .']);
    const undone = run(drawn, { type: 'undo' });
    expect(picture(undone)).toEqual(['. . .', '. . .']);
    expect(picture(run(undone, { type: 'redo' }))).toEqual(['1 2 .', '. 3 .']);
    expect(picture(run(undone, { type: 'undo' }))).toEqual(['. . .', '. . .']);
    // What is drawn over what is there keeps it, and what was undone is gone once something else is done.
    const again = run(undone, { type: 'tool', tool: 'WAY' }, { type: 'apply' }, { type: 'redo' });
    expect(again.future).toEqual([]);
    expect(picture(run(drawn, { type: 'penDown', at: at(1, 1) }, { type: 'penUp' }))).toEqual(['1 2 .', '. 3 .']);
  });

  test('a selection is filled, changed and erased at once', () => {
    const filled = run(plan(['   ', '   ']), ...select(1, 1, 2, 2), { type: 'tool', tool: 'CHAIR' }, { type: 'apply' });
    expect(picture(filled)).toEqual(['1 2 .', '3 4 .']);
    const changed = run(filled, { type: 'change', change: (cell) => ({ ...cell, group: 'vip' }) });
    expect(cellsOf(sheetOf(changed)).map(({ cell }) => cell.group)).toEqual(['vip', 'vip', 'vip', 'vip']);
    expect(picture(run(changed, ...select(2, 1, 2, 3), { type: 'erase' }))).toEqual(['1 2 .', '. . .']);
    expect(run(filled, { type: 'tool', tool: 'select' }, { type: 'apply' }).plan).toBe(filled.plan);
  });

  test('the cursor stays on the grid and the selection follows it', () => {
    const moved = run(plan(['   ', '   ']), { type: 'move', direction: 'up' }, { type: 'move', direction: 'right', extend: true }, { type: 'edge', direction: 'down', extend: true });
    expect([moved.anchor, moved.cursor]).toEqual([at(1, 1), at(2, 2)]);
    expect(run(moved, { type: 'selectRow', row: 2 }).cursor).toEqual(at(2, 3));
  });
});

describe('copies', () => {
  const start = plan(['S_S', 'S__']);
  test('of rows get numbers of their own', () => {
    expect(picture(run(start, { type: 'selectRow', row: 1 }, { type: 'repeatRows' }))).toEqual(['1 _ 2', '4 _ 5', '3 _ _']);
    expect(picture(run(start, { type: 'selectAll' }, { type: 'repeatRows' }, { type: 'undo' }))).toEqual(['1 _ 2', '3 _ _']);
  });
  test('what was cut keeps its numbers where it is put', () => {
    const cut = run(start, ...select(1, 1, 1, 1), { type: 'cut' }, { type: 'go', to: at(2, 2) }, { type: 'paste' });
    expect(picture(cut)).toEqual(['. _ 2', '3 1 _']);
    expect(picture(run(cut, { type: 'go', to: at(1, 1) }, { type: 'paste' }))).toEqual(['4 _ 2', '3 1 _']);
  });
  test('what does not fit is left out', () => {
    expect(picture(run(start, { type: 'selectAll' }, { type: 'copy' }, { type: 'go', to: at(2, 3) }, { type: 'paste' }))).toEqual(['1 _ 2', '3 _ 4']);
  });
  test('are mirrored left to right and front to back', () => {
    expect(picture(run(start, { type: 'selectAll' }, { type: 'mirror', axis: 'leftRight' }))).toEqual(['2 _ 1', '_ _ 3']);
    expect(picture(run(start, { type: 'selectAll' }, { type: 'mirror', axis: 'frontBack' }))).toEqual(['3 _ _', '1 _ 2']);
    expect(picture(run(start, ...select(1, 1, 1, 2), { type: 'mirror', axis: 'leftRight' }))).toEqual(['_ 1 2', '3 _ _']);
    expect(picture(run(start, { type: 'mirror', axis: 'leftRight' }))).toEqual(['2 _ 1', '_ _ 3']);
  });
});

describe('rows, columns and sheets', () => {
  const start = plan(['S_S', 'S__']);
  test('come and go', () => {
    expect(picture(run(start, { type: 'go', to: at(2, 1) }, { type: 'insert', what: 'row' }))).toEqual(['1 _ 2', '. . .', '3 _ _']);
    expect(picture(run(start, { type: 'go', to: at(1, 2) }, { type: 'insert', what: 'col' }))).toEqual(['1 . _ 2', '3 . _ _']);
    expect(picture(run(start, { type: 'go', to: at(1, 1) }, { type: 'remove', what: 'col' }))).toEqual(['_ 2', '_ _']);
    expect(picture(run(start, { type: 'remove', what: 'row' }))).toEqual(['3 _ _']);
    expect(picture(run(start, { type: 'selectAll' }, { type: 'remove', what: 'row' }))).toEqual(['1 _ 2', '3 _ _']);
    const small = run(start, { type: 'go', to: at(2, 3) }, { type: 'resize', rows: 1, cols: 2 });
    expect(picture(small)).toEqual(['1 _']);
    expect(small.cursor).toEqual(at(1, 2));
    expect(picture(run(small, { type: 'undo' }))).toEqual(['1 _ 2', '3 _ _']);
  });
  test('a sheet more, and back', () => {
    const two = run(start, { type: 'addSheet' });
    expect(two.plan.sheets.map((one) => [one.level, one.rows, one.cols])).toEqual([[1, 2, 3], [2, 2, 3]]);
    expect(two.sheet).toBe(1);
    expect(run(two, { type: 'undo' }).sheet).toBe(0);
    expect(run(two, { type: 'sheet', index: 0 }, { type: 'removeSheet' }).plan.sheets.map((one) => one.level)).toEqual([1]);
    expect(run(start, { type: 'removeSheet' }).plan).toBe(start);
  });
  test('places at walls and passages are found', () => {
    const traits = (state: EditorState) => cellsOf(sheetOf(state)).filter(({ cell }) => cell.number).map(({ cell }) => cell.traits?.join('+'));
    expect(traits(run(plan(['SS_S']), { type: 'edges', edge: 'window', beside: 'aisle', passage: 'WAY' }))).toEqual(['window', 'aisle', 'window+aisle']);
  });
});

describe('numbering', () => {
  const one = sheet(['SS_S', 'SS_S']);
  const whole = { top: 1, left: 1, bottom: 2, right: 4 };
  const told = (rule: Partial<typeof PLAIN>, area = whole) => {
    const given = numbers(one, area, RULES, { ...PLAIN, ...rule });
    return [1, 2].map((row) => [1, 2, 4].map((col) => given.get(key(row, col)) ?? '-').join(' '));
  };
  test('by rows and columns, from either side', () => {
    expect(told({})).toEqual(['1 2 3', '4 5 6']);
    expect(told({ fromLeft: false })).toEqual(['3 2 1', '6 5 4']);
    expect(told({ fromFront: false })).toEqual(['4 5 6', '1 2 3']);
    expect(told({ along: 'COLS' })).toEqual(['1 3 5', '2 4 6']);
    expect(told({}, { top: 2, left: 1, bottom: 2, right: 2 })).toEqual(['- - -', '1 2 -']);
  });
  test('by steps, with some left out, and with words around', () => {
    expect(told({ start: 11, step: 2, skip: ['13'] })).toEqual(['11 15 17', '19 21 23']);
    expect(told({ prefix: 'U', suffix: 'a' })).toEqual(['U1a U2a U3a', 'U4a U5a U6a']);
    expect(told({ step: 0 })).toEqual(['1 2 3', '4 5 6']);
  });
  test('by rows and letters', () => {
    expect(told({ style: 'ROW_LETTER', skip: ['b'] })).toEqual(['1A 1C 1D', '2A 2C 2D']);
    expect(told({ style: 'ROW_LETTER', fromLeft: false, start: 5 })).toEqual(['5C 5B 5A', '6C 6B 6A']);
    expect(told({ style: 'ROW_LETTER', along: 'COLS' })).toEqual(['1A 2A 3A', '1B 2B 3B']);
  });
  test('the editor numbers what is selected', () => {
    expect(picture(run(plan(['SS', 'SS']), { type: 'selectRow', row: 2 }, { type: 'number', rule: { ...PLAIN, start: 11 } }))).toEqual(['1 2', '11 12']);
  });
});

describe('checks', () => {
  const told = (made: Plan) => check(made, RULES).map(({ code, sheet, spot }) => (spot ? `${code} ${sheet}/${spot.row}:${spot.col}` : code));
  // The cases of the server's own test: who draws is told the same as who saves.
  test.each<[string[][], string[]]>([
    [[['|__', 'SSS']], []],
    [[['|_', 'S_', 'SS', 'SS']], ['NO_WAY 0/4:1', 'NO_WAY 0/4:2']],
    [[['|SS', '  W']], []],
    [[['|W ', 'WWS']], ['NO_WAY 0/2:3']],
    [[['| ', ' S']], []],
    [[['|/S'], ['S/S']], []],
    [[['|_S'], ['S/S']], ['NO_WAY 1/1:1', 'NO_WAY 1/1:3']],
    [[['|W/S'], ['S_/S']], ['NO_WAY 0/1:4', 'NO_WAY 1/1:1', 'NO_WAY 1/1:4']],
    [[['_S']], ['NO_ENTRY']],
    [[['|_']], ['NO_PLACES']],
  ])('%j', (sheets, expected) => expect(told(plan(...sheets))).toEqual(expected));
  test('a number twice is told at both places, across sheets too', () => {
    const made = plan(['|/S'], ['/S']);
    const twice = run({ ...begin(made), sheet: 1 }, { type: 'selectAll' }, { type: 'number', rule: PLAIN });
    expect(told(twice.plan)).toEqual(['NUMBER_TWICE 0/1:3', 'NUMBER_TWICE 1/1:2']);
    const none = run(made, { type: 'selectAll' }, { type: 'change', change: (cell) => ({ ...cell, number: ' ' }) });
    expect(told(none.plan)).toEqual(['NO_NUMBER 0/1:3']);
  });
});

function Editor({ from }: { from: Plan }) {
  const [state, dispatch] = useReducer(reduce, from, begin);
  return (
    <>
      <PlanGrid
        state={state}
        dispatch={dispatch}
        label="Plan"
        describe={(cell, spot) => `${cell?.number ?? cell?.kind ?? 'nothing'} at ${spot.row} ${spot.col}`}
        draw={(cell) => cell.number}
        isPlace={(cell) => RULES[cell.kind]?.place === true}
        wrong={new Set(check(state.plan, RULES).flatMap((one) => (one.spot ? [key(one.spot.row, one.spot.col)] : [])))}
        keys={{ KeyS: 'CHAIR', KeyE: 'EXIT' }}
      />
      <output>{picture(state).join(' / ')}</output>
    </>
  );
}

describe('the grid', () => {
  const cell = (row: number, col: number) => screen.getByRole('gridcell', { name: new RegExp(`at ${row} ${col}$`) });
  test('is drawn on with keys alone', async () => {
    const user = userEvent.setup();
    render(<Editor from={plan(['   ', '   '])} />);
    await user.tab();
    expect(cell(1, 1)).toHaveFocus();
    await user.keyboard('e{Enter}{ArrowDown}s{Shift>}{ArrowRight}{ArrowRight}{/Shift}{Enter}');
    expect(screen.getByRole('status')).toHaveTextContent('| . . / 1 2 3');
    expect(cell(2, 3)).toHaveFocus();
    expect(screen.getAllByRole('gridcell', { selected: true })).toHaveLength(3);
    await user.keyboard('{Control>}zz{/Control}');
    expect(screen.getByRole('status')).toHaveTextContent('. . . / . . .');
    await user.keyboard('{Control>}y{/Control}');
    expect(screen.getByRole('status')).toHaveTextContent('| . . / . . .');
  });
  test('is drawn on with one stroke of a mouse, and says what is wrong', () => {
    render(<Editor from={plan(['|  ', 'WWW', '   '])} />);
    const under = (row: number, col: number) => {
      document.elementFromPoint = () => cell(row, col);
    };
    fireEvent.keyDown(cell(1, 1), { code: 'KeyS', key: 'ы' });
    under(1, 3);
    fireEvent.pointerDown(cell(1, 3), { button: 0 });
    under(3, 3);
    fireEvent.pointerMove(cell(3, 3), { buttons: 1 });
    fireEvent.pointerUp(window);
    expect(screen.getByRole('status')).toHaveTextContent('| . 1 / W W W / . . 2');
    expect(cell(3, 3)).toHaveAttribute('aria-invalid', 'true');
    expect(cell(1, 3)).not.toHaveAttribute('aria-invalid');
    fireEvent.keyDown(cell(3, 3), { code: 'KeyZ', ctrlKey: true });
    expect(screen.getByRole('status')).toHaveTextContent('| . . / W W W / . . .');
  });
});
