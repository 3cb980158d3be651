import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../../app/DayInput';
import { readTime } from '../../app/readTime';

interface MomentInputProps {
  label: string;
  /** YYYY-MM-DDTHH:mm, or empty. */
  value: string;
  onChange: (moment: string) => void;
  /** Of a day that is chosen first. */
  time: '00:00' | '23:59';
  clearable?: boolean;
  error?: string;
}

/** A day and the time of it, to the minute. */
export function MomentInput({ label, value, onChange, time, clearable, error }: MomentInputProps) {
  const { t } = useTranslation();
  const [day = '', known = ''] = value.split('T');
  // What is no time stays in the field, and is said to be none.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <div style={{ display: 'flex', gap: '0.4rem', flexBasis: '19rem' }}>
      <DayInput label={label} value={day} clearable={clearable} error={error} onChange={(next) => onChange(next && `${next}T${known || time}`)} />
      <TextInput
        size="md"
        w="6rem"
        style={{ flexShrink: 0 }}
        label={t('ledger.time')}
        aria-label={`${label}: ${t('ledger.time')}`}
        inputMode="numeric"
        autoComplete="off"
        placeholder="9:05"
        disabled={!day}
        value={typed ?? known}
        error={typed !== null && !readTime(typed) ? t('ledger.noTime') : undefined}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          const next = readTime(event.currentTarget.value);
          if (next) onChange(`${day}T${next}`);
        }}
        onBlur={() => setTyped(typed !== null && readTime(typed) ? null : typed)}
      />
    </div>
  );
}
