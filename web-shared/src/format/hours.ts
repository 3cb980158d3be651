/** When a station is open on a weekday (1 is Monday), in minutes after midnight of its own clock. */
export interface OpeningLike {
  weekday: number;
  opens: number;
  closes: number;
}

export interface OpeningSpan {
  /** First and last weekday. */
  from: number;
  to: number;
  /** Null: closed. */
  hours: { opens: number; closes: number } | null;
}

/** The week, neighbouring days with the same hours together; empty where nothing is known. */
export function openingSpans(openings: readonly OpeningLike[]): OpeningSpan[] {
  if (openings.length === 0) return [];
  const spans: OpeningSpan[] = [];
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const found = openings.find((one) => one.weekday === weekday);
    const hours = found ? { opens: found.opens, closes: found.closes } : null;
    const last = spans.at(-1);
    if (last && last.hours?.opens === hours?.opens && last.hours?.closes === hours?.closes) last.to = weekday;
    else spans.push({ from: weekday, to: weekday, hours });
  }
  return spans;
}

const two = (n: number) => String(n).padStart(2, '0');
/** Minutes after midnight as HH:MM; the end of a day is 24:00. */
export const clockOfMinutes = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
export const isAllDay = ({ opens, closes }: { opens: number; closes: number }): boolean => opens === 0 && closes === 1440;
