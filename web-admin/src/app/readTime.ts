/** A time of day as people write it, `9:05`, `905` or `9.05`, as HH:MM. */
export function readTime(typed: string): string | null {
  const found = /^(\d{1,2})[:.\s]?(\d{2})$/.exec(typed.trim());
  if (!found || Number(found[1]) > 23 || Number(found[2]) > 59) return null;
  return `${found[1]!.padStart(2, '0')}:${found[2]}`;
}
