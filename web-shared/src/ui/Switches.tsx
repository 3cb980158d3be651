import { UnstyledButton, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { changeLanguage, LANGUAGE_NAMES, LANGUAGES, type LanguageCode } from '../i18n/i18n';
import { Icon } from './Icon';
import css from './ui.module.css';

/** The device's own list: the best one on a phone. */
export function LanguageSwitch({ onChange }: { onChange?: (language: LanguageCode) => void }) {
  const { t, i18n } = useTranslation('shared');
  const choose = async (language: LanguageCode) => {
    await changeLanguage(language);
    onChange?.(language);
  };
  return (
    <label className={css.switch} title={t('language')}>
      <Icon name="globe" />
      <span aria-hidden>{i18n.language.toUpperCase()}</span>
      <select className={css.select} aria-label={t('language')} value={i18n.language} onChange={(event) => void choose(event.currentTarget.value as LanguageCode)}>
        {LANGUAGES.map((language) => (
          <option key={language} value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </option>
        ))}
      </select>
    </label>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation('shared');
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  return (
    <UnstyledButton
      className={css.switch}
      aria-label={t(dark ? 'theme.toLight' : 'theme.toDark')}
      title={t(dark ? 'theme.toLight' : 'theme.toDark')}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      <Icon name={dark ? 'sun' : 'moon'} />
    </UnstyledButton>
  );
}
