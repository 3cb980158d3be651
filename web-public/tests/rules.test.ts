import { describe, expect, test } from 'vitest';
import { deviceName } from '../src/features/account/deviceName';
import { readFilter, toFilterInput } from '../src/features/journey/filter';
import { readParty, readRides, readWish, writeParty, writeRides, writeWish } from '../src/features/journey/wish';
import { attemptKey, forgetAttempt } from '../src/features/order/attempt';
import { deviceOrders, forgetOrder, rememberOrder, secretOf } from '../src/features/order/deviceOrders';
import { ageOn, formPath, isEmail, isPhone, tidyPhone } from '../src/features/order/passengerForm';
import { documentProblem, nameProblem } from '../src/features/order/personRules';
import { withDots } from '../src/features/order/PersonFields';
import { toggleSeat } from '../src/features/seat/seatChoice';

describe('addresses', () => {
  test('a search is written and read back', () => {
    const wish = { from: 'a_1', to: 'b-2', date: '2026-12-01', back: '2026-12-05', party: [{ category: 'ADULT', count: 2 }] };
    expect(readWish(writeWish(wish) as Record<string, string>)).toEqual(wish);
  });
  test('nonsense is not a search', () => {
    expect(readWish({ from: 'a', to: 'b', date: 'tomorrow' })).toBeNull();
    expect(readWish({ from: 'a', date: '2026-12-01' })).toBeNull();
    expect(readWish({ from: 'a', to: 'b', date: '2026-99-99' })).toBeNull();
    expect(readWish({ from: 'a', to: 'b', date: '2026-02-29' })).toBeNull();
    expect(readWish({ from: 'a', to: 'b', date: '2026-12-05', back: '2026-12-01' })?.back).toBeNull();
    expect(readParty('ADULT:99,CHILD:x,INFANT:1')).toEqual([{ category: 'INFANT', count: 1 }]);
    expect(writeParty([{ category: 'ADULT', count: 0 }])).toBe('');
  });
  test('rides keep their stops', () => {
    const rides = [{ tripId: 'AxY_-z', from: 0, to: 3 }, { tripId: 'B', from: 2, to: 5 }];
    expect(readRides(writeRides(rides))).toEqual(rides);
    expect(readRides('broken')).toEqual([]);
    expect(readRides('A~0~1,broken')).toEqual([]);
    expect(readRides('A~x~1')).toEqual([]);
    expect(readRides('A~3~1')).toEqual([]);
  });
  test('filters become what the server takes', () => {
    const filter = readFilter({ sort: 'PRICE', part: 'morning', free: '1', carriers: 'a,b' });
    expect(filter.active).toBe(true);
    expect(toFilterInput(filter)).toMatchObject({ carriers: ['a', 'b'], onlyAvailable: true, departAfter: '06:00', departBefore: '11:59' });
    expect(readFilter({ sort: 'constructor', part: 'noon' })).toMatchObject({ sort: 'DEPARTURE', part: null, active: false });
  });
});

describe('idempotency keys', () => {
  test('one attempt with one input has one key, until its answer has come', () => {
    const first = attemptKey('hold', { seats: ['1'] });
    expect(attemptKey('hold', { seats: ['1'] })).toBe(first);
    expect(attemptKey('hold', { seats: ['2'] })).not.toBe(first);
    const second = attemptKey('hold', { seats: ['2'] });
    forgetAttempt('hold');
    expect(attemptKey('hold', { seats: ['2'] })).not.toBe(second);
  });
});

describe('orders of this device', () => {
  test('the secret comes from the link or from memory', () => {
    rememberOrder({ number: 'BK-1', secret: 's1' });
    expect(secretOf('BK-1')).toBe('s1');
    const fresh = 'Ab_cdefghij-klmnop0123';
    location.hash = `#${fresh}`;
    expect(secretOf('BK-2')).toBe(fresh);
    // A skip link, and links that a mail program has cut or spoilt.
    for (const hash of ['', '#main', '#Ab_cdefghij', '#%E0%A4%A']) {
      location.hash = hash;
      expect(secretOf('BK-2')).toBe(fresh);
    }
    location.hash = '';
    forgetOrder('BK-1');
    expect(deviceOrders().map((one) => one.number)).toEqual(['BK-2']);
  });
});

describe('forms', () => {
  test('contacts', () => {
    expect(isEmail('a@b.kg')).toBe(true);
    expect(isEmail('a@b')).toBe(false);
    expect(isPhone('0700 123-456')).toBe(true);
    expect(isPhone('123')).toBe(false);
    expect(tidyPhone('0700 123456')).toBe('+996700123456');
    expect(tidyPhone('996 700 123456')).toBe('+996700123456');
    expect(tidyPhone('+7 900 1234567')).toBe('+79001234567');
  });
  test('age is completed years on the day of travel', () => {
    expect(ageOn('2014-11-21', '2026-11-20')).toBe(11);
    expect(ageOn('2014-11-20', '2026-11-20')).toBe(12);
  });
  test('a date gets its dots while one types, and can be rubbed out', () => {
    expect(withDots('07031990')).toBe('07.03.1990');
    expect(withDots('07.0')).toBe('07.0');
    expect(withDots('07.')).toBe('07');
  });
  test("the server's paths lead to the form's fields", () => {
    expect(formPath('passengers.1.documentNumber')).toBe('people.1.documentNumber');
    expect(formPath('input.passengers[0].birthDate')).toBe('people.0.birthDate');
    expect(formPath('email')).toBe('email');
  });
  test('one seat more than passengers replaces the earliest', () => {
    const choice = ['1', '2', '3'].reduce<string[]>((was, label) => toggleSeat(was, label, 2), []);
    expect(choice).toEqual(['2', '3']);
    expect(toggleSeat(choice, '2', 2)).toEqual(['3']);
  });
  test('names are letters, as the server has it', () => {
    for (const name of ['Айгүл', "O'Брайен", 'Мария-Луиза', 'Abdülkadir Jr.', '  Ли  ']) expect(nameProblem(name)).toBeNull();
    for (const name of ['123', '!!', 'Анна2', '-', 'a@b']) expect(nameProblem(name)).toBe('name');
    expect(nameProblem(' ')).toBe('required');
    expect(nameProblem('', false)).toBeNull();
    expect(nameProblem('а'.repeat(61))).toBe('tooLong');
  });
  test('documents have the form of their kind, as the server has it', () => {
    expect(documentProblem('ID_CARD', 'id 1234567', null)).toBeNull();
    expect(documentProblem('ID_CARD', 'AN1234567', null)).toBe('documentForm.ID_CARD');
    // Cyrillic letters that look like Latin ones.
    expect(documentProblem('PASSPORT', 'АС1234567', null)).toBeNull();
    expect(documentProblem('PIN', '10703199012345', '1990-03-07')).toBeNull();
    expect(documentProblem('PIN', '10703199012345', '1990-03-08')).toBe('pinOtherBirthDate');
    expect(documentProblem('BIRTH_CERTIFICATE', 'KR-X 123456', null)).toBeNull();
    expect(documentProblem('FOREIGN_PASSPORT', 'ЫЫ-неверно', null)).toBe('documentForm.FOREIGN_PASSPORT');
    expect(documentProblem('PASSPORT', ' - ', null)).toBe('required');
  });
});

describe('devices', () => {
  test('go by the names people know', () => {
    expect(deviceName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36')).toBe('Chrome, Linux');
    expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1')).toBe('Safari, iOS');
    expect(deviceName('Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36')).toBe('Samsung Internet, Android');
    expect(deviceName('curl/8')).toBeNull();
    expect(deviceName(null)).toBeNull();
  });
});
