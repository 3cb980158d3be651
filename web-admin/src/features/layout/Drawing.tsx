import { SegmentedControl, Tooltip, UnstyledButton } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from 'web-shared';
import { ERASE, key, MAX_COLS, MAX_ROWS, MAX_SHEETS, PlanGrid, SELECT, sheetOf, type Cell, type EditorAction, type EditorState, type Issue, type Spot } from 'web-shared/plan-editor';
import { CellIcon, type CellKind } from 'web-shared/seat-map';
import page from '../../app/Page.module.css';
import { NumberField } from '../../app/NumberField';
import css from './Layout.module.css';
import { isSeat, KEYS, TOOLS } from './plan';

interface DrawingProps {
  state: EditorState;
  dispatch: (action: EditorAction) => void;
  issues: Issue[];
  focus: number;
}

/** Tools, decks and the grid itself. */
export function Drawing({ state, dispatch, issues, focus }: DrawingProps) {
  const { t } = useTranslation();
  const helpId = useId();
  const sheet = sheetOf(state);
  const wrong = new Set(issues.flatMap((one) => (one.spot && one.sheet === state.sheet ? [key(one.spot.row, one.spot.col)] : [])));
  const describe = (cell: Cell | undefined, { row, col }: Spot) => {
    const what = !cell ? t('layout.kind.FLOOR') : isSeat(cell) ? `${t('layout.kind.SEAT')} ${cell.number ?? ''}` : t(`layout.kind.${cell.kind}`);
    return t('layout.cell', { what, row, col });
  };
  const act = (action: EditorAction, words: string, disabled = false) => (
    <button key={words} type="button" className={css.act} disabled={disabled} onClick={() => dispatch(action)}>
      {words}
    </button>
  );

  return (
    <section className={page.card} aria-labelledby="drawing">
      <h2 id="drawing">{t('layout.plan')}</h2>
      <div className={css.decks}>
        {state.plan.sheets.length > 1 && (
          <SegmentedControl
            aria-label={t('layout.deck')}
            value={String(state.sheet)}
            onChange={(value) => dispatch({ type: 'sheet', index: Number(value) })}
            data={state.plan.sheets.map((one, index) => ({ value: String(index), label: t('layout.deckNumber', { level: one.level }) }))}
          />
        )}
        {act({ type: 'addSheet' }, t('layout.addDeck'), state.plan.sheets.length >= MAX_SHEETS)}
        {state.plan.sheets.length > 1 && act({ type: 'removeSheet' }, t('layout.removeDeck'))}
        <NumberField className={css.size} label={t('layout.rows')} min={1} max={MAX_ROWS} clampBehavior="blur" value={sheet.rows} onChange={(rows) => typeof rows === 'number' && rows >= 1 && dispatch({ type: 'resize', rows, cols: sheet.cols })} />
        <NumberField className={css.size} label={t('layout.cols')} min={1} max={MAX_COLS} clampBehavior="blur" value={sheet.cols} onChange={(cols) => typeof cols === 'number' && cols >= 1 && dispatch({ type: 'resize', rows: sheet.rows, cols })} />
      </div>
      <div className={css.palette} role="radiogroup" aria-label={t('layout.tools')}>
        {TOOLS.map(({ tool, letter }) => (
          <Tooltip key={tool} label={t('layout.key', { key: letter })} openDelay={400}>
            <UnstyledButton
              role="radio"
              aria-checked={state.tool === tool}
              aria-keyshortcuts={letter}
              tabIndex={state.tool === tool ? 0 : -1}
              className={css.tool}
              onClick={() => dispatch({ type: 'tool', tool })}
              onKeyDown={(event) => {
                const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
                if (!step) return;
                event.preventDefault();
                const index = TOOLS.findIndex((one) => one.tool === tool);
                dispatch({ type: 'tool', tool: TOOLS[(index + step + TOOLS.length) % TOOLS.length]!.tool });
                const buttons = event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="radio"]');
                buttons?.[(index + step + TOOLS.length) % TOOLS.length]?.focus();
              }}
            >
              {tool === SELECT || tool === ERASE ? <Icon name={tool === SELECT ? 'swap' : 'close'} size={18} /> : tool === 'SEAT' ? <Icon name="seat" size={18} /> : tool === 'AISLE' ? <Icon name="minus" size={18} /> : <CellIcon kind={tool} />}
              {t(`layout.kind.${tool}`)}
            </UnstyledButton>
          </Tooltip>
        ))}
      </div>
      <div className={css.actions} role="toolbar" aria-label={t('layout.actions')}>
        <button type="button" className={css.act} disabled={state.past.length === 0} onClick={() => dispatch({ type: 'undo' })}>
          <Icon name="undo" size={18} /> {t('layout.undo')}
        </button>
        <button type="button" className={css.act} disabled={state.future.length === 0} onClick={() => dispatch({ type: 'redo' })}>
          <Icon name="redo" size={18} /> {t('layout.redo')}
        </button>
        {act({ type: 'apply' }, t('layout.fill'), state.tool === SELECT)}
        {act({ type: 'copy' }, t('layout.copy'))}
        {act({ type: 'cut' }, t('layout.cut'))}
        {act({ type: 'paste' }, t('layout.paste'), state.block === null)}
        {act({ type: 'selectRow', row: state.cursor.row }, t('layout.selectRow'))}
        {act({ type: 'selectAll' }, t('layout.selectAll'))}
        {act({ type: 'repeatRows' }, t('layout.repeatRows'))}
        {act({ type: 'insert', what: 'row' }, t('layout.insertRow'))}
        {act({ type: 'remove', what: 'row' }, t('layout.removeRow'))}
        {act({ type: 'insert', what: 'col' }, t('layout.insertCol'))}
        {act({ type: 'remove', what: 'col' }, t('layout.removeCol'))}
        {act({ type: 'mirror', axis: 'leftRight' }, t('layout.mirrorLeftRight'))}
        {act({ type: 'mirror', axis: 'frontBack' }, t('layout.mirrorFrontBack'))}
        {act({ type: 'edges', edge: 'window', beside: 'aisle', passage: 'AISLE' }, t('layout.edges'))}
      </div>
      <div className={css.shell}>
        <div className={css.front} aria-hidden>
          {t('layout.front')}
        </div>
        <PlanGrid
          state={state}
          dispatch={dispatch}
          label={t('layout.grid', { level: sheet.level })}
          describe={describe}
          draw={(cell) => (isSeat(cell) ? <span>{cell.number}</span> : cell.kind === 'AISLE' ? null : <CellIcon kind={cell.kind as CellKind} />)}
          isPlace={isSeat}
          wrong={wrong}
          keys={KEYS}
          focus={focus}
        />
      </div>
      <p className="bk-muted" id={helpId}>
        {t('layout.help')}
      </p>
    </section>
  );
}
