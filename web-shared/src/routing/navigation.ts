import { useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { SearchText } from './searchParams';

/** The address of the page in plain text, with a way to go elsewhere. */
export const useSearchText = (): SearchText => useSearch({ strict: false }) as SearchText;
export const useParam = (name: string): string => (useParams({ strict: false }) as Record<string, string | undefined>)[name] ?? '';
export const usePath = (): string => useLocation({ select: (location) => location.pathname });

export interface Destination {
  to: string;
  search?: SearchText;
  hash?: string;
  replace?: boolean;
  /** Stay where the page is scrolled to. */
  keepScroll?: boolean;
}

export function useGo(): (destination: Destination) => Promise<void> {
  const navigate = useNavigate();
  return ({ to, search = {}, hash, replace, keepScroll }) =>
    navigate({ to, search, hash, replace, resetScroll: !keepScroll } as never);
}
