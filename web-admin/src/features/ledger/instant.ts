/** The instant, in UTC, at which clocks of a zone show this: YYYY-MM-DDTHH:mm. */
export function instantOf(zone: string, local: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return null;
  const shown = Date.parse(`${new Date(asUtc).toLocaleString('sv-SE', { timeZone: zone }).replace(' ', 'T')}Z`);
  return new Date(asUtc - (shown - asUtc)).toISOString();
}

/** The last instant of the minute that they show. */
export const endOf = (zone: string, local: string): string | null => instantOf(zone, local)?.replace('00.000Z', '59.999999Z') ?? null;

/** What clocks of a zone show at an instant, as YYYY-MM-DDTHH:mm. */
export const localOf = (zone: string, at: Date): string => at.toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16).replace(' ', 'T');
