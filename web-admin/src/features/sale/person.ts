import { parseTypedDate, typedDate } from 'web-shared';
import type { DocumentKind, PassengerDataInput } from '../../gql/graphql';
import { readMrz } from './mrz';

/** What a cashier types of one passenger; the birth date as DD.MM.YYYY. */
export interface Person {
  id: string;
  documentKind: DocumentKind;
  documentNumber: string;
  lastName: string;
  firstName: string;
  birthDate: string;
  citizenship: string;
  /** Pieces of baggage and extras by their codes. */
  ancillaries: Record<string, number>;
}

export const DOCUMENT_KINDS: DocumentKind[] = ['ID_CARD', 'PASSPORT', 'PIN', 'BIRTH_CERTIFICATE', 'FOREIGN_PASSPORT'];

export const emptyPerson = (id: string): Person => ({ id, documentKind: 'ID_CARD', documentNumber: '', lastName: '', firstName: '', birthDate: '', citizenship: 'KG', ancillaries: {} });

/** Countries whose people buy here most, as their documents write them. */
const COUNTRIES: Record<string, string> = { KGZ: 'KG', KAZ: 'KZ', UZB: 'UZ', TJK: 'TJ', RUS: 'RU', CHN: 'CN', TUR: 'TR', D: 'DE', DEU: 'DE', USA: 'US', KOR: 'KR', IND: 'IN', PAK: 'PK', TKM: 'TM', BLR: 'BY', UKR: 'UA', GBR: 'GB', FRA: 'FR', JPN: 'JP' };

/** A personal number begins with the sex and the day of birth. */
const dayInPin = (number: string): string | null => {
  const found = /^[12](\d{2})(\d{2})(\d{4})\d{5}$/.exec(number);
  return found ? `${found[1]}.${found[2]}.${found[3]}` : null;
};

/** Whatever was typed for a document's number, by hand or by a scanner, with all that it tells of its owner. */
export function withDocument(person: Person, typed: string, today: string): Person {
  const scanned = readMrz(typed, today);
  if (scanned) {
    const citizenship = COUNTRIES[scanned.citizenship] ?? person.citizenship;
    const ours = citizenship === 'KG';
    return {
      ...person,
      lastName: scanned.lastName,
      firstName: scanned.firstName,
      documentNumber: scanned.number,
      documentKind: !ours ? 'FOREIGN_PASSPORT' : scanned.passport ? 'PASSPORT' : 'ID_CARD',
      birthDate: typedDate(scanned.birthDate),
      citizenship,
    };
  }
  const plain = typed.replaceAll(/\s/g, '').toUpperCase();
  const born = dayInPin(plain);
  if (born) return { ...person, documentNumber: typed, documentKind: 'PIN', birthDate: born };
  if (/^ID\d{7}$/.test(plain)) return { ...person, documentNumber: typed, documentKind: 'ID_CARD' };
  return { ...person, documentNumber: typed };
}

/** `1.2.1990` and `01021990` are days too. */
export function tidyDay(typed: string): string {
  const digits = typed.replaceAll(/\D/g, '');
  if (digits.length === 8 && digits.length === typed.trim().length) return `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4)}`;
  return typed;
}

export const toInput = (person: Person): PassengerDataInput => ({
  id: person.id,
  lastName: person.lastName.trim(),
  firstName: person.firstName.trim(),
  middleName: null,
  birthDate: parseTypedDate(person.birthDate) ?? '',
  citizenship: person.citizenship,
  documentKind: person.documentKind,
  documentNumber: person.documentNumber.replaceAll(/\s/g, '').toUpperCase(),
  ancillaries: Object.entries(person.ancillaries)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, count })),
});
