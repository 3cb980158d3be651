import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, useFormat } from 'web-shared';

dayjs.extend(customParseFormat);

const TYPED = ['D.M.YYYY', 'DD.MM.YYYY', 'D.MM.YYYY', 'DD.M.YYYY', 'YYYY-MM-DD', 'D MMM YYYY', 'D MMMM YYYY'];

/** What people type for a day, as YYYY-MM-DD: the day stands before the month. */
export function readDay(text: string, language: string): string | null {
  const day = TYPED.map((format) => dayjs(text.trim(), format, language, true)).find((one) => one.isValid());
  return day ? day.format('YYYY-MM-DD') : null;
}

interface DayInputProps {
  label: string;
  /** YYYY-MM-DD, or empty. */
  value: string;
  onChange: (day: string) => void;
  /** It was left for what comes next, by Enter or Tab. */
  onDone?: () => void;
  clearable?: boolean;
  error?: string;
}

/** A day in the language of the site, not of the browser; typed, or taken from a calendar whose week begins on Monday. */
export function DayInput({ label, value, onChange, onDone, clearable, error }: DayInputProps) {
  const { t } = useTranslation();
  const { language, date } = useFormat();
  // What is no day stays in the field, and is said to be none.
  const [nonsense, setNonsense] = useState(false);
  const format = language === 'en' ? 'D MMM YYYY' : 'DD.MM.YYYY';
  return (
    <DateInput
      size="md"
      label={label}
      error={error ?? (nonsense ? t('day.wrong') : undefined)}
      onKeyDown={(event) => (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && onDone?.()}
      fixOnBlur={false}
      onBlur={(event) => setNonsense(event.currentTarget.value.trim() !== '' && readDay(event.currentTarget.value, language) === null)}
      locale={language}
      valueFormat={format}
      dateParser={(text) => readDay(text, language)}
      placeholder={t('day.placeholder')}
      leftSection={<Icon name="calendar" size={18} />}
      value={value || null}
      weekendDays={[]}
      hideOutsideDates
      getDayProps={(day) => ({ 'aria-label': date(day, 'full') })}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('day.clear') }}
      previousLabel={t('calendar.previous', { ns: 'shared' })}
      nextLabel={t('calendar.next', { ns: 'shared' })}
      onChange={(day) => {
        setNonsense(false);
        onChange(day ?? '');
      }}
    />
  );
}
