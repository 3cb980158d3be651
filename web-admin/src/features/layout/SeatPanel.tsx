import { Checkbox, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { selectedPlaces, type EditorAction, type EditorState } from 'web-shared/plan-editor';
import page from '../../app/Page.module.css';
import css from './Layout.module.css';
import { RULES, SEAT_CLASSES, TRAITS } from './plan';

/** What the selected seats are; where they differ, the field is undecided. */
export function SeatPanel({ state, dispatch }: { state: EditorState; dispatch: (action: EditorAction) => void }) {
  const { t } = useTranslation();
  const seats = selectedPlaces(state, RULES).map(({ cell }) => cell);
  const one = seats.length === 1 ? seats[0] : undefined;
  const first = seats[0];
  const groups = new Set(seats.map((seat) => seat.group ?? 'standard'));
  const group = groups.size === 1 ? [...groups][0]! : '';
  const turned = new Set(seats.map((seat) => seat.turned ?? false));
  const known = [...new Set([...SEAT_CLASSES, ...groups])];
  const traits = [...new Set([...TRAITS, ...seats.flatMap((seat) => seat.traits ?? [])])];
  const word = (kind: 'seatClass' | 'trait', code: string) => ((kind === 'trait' ? TRAITS : SEAT_CLASSES).includes(code) ? t(`layout.${kind}.${code}`) : code);

  return (
    <section className={page.card} aria-labelledby="seat">
      <h2 id="seat">{seats.length > 1 ? t('layout.selectedSeats', { count: seats.length }) : t('layout.selectedSeat')}</h2>
      {!first && <p className="bk-muted">{t('layout.noSeat')}</p>}
      {first && (
        <>
          {one && <TextInput label={t('layout.number')} maxLength={6} value={one.number ?? ''} onChange={({ currentTarget: { value } }) => dispatch({ type: 'change', change: (cell) => ({ ...cell, number: value }) })} />}
          <NativeSelect
            label={t('layout.seatClassLabel')}
            value={group}
            onChange={({ currentTarget: { value } }) => value && dispatch({ type: 'change', change: (cell) => ({ ...cell, group: value }) })}
            data={[...(group ? [] : [{ value: '', label: t('layout.various') }]), ...known.map((code) => ({ value: code, label: word('seatClass', code) }))]}
          />
          <SegmentedControl
            aria-label={t('layout.facing')}
            value={turned.size > 1 ? '' : String([...turned][0])}
            onChange={(value) => dispatch({ type: 'change', change: (cell) => ({ ...cell, turned: value === 'true' }) })}
            data={[
              { value: 'false', label: t('layout.forward') },
              { value: 'true', label: t('layout.backward') },
            ]}
          />
          <div className={css.traits}>
            {traits.map((trait) => {
              const count = seats.filter((seat) => seat.traits?.includes(trait)).length;
              return (
                <Checkbox
                  key={trait}
                  size="sm"
                  label={word('trait', trait)}
                  checked={count === seats.length}
                  indeterminate={count > 0 && count < seats.length}
                  onChange={({ currentTarget: { checked } }) =>
                    dispatch({ type: 'change', change: (cell) => ({ ...cell, traits: [...(cell.traits ?? []).filter((other) => other !== trait), ...(checked ? [trait] : [])] }) })
                  }
                />
              );
            })}
          </div>
        </>
      )}
    </section>
  );
}
