import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';
import type { SearchText } from './searchParams';

interface GoLinkProps extends Omit<ComponentProps<'a'>, 'href'> {
  to: string;
  search?: SearchText;
  hash?: string;
  /** The page stays where it is scrolled to: only a part of it becomes another. */
  keepScroll?: boolean;
  children: ReactNode;
}

/** A link within the site; `aria-current` is set on the page it leads to, with the search where it has one. */
export function GoLink({ to, search, hash, keepScroll, ...rest }: GoLinkProps) {
  // Addresses are plain text here, so the router's inference over all routes has nothing to add.
  const target = { to, search: search ?? {}, hash, resetScroll: !keepScroll } as unknown as LinkProps;
  return <Link {...target} activeOptions={{ exact: true, includeSearch: search !== undefined }} {...rest} />;
}
