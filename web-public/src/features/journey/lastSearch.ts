import type { ChosenPlace } from '../place/PlaceField';

const KEY = 'beket.lastSearch';
export interface LastSearch {
  from: ChosenPlace;
  to: ChosenPlace;
}

export const rememberSearch = (places: LastSearch): void => localStorage.setItem(KEY, JSON.stringify(places));

export function readLastSearch(): LastSearch | null {
  try {
    const value = JSON.parse(localStorage.getItem(KEY) ?? 'null') as LastSearch | null;
    return value?.from.id && value.to.id ? value : null;
  } catch {
    return null;
  }
}
