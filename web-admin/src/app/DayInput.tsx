import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { useTranslation } from 'react-i18next';
import { Icon, useFormat } from 'web-shared';

interface DayInputProps {
  label: string;
  /** YYYY-MM-DD, or empty. */
  value: string;
  onChange: (day: string) => void;
  clearable?: boolean;
  error?: string;
}

/** A day in the language of the site, not of the browser; typed, or taken from a calendar whose week begins on Monday. */
export function DayInput({ label, value, onChange, clearable, error }: DayInputProps) {
  const { t } = useTranslation();
  const { language, date } = useFormat();
  const format = language === 'en' ? 'D MMM YYYY' : 'DD.MM.YYYY';
  return (
    <DateInput
      size="md"
      label={label}
      error={error}
      locale={language}
      valueFormat={format}
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
      onChange={(day) => onChange(day ?? '')}
    />
  );
}
