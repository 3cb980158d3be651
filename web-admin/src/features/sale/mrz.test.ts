import { expect, test } from 'vitest';
import { isPartOfMrz, readMrz } from './mrz';

const TODAY = '2026-12-01';

test('a passport of two lines and a card of three are read, with their check digits', () => {
  // The specimens of ICAO Doc 9303, parts 4 and 5.
  const passport = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
  expect(readMrz(passport, TODAY)).toEqual({ lastName: 'Eriksson', firstName: 'Anna Maria', number: 'L898902C3', birthDate: '1974-08-12', citizenship: 'UTO', passport: true });
  const card = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
  expect(readMrz(card, TODAY)).toEqual({ lastName: 'Eriksson', firstName: 'Anna Maria', number: 'D23145890', birthDate: '1974-08-12', citizenship: 'UTO', passport: false });
  // A scanner types no line ends, and small letters where the keyboard says so.
  expect(readMrz(card.replaceAll('\n', '').toLowerCase(), TODAY)?.number).toBe('D23145890');
});

test('a wrong digit, a year to come and other words are told apart', () => {
  const card = 'I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<';
  expect(readMrz(card.replace('D231458907', 'D231458917'), TODAY)).toBeNull();
  expect(readMrz(card.replace('7408122', '7408132'), TODAY)).toBeNull();
  // Two digits name the latest year in which one who travels can have been born.
  expect(readMrz(card.replace('7408122', '2612018'), TODAY)?.birthDate).toBe('2026-12-01');
  expect(readMrz(card.replace('7408122', '2612029'), TODAY)?.birthDate).toBe('1926-12-02');
  expect(readMrz('Асанова', TODAY)).toBeNull();
});

test('after a line of a document there are more to come, after a number there are not', () => {
  const first = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
  expect(isPartOfMrz(first)).toBe(true);
  expect(isPartOfMrz(`${first}L898902C36UTO7408122F1204159ZE184226B<<<<<10`)).toBe(false);
  const card = 'I<UTOD231458907<<<<<<<<<<<<<<<';
  expect(isPartOfMrz(card)).toBe(true);
  expect(isPartOfMrz(`${card}7408122F1204159UTO<<<<<<<<<<<6`)).toBe(true);
  for (const number of ['', 'ID1234567', 'AN1234567', 'P1234567']) expect(isPartOfMrz(number)).toBe(false);
});
