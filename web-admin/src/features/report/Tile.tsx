import type { ReactNode } from 'react';
import { GoLink } from 'web-shared/routing';
import css from './Today.module.css';

/** How often the numbers of the day are read again. */
export const REFRESH_MS = 60_000;

interface TileProps {
  label: string;
  to?: string;
  search?: Record<string, string | undefined>;
  tone?: 'bad';
  children: ReactNode;
}

/** A number, and the way to the list behind it. */
export function Tile({ label, to, search, tone, children }: TileProps) {
  const inside = (
    <>
      <strong>{children}</strong>
      <span>{label}</span>
    </>
  );
  return to ? (
    <GoLink to={to} search={search} className={css.tile} data-tone={tone}>
      {inside}
    </GoLink>
  ) : (
    <div className={css.tile} data-tone={tone}>
      {inside}
    </div>
  );
}
