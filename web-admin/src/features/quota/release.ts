/** Units in which people say how long before departure, with their minutes. */
export const UNITS = { minutes: 1, hours: 60, days: 1440 } as const;
export type Unit = keyof typeof UNITS;

/** The largest unit that says it without a rest; hours where there is nothing to say yet. */
export function spoken(minutes: number | null | undefined): { release: number | ''; unit: Unit } {
  if (minutes === null || minutes === undefined) return { release: '', unit: 'hours' };
  const unit = (['days', 'hours'] as const).find((one) => minutes > 0 && minutes % UNITS[one] === 0) ?? 'minutes';
  return { release: minutes / UNITS[unit], unit };
}

/** What was typed, in minutes; nothing: never. */
export const inMinutes = (release: number | '', unit: Unit): number | null => (release === '' ? null : Math.round(release * UNITS[unit]));
