import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import { WEEKDAYS, type Day } from './week';
import css from './Station.module.css';

interface WeekFieldProps {
  week: Day[];
  onChange: (week: Day[]) => void;
  /** What is wrong with a day, by its place in the week. */
  wrong: (index: number) => string | undefined;
}

/** When a station is open, day by day. */
export function WeekField({ week, onChange, wrong }: WeekFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = (index: number, patch: Partial<Day>) => onChange(week.map((day, at) => (at === index ? { ...day, ...patch } : day)));
  const model = week.find((day) => day.open);
  return (
    <>
      <ol className={css.week}>
        {WEEKDAYS.map((weekday, index) => {
          const day = week[index]!;
          const name = format.weekday(weekday);
          return (
            <li key={weekday}>
              <Checkbox label={name} checked={day.open} onChange={(event) => change(index, { open: event.currentTarget.checked })} />
              {day.open ? (
                <>
                  {!day.allDay && (
                    <span className={css.times}>
                      <TextInput inputMode="numeric" maxLength={5} autoComplete="off" aria-label={t('week.opens', { day: name })} value={day.opens} onChange={(event) => change(index, { opens: event.currentTarget.value })} />–
                      <TextInput inputMode="numeric" maxLength={5} autoComplete="off" aria-label={t('week.closes', { day: name })} value={day.closes} onChange={(event) => change(index, { closes: event.currentTarget.value })} />
                    </span>
                  )}
                  <Checkbox label={t('week.allDay')} aria-label={t('week.allDayOn', { day: name })} checked={day.allDay} onChange={(event) => change(index, { allDay: event.currentTarget.checked })} />
                </>
              ) : (
                <span className="bk-muted">{t(model ? 'week.closed' : 'week.unknown')}</span>
              )}
              {wrong(index) && <p className={css.wrong}>{wrong(index)}</p>}
            </li>
          );
        })}
      </ol>
      <Button variant="default" size="compact-md" style={{ justifySelf: 'start' }} disabled={!model} onClick={() => model && onChange(week.map(() => ({ ...model })))}>
        {t('week.everyDay')}
      </Button>
    </>
  );
}
