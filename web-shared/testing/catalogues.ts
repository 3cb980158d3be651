import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

type Tree = { [key: string]: string | Tree };
const PLURAL = /_(zero|one|two|few|many|other)$/;

const flatten = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const path = prefix ? `${prefix}.${key}` : key;
    return typeof value === 'string' ? [[path, value]] : flatten(value, path);
  });

const blanks = (text: string): string => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).toSorted().join();

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'gql' || name === 'locales' ? [] : sources(path);
    return /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) ? [readFileSync(path, 'utf8')] : [];
  });
}

/** What is wrong between three catalogues and the code that uses them; nothing when all is well. */
export function catalogueProblems(folder: string): string[] {
  const problems: string[] = [];
  const all = Object.fromEntries(
    ['ru', 'ky', 'en'].map((language) => [language, flatten(JSON.parse(readFileSync(join(folder, `locales/${language}.json`), 'utf8')) as Tree)]),
  ) as Record<'ru' | 'ky' | 'en', [string, string][]>;
  const keys = (language: 'ru' | 'ky' | 'en') => new Set(all[language].map(([key]) => key.replace(PLURAL, '')));
  const forms = { ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] };

  for (const language of ['ky', 'en'] as const) {
    for (const key of keys('ru')) if (!keys(language).has(key)) problems.push(`${language} lacks ${key}`);
    for (const key of keys(language)) if (!keys('ru').has(key)) problems.push(`ru lacks ${key}`);
  }
  for (const language of ['ru', 'en'] as const) {
    const plural = new Set(all[language].filter(([key]) => PLURAL.test(key)).map(([key]) => key.replace(PLURAL, '')));
    for (const key of plural) {
      for (const form of forms[language]) if (!all[language].some(([one]) => one === `${key}_${form}`)) problems.push(`${language} lacks ${key}_${form}`);
    }
  }
  if (all.ky.some(([key]) => PLURAL.test(key))) problems.push('ky has no plural forms after numerals');
  for (const language of ['ky', 'en'] as const) {
    const russian = new Map(all.ru.map(([key, text]) => [key.replace(PLURAL, ''), blanks(text)]));
    for (const [key, text] of all[language]) {
      const expected = russian.get(key.replace(PLURAL, ''));
      if (expected !== undefined && expected !== blanks(text)) problems.push(`${language} ${key} fills in other values than ru`);
    }
  }
  const known = keys('ru');
  for (const text of sources(folder)) {
    for (const match of text.matchAll(/\bt\(\s*'([\w.]+)'(?!, \{ ns)/g)) {
      if (!known.has(match[1]!)) problems.push(`no words for ${match[1]}`);
    }
  }
  return problems;
}
