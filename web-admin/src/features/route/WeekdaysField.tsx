import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';

/** 1 is Monday. */
export const WEEK = [1, 2, 3, 4, 5, 6, 7];

interface WeekdaysFieldProps {
  value: number[];
  error: string | undefined;
  onChange: (weekdays: number[]) => void;
}

/** On which weekdays. */
export function WeekdaysField({ value, error, onChange }: WeekdaysFieldProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Checkbox.Group label={t('departure.weekdays')} value={value.map(String)} error={error} onChange={(days) => onChange(days.map(Number).toSorted((a, b) => a - b))}>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.5rem 1rem', marginTop: '0.4rem' }}>
        {WEEK.map((day) => (
          <Checkbox key={day} value={String(day)} label={format.weekday(day)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
