import { TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import css from './account.module.css';

const LENGTH = 6;

interface CodeInputProps {
  label: string;
  value: string;
  error?: string;
  onChange: (code: string) => void;
  onFull?: (code: string) => void;
}

/** One field for the code, so that phones offer it from the message and a paste works. */
export function CodeInput({ label, value, error, onChange, onFull }: CodeInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <TextInput
      ref={input}
      label={label}
      autoComplete="one-time-code"
      inputMode="numeric"
      maxLength={LENGTH}
      classNames={{ input: css.code }}
      value={value}
      error={error}
      onChange={(event) => {
        const code = event.currentTarget.value.replace(/\D/g, '').slice(0, LENGTH);
        onChange(code);
        if (code.length === LENGTH && code !== value) onFull?.(code);
      }}
    />
  );
}
