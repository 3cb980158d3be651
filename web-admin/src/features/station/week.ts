import type { OpeningLike } from 'web-shared';

/** What a station's door says of one weekday. */
export interface Day {
  open: boolean;
  allDay: boolean;
  /** HH:MM. */
  opens: string;
  closes: string;
}

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const WHOLE_DAY = 1440;

const two = (n: number) => String(n).padStart(2, '0');
const clockOf = (minutes: number) => `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
/** Minutes after midnight of «5:30», «0530» or «22»; what is no time is −1, which the server tells of. */
export function minutesOf(clock: string): number {
  const found = /^(\d{1,2})(?:\D?([0-5]\d))?$/.exec(clock.trim());
  const minutes = found ? Number(found[1]) * 60 + Number(found[2] ?? 0) : -1;
  return minutes > WHOLE_DAY ? -1 : minutes;
}

/** Seven days, as the form edits them; all of them closed stand for hours that are not known. */
export function weekOf(hours: readonly OpeningLike[]): Day[] {
  return WEEKDAYS.map((weekday) => {
    const found = hours.find((one) => one.weekday === weekday);
    const allDay = found?.opens === 0 && found.closes === WHOLE_DAY;
    return { open: found !== undefined, allDay, opens: found && !allDay ? clockOf(found.opens) : '06:00', closes: found && !allDay ? clockOf(found.closes) : '22:00' };
  });
}

/** As it is sent, each with its weekday; midnight ends a day as well as it begins one. */
export function hoursOf(week: Day[]): OpeningLike[] {
  return week.flatMap((day, index) => {
    if (!day.open) return [];
    if (day.allDay) return [{ weekday: index + 1, opens: 0, closes: WHOLE_DAY }];
    return [{ weekday: index + 1, opens: minutesOf(day.opens), closes: minutesOf(day.closes) || WHOLE_DAY }];
  });
}
