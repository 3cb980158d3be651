import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';

interface NumberFieldProps extends Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue' | 'decimalSeparator' | 'allowedDecimalSeparators'> {
  value: number | '';
  onChange: (value: number | '') => void;
}

/** `42.` is on its way to a number, and is 42 until then. */
const numberOf = (typed: number | string): number | '' => {
  if (typeof typed === 'number') return typed;
  const number = Number(typed);
  return typed.trim() === '' || Number.isNaN(number) ? '' : number;
};

/** A number that is typed key by key or pasted: the field keeps what stands in it, whatever it says as a number so far. */
export function NumberField({ value, onChange, ...input }: NumberFieldProps) {
  const { i18n } = useTranslation();
  const [separator, other] = i18n.language === 'en' ? (['.', ','] as const) : ([',', '.'] as const);
  /** What is pasted, from a map for example, may have the other separator: without this its digits would run together. A key is known to the field itself. */
  const unify = ({ currentTarget: field, nativeEvent }: FormEvent<HTMLInputElement>) => {
    const typedByKey = (nativeEvent as InputEvent).data?.length === 1;
    if (typedByKey || !field.value.includes(other)) return;
    const caret = field.selectionStart;
    field.value = field.value.replaceAll(other, separator);
    field.setSelectionRange(caret, caret);
  };
  const [typed, setTyped] = useState<number | string>(value);
  const change = (next: number | string) => {
    setTyped(next);
    onChange(numberOf(next));
  };
  return (
    <NumberInput
      clampBehavior="none"
      {...input}
      value={numberOf(typed) === value ? typed : value}
      decimalSeparator={separator}
      allowedDecimalSeparators={['.', ',']}
      onInputCapture={unify}
      onChange={change}
    />
  );
}
