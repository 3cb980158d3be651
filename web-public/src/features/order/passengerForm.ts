import { parseTypedDate, typedDate } from 'web-shared';
import type { DocumentKind, OrderPartsFragment, PassengerDataInput } from '../../gql/graphql';
import { documentProblem, isOfCitizensOnly, nameProblem } from './personRules';

/** What a person types about one passenger; the birth date as DD.MM.YYYY. */
export interface PersonForm {
  id: string;
  lastName: string;
  firstName: string;
  middleName: string;
  birthDate: string;
  citizenship: string;
  documentKind: DocumentKind;
  documentNumber: string;
  /** Pieces of baggage and extras by their codes. */
  ancillaries: Record<string, number>;
  save: boolean;
}
export interface PassengersForm {
  people: PersonForm[];
  email: string;
  phone: string;
  consent: boolean;
}

export const DOCUMENT_KINDS: DocumentKind[] = ['ID_CARD', 'PASSPORT', 'PIN', 'BIRTH_CERTIFICATE', 'FOREIGN_PASSPORT'];

const emptyPerson = (id: string, child: boolean): PersonForm => ({
  id,
  lastName: '',
  firstName: '',
  middleName: '',
  birthDate: '',
  citizenship: 'KG',
  documentKind: child ? 'BIRTH_CERTIFICATE' : 'ID_CARD',
  documentNumber: '',
  ancillaries: {},
  save: false,
});

const CHILD_MAX_AGE = 15;

/** The form of an order: the draft of this tab where there is one, otherwise what the server knows. */
export function initialForm(order: OrderPartsFragment, draft: PassengersForm | null, contact: { email?: string | null; phone?: string | null }): PassengersForm {
  return {
    people: order.passengers.map((passenger) => {
      const drafted = draft?.people.find((one) => one.id === passenger.id);
      if (drafted) return drafted;
      const blank = emptyPerson(passenger.id, (passenger.category.maxAge ?? 99) <= CHILD_MAX_AGE);
      return {
        ...blank,
        lastName: passenger.lastName ?? '',
        firstName: passenger.firstName ?? '',
        middleName: passenger.middleName ?? '',
        birthDate: passenger.birthDate ? typedDate(passenger.birthDate) : '',
        citizenship: passenger.citizenship ?? blank.citizenship,
        documentKind: passenger.documentKind ?? blank.documentKind,
      };
    }),
    email: draft?.email || order.email || contact.email || '',
    phone: draft?.phone || order.phone || contact.phone || '',
    consent: draft?.consent ?? false,
  };
}

/** Keys of messages by the path of the field; the values that a message needs stand beside. */
export type FieldProblems = Record<string, { key: string; values?: Record<string, unknown> }>;

export function ageOn(birthDate: string, day: string): number {
  const [by, bm, bd] = birthDate.split('-').map(Number) as [number, number, number];
  const [y, m, d] = day.split('-').map(Number) as [number, number, number];
  return y - by - (m < bm || (m === bm && d < bd) ? 1 : 0);
}

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());
export const isPhone = (text: string): boolean => /^\+?\d{9,15}$/.test(text.replace(/[\s()-]/g, ''));

/** A local number is a Kyrgyz one: 0700 123456 means +996700123456. */
export function tidyPhone(text: string): string {
  const digits = text.replace(/[\s()-]/g, '');
  if (digits.startsWith('+')) return digits;
  if (digits.startsWith('0') && digits.length === 10) return `+996${digits.slice(1)}`;
  return digits.startsWith('996') ? `+${digits}` : `+996${digits}`;
}

export function validate(form: PassengersForm, order: OrderPartsFragment): FieldProblems {
  const problems: FieldProblems = {};
  const travelDay = order.segments[0]?.from.departure.local.slice(0, 10) ?? order.createdAt.slice(0, 10);
  form.people.forEach((person, index) => {
    const at = (field: string) => `people.${index}.${field}`;
    const category = order.passengers.find((one) => one.id === person.id)?.category;
    for (const field of ['lastName', 'firstName', 'middleName'] as const) {
      const problem = nameProblem(person[field], field !== 'middleName');
      if (problem) problems[at(field)] = { key: `field.${problem}` };
    }
    const born = parseTypedDate(person.birthDate);
    if (!born || born < '1900-01-01' || born > travelDay) {
      problems[at('birthDate')] = { key: 'field.birthDate' };
    } else if (category) {
      const age = ageOn(born, travelDay);
      if ((category.minAge != null && age < category.minAge) || (category.maxAge != null && age > category.maxAge)) {
        problems[at('birthDate')] = { key: 'field.age', values: { category: category.name } };
      }
    }
    if (person.citizenship !== 'KG' && isOfCitizensOnly(person.documentKind)) problems[at('documentKind')] = { key: 'field.otherCountry' };
    const problem = documentProblem(person.documentKind, person.documentNumber, born);
    if (problem) problems[at('documentNumber')] = { key: `field.${problem}` };
  });
  if (!isEmail(form.email)) problems.email = { key: 'field.email' };
  if (!isPhone(form.phone)) problems.phone = { key: 'field.phone' };
  if (!form.consent) problems.consent = { key: 'field.consent' };
  return problems;
}

export const toInput = (form: PassengersForm): PassengerDataInput[] =>
  form.people.map((person) => ({
    id: person.id,
    lastName: person.lastName.trim(),
    firstName: person.firstName.trim(),
    middleName: person.middleName.trim() || null,
    birthDate: parseTypedDate(person.birthDate) ?? '',
    citizenship: person.citizenship,
    documentKind: person.documentKind,
    documentNumber: person.documentNumber.replace(/\s/g, '').toUpperCase(),
    ancillaries: Object.entries(person.ancillaries)
      .filter(([, count]) => count > 0)
      .map(([code, count]) => ({ code, count })),
    save: person.save,
  }));

/** The server's path of a field, such as `passengers.0.documentNumber`, as the form's. */
export const formPath = (path: string): string => path.replace(/^input\./, '').replace(/^passengers[.[](\d+)\]?/, 'people.$1');

const draftKey = (number: string) => `beket.draft.${number}`;

export function readDraft(number: string): PassengersForm | null {
  try {
    return JSON.parse(sessionStorage.getItem(draftKey(number)) ?? 'null') as PassengersForm | null;
  } catch {
    return null;
  }
}
export const writeDraft = (number: string, form: PassengersForm): void => sessionStorage.setItem(draftKey(number), JSON.stringify(form));
export const forgetDraft = (number: string): void => sessionStorage.removeItem(draftKey(number));
