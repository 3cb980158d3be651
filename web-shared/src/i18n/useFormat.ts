import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { clockOfMinutes, isAllDay, openingSpans, type OpeningLike } from '../format/hours';
import { formatMoney, formatNumber, type MoneyLike } from '../format/money';
import { formatDate, type DatePattern } from '../format/time';

/** A Monday, so that the n-th day of that month is the n-th of its week. */
const weekdayDate = (weekday: number) => `2024-01-0${weekday}`;

/** By whose clocks moments are told, where it is not the viewer's own: an office tells them all by its station's. */
export const TimeZoneContext = createContext<string | undefined>(undefined);

/** Formatting in the language that is on now. */
export function useFormat() {
  const { t, i18n } = useTranslation('shared');
  const language = i18n.language;
  const timeZone = useContext(TimeZoneContext);
  return useMemo(
    () => ({
      language,
      money: (money: MoneyLike) => formatMoney(money, language),
      /** As the server sends a share, `1.50`, or counted. */
      number: (value: string | number) => formatNumber(Number(value), language),
      date: (value: string, pattern: DatePattern) => formatDate(value, language, pattern, timeZone),
      /** Of 1, Monday, to 7. */
      weekday: (weekday: number) => formatDate(weekdayDate(weekday), language, 'weekdayName'),
      weekdayBrief: (weekday: number) => formatDate(weekdayDate(weekday), language, 'weekdayBrief'),
      /** The week of a station, a line for each run of like days. */
      openings: (openings: readonly OpeningLike[]) =>
        openingSpans(openings).map(({ from, to, hours }) => {
          const brief = (weekday: number) => formatDate(weekdayDate(weekday), language, 'weekdayBrief');
          const days = to - from === 6 ? t('hours.daily') : from === to ? brief(from) : `${brief(from)}–${brief(to)}`;
          const when = hours === null ? t('hours.closed') : isAllDay(hours) ? t('hours.allDay') : `${clockOfMinutes(hours.opens)}–${clockOfMinutes(hours.closes)}`;
          return `${days} ${when}`;
        }),
      /** Whole minutes as «5 ч 20 мин». */
      duration: (minutes: number) => {
        const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
        if (hours === 0) return t('duration.minutes', { minutes: rest });
        return rest === 0 ? t('duration.hours', { hours }) : t('duration.both', { hours, minutes: rest });
      },
    }),
    [language, t, timeZone],
  );
}
