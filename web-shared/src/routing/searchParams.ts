/** Query strings of plain text values: `?from=…&date=2026-11-20`, without the router's JSON quoting. */
export type SearchText = Record<string, string | undefined>;

export const parseSearch = (text: string): SearchText => Object.fromEntries(new URLSearchParams(text));

export function stringifySearch(search: Record<string, unknown>): string {
  const pairs = Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '');
  const text = new URLSearchParams(pairs).toString();
  return text ? `?${text}` : '';
}

export const readSearch = (search: Record<string, unknown>): SearchText =>
  Object.fromEntries(Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
