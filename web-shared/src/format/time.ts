import dayjs from 'dayjs';
import 'dayjs/locale/ky';
import 'dayjs/locale/ru';

/** An instant with what the wall clock of its stop shows; `offsetMinutes` is east of UTC. */
export interface ZonedTimeLike {
  at: string;
  local: string;
  timeZone: string;
  offsetMinutes: number;
}

/** Hours and minutes on the stop's wall clock. */
export const clock = (time: Pick<ZonedTimeLike, 'local'>): string => time.local.slice(11, 16);

/** The local time so many minutes later, HH:MM. */
export const clockLater = (time: Pick<ZonedTimeLike, 'local'>, minutes: number): string => new Date(Date.parse(`${time.local.slice(0, 19)}Z`) + minutes * 60_000).toISOString().slice(11, 16);

/** The local calendar date, YYYY-MM-DD. */
export const localDate = (time: Pick<ZonedTimeLike, 'local'>): string => time.local.slice(0, 10);

/** Whole local days between two moments, each in its own zone: 1 for "next morning". */
export const dayShift = (from: Pick<ZonedTimeLike, 'local'>, to: Pick<ZonedTimeLike, 'local'>): number =>
  dayjs(localDate(to)).diff(dayjs(localDate(from)), 'day');

/** «UTC+5» where a stop's clock differs from that of the departure, otherwise null. */
export function zoneNote(time: Pick<ZonedTimeLike, 'offsetMinutes'>, departure: Pick<ZonedTimeLike, 'offsetMinutes'>): string | null {
  if (time.offsetMinutes === departure.offsetMinutes) return null;
  return utcOffset(time.offsetMinutes);
}

export function utcOffset(minutes: number): string {
  const sign = minutes < 0 ? '−' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${sign}${hours}${rest ? `:${String(rest).padStart(2, '0')}` : ''}`;
}

/** Kyrgyz has no case of its own for months in dayjs, and browsers know no Kyrgyz: dayjs formats for all three. */
const PATTERNS = {
  day: { ru: 'D MMMM', ky: 'D-MMMM', en: 'D MMMM' },
  dayShort: { ru: 'D MMM', ky: 'D-MMM', en: 'D MMM' },
  weekday: { ru: 'dd, D MMMM', ky: 'dd, D-MMMM', en: 'ddd, D MMMM' },
  weekdayShort: { ru: 'dd, D MMM', ky: 'dd, D-MMM', en: 'ddd, D MMM' },
  full: { ru: 'D MMMM YYYY', ky: 'YYYY-ж. D-MMMM', en: 'D MMMM YYYY' },
  moment: { ru: 'D MMM YYYY, HH:mm', ky: 'YYYY-ж. D-MMM, HH:mm', en: 'D MMM YYYY, HH:mm' },
  clock: { ru: 'HH:mm', ky: 'HH:mm', en: 'HH:mm' },
  weekdayName: { ru: 'dddd', ky: 'dddd', en: 'dddd' },
  weekdayBrief: { ru: 'dd', ky: 'dd', en: 'ddd' },
  month: { ru: 'MMMM YYYY', ky: 'MMMM YYYY', en: 'MMMM YYYY' },
} as const;
export type DatePattern = keyof typeof PATTERNS;

/** With its offset from UTC: the same moment everywhere, unlike what a wall clock shows. */
const INSTANT = /T.*(?:Z|[+-]\d{2}:?\d{2})$/;

/** What the clocks of a zone show at that moment. Swedish dates are written YYYY-MM-DD. */
export const localIn = (at: string, timeZone: string): string => new Date(at).toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');

/** `value`: a local date or date-time without offset, or an instant: then by the clocks of `timeZone`, or the viewer's own. */
export function formatDate(value: string, language: string, pattern: DatePattern, timeZone?: string): string {
  const key = language === 'ky' || language === 'en' ? language : 'ru';
  const local = timeZone && INSTANT.test(value) ? localIn(value, timeZone) : value;
  return dayjs(local).locale(key).format(PATTERNS[pattern][key]);
}

/** Whether the text is YYYY-MM-DD and there is such a day. */
export const isDay = (text: string): boolean => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

export const addDays = (date: string, days: number): string => dayjs(date).add(days, 'day').format('YYYY-MM-DD');

/** «05:07» or «1:05:07» of a countdown; never below zero. */
export function formatCountdown(seconds: number): string {
  const rest = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(rest / 3600), Math.floor((rest % 3600) / 60), rest % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}

/** Parses what a person types as DD.MM.YYYY; null when there is no such day. */
export function parseTypedDate(text: string): string | null {
  const match = /^(\d{1,2})\D(\d{1,2})\D(\d{4})$/.exec(text.trim());
  if (!match) return null;
  const [, day = '', month = '', year = ''] = match;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : null;
}

export const typedDate = (iso: string): string => iso.split('-').toReversed().join('.');
