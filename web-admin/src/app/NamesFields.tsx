import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export interface ThreeNames {
  ru: string;
  ky: string;
  en: string;
}

interface NamesFieldsProps {
  value: ThreeNames;
  onChange: (names: ThreeNames) => void;
  wrong: (language: keyof ThreeNames) => string | undefined;
  /** What is named, where a form has several names. */
  of?: string;
}

/** A name in the three languages; what is left empty is taken from the Russian one. */
export function NamesFields({ value, onChange, wrong, of }: NamesFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      {(['ru', 'ky', 'en'] as const).map((language) => (
        <TextInput
          key={language}
          label={of ? `${of}: ${t(`names.of.${language}`)}` : t(`names.${language}`)}
          placeholder={language === 'ru' ? undefined : value.ru}
          value={value[language]}
          error={wrong(language)}
          autoComplete="off"
          onChange={(event) => onChange({ ...value, [language]: event.currentTarget.value })}
        />
      ))}
    </>
  );
}
