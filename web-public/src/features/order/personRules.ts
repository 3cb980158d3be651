import type { DocumentKind } from '../../gql/graphql';

/** What the server will say about a name or a number, said at the field; the server has the last word. */
const MAX_NAME = 60;
const NAME = /^[\p{Alphabetic} \-'’.]*$/u;

export type NameProblem = 'required' | 'name' | 'tooLong';

/** Letters of any script, spaces, hyphens, apostrophes and points. */
export function nameProblem(text: string, required = true): NameProblem | null {
  const name = text.trim().replaceAll(/\s+/g, ' ');
  if (!name) return required ? 'required' : null;
  if ([...name].length > MAX_NAME) return 'tooLong';
  return NAME.test(name) && /\p{Alphabetic}/u.test(name) ? null : 'name';
}

export type DocumentProblem = 'required' | `documentForm.${DocumentKind}` | 'pinOtherBirthDate';

/** Cyrillic letters that are typed for the Latin ones they look like. */
const LATIN: Record<string, string> = { А: 'A', В: 'B', С: 'C', Е: 'E', Н: 'H', І: 'I', К: 'K', М: 'M', О: 'O', Р: 'P', Т: 'T', У: 'Y', Х: 'X' };

const digits = (number: string): number => number.replaceAll(/\D/g, '').length;
const FORMS: Record<DocumentKind, (number: string) => boolean> = {
  PASSPORT: (number) => /^[A-Z]{2}\d{7}$/.test(number),
  ID_CARD: (number) => /^ID\d{7}$/.test(number),
  PIN: (number) => /^[12]\d{13}$/.test(number),
  BIRTH_CERTIFICATE: (number) => [...number].length >= 5 && [...number].length <= 20 && digits(number) >= 4,
  FOREIGN_PASSPORT: (number) => /^[A-Z\d]{5,15}$/.test(number) && digits(number) >= 3,
};

/** `born` is YYYY-MM-DD, or null while it is not known: a personal number names the same day. */
export function documentProblem(kind: DocumentKind, text: string, born: string | null): DocumentProblem | null {
  const plain = text.replaceAll(/[^\p{Alphabetic}\p{Number}]/gu, '').toUpperCase();
  const number = kind === 'BIRTH_CERTIFICATE' ? plain : [...plain].map((letter) => LATIN[letter] ?? letter).join('');
  if (!number) return 'required';
  if (!FORMS[kind](number)) return `documentForm.${kind}`;
  if (kind === 'PIN' && born && number.slice(1, 9) !== born.split('-').toReversed().join('')) return 'pinOtherBirthDate';
  return null;
}

/** Documents that Kyrgyzstan gives to its own citizens only. */
export const isOfCitizensOnly = (kind: DocumentKind): boolean => kind === 'PASSPORT' || kind === 'ID_CARD' || kind === 'PIN';
