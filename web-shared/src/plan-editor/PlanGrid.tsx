import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { ERASE, SELECT, selection, sheetOf, type Direction, type EditorAction, type EditorState } from './editor';
import { key, spotOf, within, type Cell, type Spot } from './plan';
import css from './PlanGrid.module.css';

export interface PlanGridProps {
  state: EditorState;
  dispatch: (action: EditorAction) => void;
  label: string;
  /** What stands in a cell, in words: for those who do not see it. */
  describe: (cell: Cell | undefined, spot: Spot) => string;
  draw: (cell: Cell) => ReactNode;
  isPlace: (cell: Cell) => boolean;
  /** Cells with something wrong, by `row:col`. */
  wrong: ReadonlySet<string>;
  /** Tools by the key that takes them, as `KeyboardEvent.code` says: the same key in every alphabet. */
  keys: Readonly<Record<string, string>>;
  /** Raised to bring the focus to the cursor. */
  focus?: number;
}

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right', Home: 'left', End: 'right', PageUp: 'up', PageDown: 'down' };

/** A grid to draw on: by mouse, by finger, and by keys alone. */
export function PlanGrid({ state, dispatch, label, describe, draw, isPlace, wrong, keys, focus }: PlanGridProps) {
  const box = useRef<HTMLDivElement>(null);
  const sheet = sheetOf(state);
  const area = selection(state);
  const cursor = key(state.cursor.row, state.cursor.col);
  const focused = () => box.current?.contains(document.activeElement);
  // The focus follows the cursor, but is not taken from anything else.
  useEffect(() => {
    if (focused()) box.current?.querySelector<HTMLElement>(`[data-at="${cursor}"]`)?.focus({ preventScroll: false });
  }, [cursor, state.sheet]);
  useEffect(() => {
    if (focus) box.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [focus]);

  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf(event, keys);
    if (!action) return;
    event.preventDefault();
    dispatch(action);
  };
  const spotAt = (event: PointerEvent): Spot | null => {
    const cell = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-at]');
    return cell && box.current?.contains(cell) ? spotOf(cell.dataset.at!) : null;
  };
  // A finger with nothing to draw scrolls the page.
  const drawing = (event: PointerEvent) => event.pointerType !== 'touch' || state.tool !== SELECT;
  const onPointerDown = (event: PointerEvent) => {
    const at = spotAt(event);
    if (!at || event.button !== 0) return;
    if (event.shiftKey && state.tool === SELECT) dispatch({ type: 'go', to: at, extend: true });
    else if (drawing(event)) dispatch({ type: 'penDown', at });
    else dispatch({ type: 'go', to: at });
  };
  const onPointerMove = (event: PointerEvent) => {
    if (!state.stroke || event.buttons === 0) return;
    const at = spotAt(event);
    if (at && (at.row !== state.cursor.row || at.col !== state.cursor.col)) dispatch({ type: 'pen', at });
  };
  const onPointerUp = () => state.stroke && dispatch({ type: 'penUp' });
  // Let go outside of the grid, too.
  useEffect(() => {
    if (!state.stroke) return;
    const up = () => dispatch({ type: 'penUp' });
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', up);
    return () => {
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', up);
    };
  }, [state.stroke, dispatch]);

  return (
    <div
      ref={box}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-multiselectable
      aria-rowcount={sheet.rows}
      aria-colcount={sheet.cols}
      className={css.grid}
      data-drawing={state.tool !== SELECT || undefined}
      data-erasing={state.tool === ERASE || undefined}
      style={{ gridTemplateColumns: `1.6rem repeat(${sheet.cols}, minmax(2rem, 3rem))` }}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
    >
      {Array.from({ length: sheet.rows }, (_, r) => r + 1).map((row) => (
        <div key={row} role="row" className={css.row} aria-rowindex={row}>
          <span role="rowheader" className={css.head}>
            {row}
          </span>
          {Array.from({ length: sheet.cols }, (_, c) => c + 1).map((col) => {
            const at = key(row, col);
            const cell = sheet.cells[at];
            return (
              <div
                key={col}
                role="gridcell"
                aria-colindex={col}
                aria-selected={within(area, { row, col })}
                aria-label={describe(cell, { row, col })}
                aria-invalid={wrong.has(at) || undefined}
                tabIndex={at === cursor ? 0 : -1}
                className={css.cell}
                data-at={at}
                data-kind={cell?.kind}
                data-place={(cell && isPlace(cell)) || undefined}
                data-turned={cell?.turned || undefined}
                title={cell?.note}
              >
                {cell && draw(cell)}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function actionOf(event: KeyboardEvent, keys: Readonly<Record<string, string>>): EditorAction | null {
  const direction = ARROWS[event.key];
  const extend = event.shiftKey;
  if (direction) {
    const far = !event.key.startsWith('Arrow') || event.ctrlKey || event.metaKey;
    return { type: far ? 'edge' : 'move', direction, extend };
  }
  if (event.ctrlKey || event.metaKey) {
    switch (event.code) {
      case 'KeyZ':
        return { type: extend ? 'redo' : 'undo' };
      case 'KeyY':
        return { type: 'redo' };
      case 'KeyC':
        return { type: 'copy' };
      case 'KeyX':
        return { type: 'cut' };
      case 'KeyV':
        return { type: 'paste' };
      case 'KeyA':
        return { type: 'selectAll' };
      case 'KeyD':
        return { type: 'repeatRows' };
    }
    return null;
  }
  if (event.altKey) return null;
  switch (event.key) {
    case 'Enter':
    case ' ':
      return { type: 'apply' };
    case 'Delete':
    case 'Backspace':
      return { type: 'erase' };
    case 'Escape':
      return { type: 'tool', tool: SELECT };
  }
  const tool = keys[event.code];
  return tool ? { type: 'tool', tool } : null;
}
