import { ActionIcon } from '@mantine/core';
import dayjs from 'dayjs';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/useFormat';
import { Icon } from './Icon';
import css from './Calendar.module.css';

export interface CalendarProps {
  /** All dates are local calendar dates, YYYY-MM-DD. */
  value: string | null;
  min: string;
  max: string;
  today: string;
  onChange: (date: string) => void;
}

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** One month of days; arrows move by day and week, PageUp and PageDown by month. Weeks begin on Monday. */
export function Calendar({ value, min, max, today, onChange }: CalendarProps) {
  const { t } = useTranslation('shared');
  const format = useFormat();
  const [active, setActive] = useState(value && value >= min && value <= max ? value : min);
  const moveFocus = useRef(false);
  const grid = useRef<HTMLTableElement>(null);
  const month = dayjs(active).startOf('month');
  const first = month.subtract((month.day() + 6) % 7, 'day');
  const weeks = Array.from({ length: Math.ceil(((month.day() + 6) % 7 + month.daysInMonth()) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => first.add(week * 7 + day, 'day')),
  );

  // It comes late into its sheet, when the focus is already there.
  useEffect(() => grid.current?.querySelector<HTMLButtonElement>('[data-autofocus]')?.focus(), []);
  useEffect(() => {
    if (!moveFocus.current) return;
    moveFocus.current = false;
    grid.current?.querySelector<HTMLButtonElement>(`[data-date="${active}"]`)?.focus();
  }, [active]);

  const clamp = (date: string) => (date < min ? min : date > max ? max : date);
  const go = (date: string) => setActive(clamp(date));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const months = event.key === 'PageUp' ? -1 : event.key === 'PageDown' ? 1 : 0;
    if (step === undefined && months === 0) return;
    event.preventDefault();
    moveFocus.current = true;
    go(dayjs(active).add(step ?? 0, 'day').add(months, 'month').format('YYYY-MM-DD'));
  };

  return (
    <div className={css.calendar}>
      <div className={css.head}>
        <ActionIcon size={44} variant="subtle" aria-label={t('calendar.previous')} disabled={month.format('YYYY-MM') <= min.slice(0, 7)} onClick={() => go(month.subtract(1, 'month').format('YYYY-MM-DD'))}>
          <Icon name="left" />
        </ActionIcon>
        <strong aria-live="polite" className={css.month}>
          {format.date(active, 'month')}
        </strong>
        <ActionIcon size={44} variant="subtle" aria-label={t('calendar.next')} disabled={month.format('YYYY-MM') >= max.slice(0, 7)} onClick={() => go(month.add(1, 'month').format('YYYY-MM-DD'))}>
          <Icon name="right" />
        </ActionIcon>
      </div>
      <table ref={grid} className={css.grid}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day.day()} scope="col">
                {day.locale(format.language).format('dd')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]?.format('YYYY-MM-DD')}>
              {week.map((day) => {
                const date = day.format('YYYY-MM-DD');
                if (day.month() !== month.month()) return <td key={date} aria-hidden />;
                return (
                  <td key={date}>
                    <button
                      type="button"
                      className={css.day}
                      data-date={date}
                      data-autofocus={date === active || undefined}
                      data-chosen={date === value || undefined}
                      data-today={date === today || undefined}
                      disabled={date < min || date > max}
                      tabIndex={date === active ? 0 : -1}
                      aria-pressed={date === value}
                      aria-label={`${format.date(date, 'full')}${date === today ? `, ${t('calendar.today')}` : ''}`}
                      onKeyDown={onKeyDown}
                      onClick={() => onChange(date)}
                    >
                      {day.date()}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
