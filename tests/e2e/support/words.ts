import { readFileSync } from 'node:fs';

export type Language = 'ru' | 'ky' | 'en';
type Tree = { [key: string]: string | Tree };

const cache = new Map<string, Tree>();
function catalogue(app: 'web-public' | 'web-admin' | 'web-shared', language: Language): Tree {
  const key = `${app}/src/locales/${language}.json`;
  let tree = cache.get(key);
  if (!tree) {
    tree = JSON.parse(readFileSync(new URL(`../../../${key}`, import.meta.url), 'utf8')) as Tree;
    cache.set(key, tree);
  }
  return tree;
}

/** The interface's own words, so that a journey asks for what a person reads. `{{x}}` is filled in from `values`. */
export function words(app: 'web-public' | 'web-admin' | 'web-shared', language: Language) {
  const tree = catalogue(app, language);
  return (path: string, values: Record<string, string | number> = {}): string => {
    let node: string | Tree | undefined = tree;
    for (const part of path.split('.')) node = typeof node === 'object' ? node[part] : undefined;
    if (typeof node !== 'string') throw new Error(`${app} has no words for ${path} in ${language}`);
    return node.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

/** The part of a phrase before its first blank to fill in. */
export const beginning = (phrase: string): string => phrase.split('{{')[0]!.trim();
