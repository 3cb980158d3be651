export interface Setting {
  name: string;
  value: string;
}

/** What is in an address and not of the list: its day, since tomorrow the view is of tomorrow, and the letter that is open. */
const NOT_KEPT = ['date', 'message'];

/** What a list's address holds. */
export const settingsOf = (search: Record<string, string | undefined>): Setting[] =>
  Object.entries(search)
    .flatMap(([name, value]) => (value && !NOT_KEPT.includes(name) ? [{ name, value }] : []))
    .toSorted((a, b) => a.name.localeCompare(b.name));

export const sameSettings = (one: readonly Setting[], other: readonly Setting[]): boolean =>
  one.length === other.length && one.every((setting) => other.some((its) => its.name === setting.name && its.value === setting.value));

/** The columns that are left out, by their places: `2.5`. */
export const hiddenColumns = (hide: string | undefined, count: number): number[] => [...new Set((hide ?? '').split('.').map(Number))].filter((index) => Number.isInteger(index) && index > 0 && index < count);
