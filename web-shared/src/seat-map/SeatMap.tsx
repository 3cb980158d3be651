import { SegmentedControl } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CellIcon } from './CellIcon';
import { neighbour, type ArrowKey, type CellShape, type DeckShape, type SeatShape, type SeatStatus, type UnitShape } from './model';
import css from './SeatMap.module.css';

export interface SeatMapProps {
  name: string;
  units: UnitShape[];
  states: ReadonlyMap<string, SeatStatus>;
  /** Chosen labels in the order of passengers; null leaves a passenger without a seat. */
  chosen?: (string | null)[];
  /** For the office: any seat may be marked, whoever has it. */
  marking?: boolean;
  /** Without it the map is only looked at. */
  onToggle?: (label: string) => void;
  /** More words about a seat for those who may know them, such as the passenger's name. */
  describe?: (label: string) => string | undefined;
  /** Words about the seats of each class, such as their price, for the legend and each seat. */
  classes?: { seatClass: string; words: string }[];
  onInspect?: (label: string) => void;
  /** What was dragged, and the seat on which it was let go. */
  onDrop?: (dragged: string, label: string) => void;
  /** What is dragged from a seat, if it can be. */
  dragOf?: (label: string) => string | undefined;
}

/** A vehicle seen from above, front on top: a grid of buttons with one stop in the tab order. */
export function SeatMap(props: SeatMapProps) {
  const { t } = useTranslation('shared');
  const [unitIndex, setUnitIndex] = useState(0);
  const [level, setLevel] = useState<number | null>(null);
  const unit = props.units[unitIndex] ?? props.units[0];
  const deck = unit?.decks.find((one) => one.level === level) ?? unit?.decks[0];
  const { units, chosen } = props;
  useEffect(() => {
    const holds = (one: DeckShape | undefined) => one?.cells.some((cell) => cell.seat && chosen?.includes(cell.seat.label)) ?? false;
    if (holds(deck)) return;
    const other = units.findIndex((one) => one.decks.some(holds));
    if (other < 0) return;
    setUnitIndex(other);
    setLevel(units[other]?.decks.find(holds)?.level ?? null);
    // Only a new choice turns the map to its coach and deck; afterwards people look wherever they like.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosen]);
  if (!unit) return null;

  return (
    <div className={css.map}>
      {props.units.length > 1 && (
        <SegmentedControl
          aria-label={t('seatMap.unit')}
          fullWidth
          value={String(unitIndex)}
          onChange={(value) => setUnitIndex(Number(value))}
          data={props.units.map((one, index) => ({ value: String(index), label: one.name }))}
        />
      )}
      {unit.decks.length > 1 && (
        <SegmentedControl
          aria-label={t('seatMap.deck')}
          fullWidth
          value={String(deck?.level)}
          onChange={(value) => setLevel(Number(value))}
          data={unit.decks.map((one) => ({ value: String(one.level), label: t('seatMap.deckNumber', { level: one.level }) }))}
        />
      )}
      {deck && <DeckView key={`${unitIndex}-${deck.level}`} {...props} deck={deck} />}
      <Legend choosing={props.onToggle !== undefined} marking={props.marking} blocked={[...props.states.values()].includes('BLOCKED')} classes={props.classes ?? []} />
    </div>
  );
}

function DeckView({ deck, ...props }: SeatMapProps & { deck: DeckShape }) {
  const { t } = useTranslation('shared');
  const hintId = useId();
  const box = useRef<HTMLDivElement>(null);
  const firstSeat = deck.cells.find((cell) => cell.kind === 'SEAT')?.seat?.label;
  const [active, setActive] = useState(firstSeat);

  const onKeyDown = (event: KeyboardEvent, cell: CellShape) => {
    if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
    const next = neighbour(deck, cell, event.key as ArrowKey)?.seat;
    if (!next) return;
    setActive(next.label);
    box.current?.querySelector<HTMLButtonElement>(`[data-seat="${CSS.escape(next.label)}"]`)?.focus();
  };

  return (
    <div className={css.shell}>
      <div className={css.front} aria-hidden>
        {t('seatMap.front')}
      </div>
      <div
        ref={box}
        role="group"
        aria-label={t('seatMap.label', { name: props.name })}
        aria-describedby={hintId}
        className={css.grid}
        style={{ gridTemplateColumns: `repeat(${deck.cols}, minmax(0, 3rem))` }}
      >
        {deck.cells.map((cell) => {
          const style = { gridRow: cell.row, gridColumn: cell.col };
          if (cell.kind === 'AISLE') return null;
          if (cell.kind !== 'SEAT' || !cell.seat) {
            return (
              <span key={`${cell.row}:${cell.col}`} className={css.fixture} style={style} title={t(`seatMap.cell.${cell.kind}`)}>
                <CellIcon kind={cell.kind} />
              </span>
            );
          }
          return (
            <SeatButton
              key={cell.seat.label}
              {...props}
              seat={cell.seat}
              style={style}
              tabbable={cell.seat.label === active}
              onFocus={() => setActive(cell.seat?.label)}
              onKeyDown={(event) => onKeyDown(event, cell)}
            />
          );
        })}
      </div>
      <span id={hintId} className={css.hint}>
        {props.onToggle ? t('seatMap.hint') : ''}
      </span>
    </div>
  );
}

interface SeatButtonProps extends SeatMapProps {
  seat: SeatShape;
  style: { gridRow: number; gridColumn: number };
  tabbable: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

function SeatButton({ seat, style, tabbable, onFocus, onKeyDown, states, chosen, marking, onToggle, describe, classes, onInspect, onDrop, dragOf }: SeatButtonProps) {
  const { t } = useTranslation('shared');
  const status = states.get(seat.label) ?? 'BLOCKED';
  const place = chosen?.indexOf(seat.label) ?? -1;
  const isChosen = place >= 0;
  const choosable = onToggle !== undefined && (isChosen || marking || status === 'FREE');
  const inspectable = onInspect !== undefined;
  const dragged = dragOf?.(seat.label);
  const special = isSpecial(seat.seatClass);
  const words = [
    t('seatMap.seat', { number: seat.label }),
    seat.window && t('seatMap.window'),
    seat.aisle && t('seatMap.aisle'),
    seat.facing === 'BACKWARD' && t('seatMap.backward'),
    classes?.find((one) => one.seatClass === seat.seatClass)?.words ?? (special && t('seatMap.vip')),
    isChosen && !marking ? t('seatMap.state.CHOSEN') : t(`seatMap.state.${status}`),
    isChosen && (marking ? t('seatMap.state.MARKED') : t('seatMap.passenger', { n: place + 1 })),
    describe?.(seat.label),
  ].filter(Boolean);

  return (
    <button
      type="button"
      className={css.seat}
      style={style}
      data-seat={seat.label}
      data-status={isChosen ? 'CHOSEN' : status}
      data-special={special || undefined}
      data-facing={seat.facing}
      aria-label={words.join(', ')}
      aria-pressed={onToggle ? isChosen : undefined}
      aria-disabled={choosable || inspectable ? undefined : true}
      title={words.join(', ')}
      tabIndex={tabbable ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      draggable={dragged !== undefined || undefined}
      onDragStart={(event) => {
        if (dragged === undefined) return;
        event.dataTransfer.setData('text/plain', dragged);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={onDrop && ((event) => event.preventDefault())}
      onDrop={
        onDrop &&
        ((event) => {
          event.preventDefault();
          onDrop(event.dataTransfer.getData('text/plain'), seat.label);
        })
      }
      onClick={() => {
        if (choosable) onToggle?.(seat.label);
        else if (inspectable) onInspect?.(seat.label);
      }}
    >
      <span className={css.number}>{isChosen || status !== 'SOLD' || describe ? seat.number : '×'}</span>
    </button>
  );
}

/** Other than most seats are. */
const isSpecial = (seatClass: string): boolean => seatClass !== '' && !/^standard$/i.test(seatClass);

function Legend({ choosing, marking = false, blocked, classes }: { choosing: boolean; marking?: boolean | undefined; blocked: boolean; classes: { seatClass: string; words: string }[] }) {
  const { t } = useTranslation('shared');
  const left = { CHOSEN: choosing, HELD: !marking, BLOCKED: marking || blocked };
  const states = (['FREE', 'CHOSEN', 'HELD', 'SOLD', 'BLOCKED'] as const).filter((state) => !(state in left) || left[state as keyof typeof left]);
  return (
    <ul className={css.legend} aria-label={t('seatMap.legend')}>
      {states.map((state) => (
        <li key={state}>
          <span className={css.seat} data-status={state} data-sample aria-hidden>
            <span className={css.number}>{state === 'SOLD' && choosing ? '×' : ''}</span>
          </span>
          {t(`seatMap.state.${marking && state === 'CHOSEN' ? 'MARKED' : state}`)}
        </li>
      ))}
      {classes.map((one) => (
        <li key={one.seatClass}>
          <span className={css.seat} data-status="FREE" data-special={isSpecial(one.seatClass) || undefined} data-sample aria-hidden>
            <span className={css.number} />
          </span>
          {one.words}
        </li>
      ))}
    </ul>
  );
}
