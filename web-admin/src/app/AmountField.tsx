import { TextInput, type TextInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What people type for a sum of money or a share: `1 250,50`. Letters, a third decimal and spaces where no thousands end make it none. */
export function readAmount(text: string): number | '' | null {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const grouped = /^[-−]?\d{1,3}(\s\d{3})+([.,]\d*)?$/.test(trimmed);
  const plain = (grouped ? trimmed.replace(/\s/g, '') : trimmed).replace(',', '.').replace('−', '-');
  return /^-?(\d{1,12}(\.\d{0,2})?|\.\d{1,2})$/.test(plain) ? Number(plain) : null;
}

/** What is wrong with what was typed, by its words. */
export function faultOf(text: string, below: boolean): 'form.noAmount' | 'form.negative' | null {
  const amount = readAmount(text);
  if (amount === null) return 'form.noAmount';
  return amount !== '' && amount < 0 && !below ? 'form.negative' : null;
}

/** Whether every amount of a form is one; the keyboard goes to the first that is none. */
export function hasAmounts(form: HTMLFormElement): boolean {
  const wrong = form.querySelector<HTMLInputElement>('input[data-no-amount]');
  wrong?.focus();
  return !wrong;
}

interface AmountFieldProps extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue'> {
  value: number | '';
  onChange: (value: number | '') => void;
  /** What it is of: ` %`. */
  suffix?: string;
  /** It may be less than nothing. */
  below?: boolean;
}

/** A sum of money or a share. What is none stays in the field as it was typed, is said to be none, and is not sent. */
export function AmountField({ value, onChange, suffix, below = false, error, ...input }: AmountFieldProps) {
  const { t, i18n } = useTranslation();
  const shown = String(value).replace('.', i18n.language === 'en' ? '.' : ',');
  const [typed, setTyped] = useState(shown);
  // Another number from outside takes the place of what was typed.
  const read = (typing: string) => (faultOf(typing, below) ? '' : (readAmount(typing) ?? ''));
  const text = read(typed) === value ? typed : shown;
  const wrong = faultOf(text, below);
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      rightSection={suffix?.trim()}
      rightSectionWidth={suffix && '3.2rem'}
      rightSectionPointerEvents="none"
      {...input}
      value={text}
      error={wrong ? t(wrong) : error}
      data-no-amount={wrong ? true : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(read(event.currentTarget.value));
      }}
    />
  );
}
