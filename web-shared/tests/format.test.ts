import { describe, expect, test } from 'vitest';
import { addDays, clock, dayShift, formatCountdown, formatDate, formatMoney, formatNumber, isDay, parseTypedDate, stopName, sumMoney, timesMoney, utcOffset, zoneNote } from '../src';

const som = (amount: string) => ({ amount, currency: 'KGS' });

describe('money', () => {
  test('som are grouped as in Russian in every language, the currency behind', () => {
    expect(formatMoney(som('1234.00'), 'ru')).toBe('1\u00a0234\u00a0сом');
    expect(formatMoney(som('1234.50'), 'ky')).toBe('1\u00a0234,50\u00a0сом');
    expect(formatMoney(som('-12.00'), 'en')).toBe('−12\u00a0som');
  });
  test('other currencies keep their signs', () => {
    expect(formatMoney({ amount: '5000.00', currency: 'KZT' }, 'ru')).toBe('5000\u00a0₸'.replace('5000', '5\u00a0000'));
    expect(formatMoney({ amount: '1.00', currency: 'CHF' }, 'ru')).toBe('1\u00a0CHF');
  });
  test('shares have the comma of their language', () => {
    expect(formatNumber(1.5, 'ru')).toBe('1,5');
    expect(formatNumber(-0.75, 'ky')).toBe('−0,75');
    expect(formatNumber(10, 'en')).toBe('10');
  });
  test('sums do not lose a tyiyn, and currencies are not mixed', () => {
    expect(sumMoney([som('0.10'), som('0.20')])).toEqual(som('0.30'));
    expect(sumMoney([som('1.00'), { amount: '1.00', currency: 'USD' }])).toBeNull();
    expect(timesMoney(som('600.00'), 0.5)).toEqual(som('300.00'));
  });
});

describe('time', () => {
  const bishkek = { at: '2026-11-21T02:00:00Z', local: '2026-11-21T08:00:00', timeZone: 'Asia/Bishkek', offsetMinutes: 360 };
  const almaty = { at: '2026-11-21T07:00:00Z', local: '2026-11-21T12:00:00', timeZone: 'Asia/Almaty', offsetMinutes: 300 };
  const nextMorning = { at: '2026-11-22T01:00:00Z', local: '2026-11-22T07:00:00', timeZone: 'Asia/Bishkek', offsetMinutes: 360 };

  test('each stop shows its own wall clock, and the zone where it differs', () => {
    expect(clock(almaty)).toBe('12:00');
    expect(zoneNote(almaty, bishkek)).toBe('UTC+5');
    expect(zoneNote(nextMorning, bishkek)).toBeNull();
    expect(utcOffset(330)).toBe('UTC+5:30');
  });
  test('arrival on another day is counted in local days', () => {
    expect(dayShift(bishkek, nextMorning)).toBe(1);
    expect(dayShift(bishkek, almaty)).toBe(0);
  });
  test('dates in three languages', () => {
    expect(formatDate('2026-11-21', 'ru', 'weekday')).toBe('сб, 21 ноября');
    expect(formatDate('2026-11-21', 'ky', 'full')).toBe('2026-ж. 21-ноябрь');
    expect(formatDate('2026-11-21', 'en', 'weekday')).toBe('Sat, 21 November');
  });
  test('a moment is told by the clock that is asked for, a wall clock by its own', () => {
    expect(formatDate('2026-12-31T18:00:00Z', 'en', 'moment', 'Asia/Bishkek')).toBe('1 Jan 2027, 00:00');
    expect(formatDate('2026-12-31T18:00:00.123+00:00', 'en', 'moment', 'Asia/Bishkek')).toBe('1 Jan 2027, 00:00');
    expect(formatDate('2026-12-31T18:00:00', 'en', 'moment', 'Asia/Bishkek')).toBe('31 Dec 2026, 18:00');
    expect(formatDate('2026-12-31', 'en', 'full', 'Asia/Bishkek')).toBe('31 December 2026');
  });
  test('a typed birth date must exist', () => {
    expect(parseTypedDate('07.03.1990')).toBe('1990-03-07');
    expect(parseTypedDate('29.02.2024')).toBe('2024-02-29');
    expect(parseTypedDate('29.02.2023')).toBeNull();
    expect(parseTypedDate('1.1.90')).toBeNull();
  });
  test('a day of an address must exist', () => {
    expect(isDay('2024-02-29')).toBe(true);
    for (const text of ['2026-99-99', '2026-02-29', '2026-2-1', 'tomorrow', '2026-12-01T00:00']) expect(isDay(text)).toBe(false);
  });
  test('days cross months, countdowns stop at zero', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(formatCountdown(899.4)).toBe('14:59');
    expect(formatCountdown(3661)).toBe('1:01:01');
    expect(formatCountdown(-5)).toBe('00:00');
  });
});

test('a platform goes by the name of its station', () => {
  expect(stopName({ name: 'Ош, перрон 2', station: { name: 'Ош' } })).toBe('Ош');
  expect(stopName({ name: 'Тамчы', station: null })).toBe('Тамчы');
});
