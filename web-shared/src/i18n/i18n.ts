import i18next, { type i18n, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';

export const LANGUAGES = ['ru', 'ky', 'en'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];
export const LANGUAGE_NAMES: Record<LanguageCode, string> = { ru: 'Русский', ky: 'Кыргызча', en: 'English' };

const STORED = 'beket.language';
const isLanguage = (value: unknown): value is LanguageCode => LANGUAGES.includes(value as LanguageCode);

function firstLanguage(): LanguageCode {
  const stored = localStorage.getItem(STORED);
  if (isLanguage(stored)) return stored;
  for (const tag of navigator.languages) {
    const code = tag.slice(0, 2).toLowerCase();
    if (isLanguage(code)) return code;
  }
  return 'ru';
}

/** Catalogues of the application and of web-shared for one language. */
export type LoadCatalogues = (language: LanguageCode) => Promise<{ app: object; shared: object }>;

let load: LoadCatalogues | undefined;

async function ensure(language: LanguageCode): Promise<void> {
  if (!load || i18next.hasResourceBundle(language, 'app')) return;
  const { app, shared } = await load(language);
  i18next.addResourceBundle(language, 'app', app);
  i18next.addResourceBundle(language, 'shared', shared);
}

/**
 * Starts with one language; the others are fetched when asked for. Kyrgyz keeps the singular after numerals, so its
 * catalogue has bare keys without plural suffixes, which i18next falls back to (browsers have no Kyrgyz plural rules).
 */
export async function startI18n(loader: LoadCatalogues, language: LanguageCode = firstLanguage()): Promise<i18n> {
  load = loader;
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    ns: ['app', 'shared'],
    defaultNS: 'app',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  await ensure(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  return i18next;
}

export async function changeLanguage(language: LanguageCode): Promise<void> {
  await ensure(language);
  await i18next.changeLanguage(language);
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
}

export const currentLanguage = (): LanguageCode => (isLanguage(i18next.language) ? i18next.language : 'ru');

export type Words = TFunction;

/** The application's words in every language at once, for a screen that speaks all of them. */
export async function loadWords(): Promise<Record<LanguageCode, Words>> {
  await Promise.all(LANGUAGES.map(ensure));
  return Object.fromEntries(LANGUAGES.map((language) => [language, i18next.getFixedT(language, 'app')])) as Record<LanguageCode, Words>;
}
