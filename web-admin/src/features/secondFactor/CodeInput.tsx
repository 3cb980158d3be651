import { TextInput, type TextInputProps } from '@mantine/core';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';

/** A code of the authenticator app, or a recovery code; telephones offer the first by themselves. */
export function CodeInput(props: Omit<TextInputProps, 'onChange'> & { onCode: (code: string) => void; ref?: Ref<HTMLInputElement> }) {
  const { t } = useTranslation();
  const { onCode, ...rest } = props;
  return (
    <TextInput
      label={t('secondFactor.code')}
      autoComplete="one-time-code"
      autoCapitalize="characters"
      spellCheck={false}
      aria-invalid={rest.error ? true : undefined}
      {...rest}
      onChange={(event) => onCode(event.currentTarget.value)}
    />
  );
}
