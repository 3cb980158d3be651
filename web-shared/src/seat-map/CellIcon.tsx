import type { CellKind } from './model';

/** Simple line drawings of what is on board besides seats. */
const PATHS: Partial<Record<CellKind, string>> = {
  DRIVER: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 7a2 2 0 1 0 0 4 2 2 0 0 0 0-4ZM3.4 10.5 10 11.6m4 0 6.6-1.1M12 14v6.8',
  GUIDE: 'M12 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7ZM5 20c.6-4 3.4-6 7-6s6.4 2 7 6',
  DOOR: 'M6 21V3h12v18M3 21h18M14.5 12h.01',
  TOILET: 'M8 3.5h.01M16 3.5h.01M8 7v14M6 13V8.5C6 7.5 6.8 7 8 7s2 .5 2 1.5V13M16 7l-2.5 8h5L16 7Zm-1 8v6m2-6v6',
  STAIRS: 'M4 20h4v-4h4v-4h4V8h4V4',
  LUGGAGE: 'M6 8h12v12H6zM9.5 8V4h5v4M10 12v4m4-4v4',
  TABLE: 'M3 8h18M6 8v11M18 8v11',
};

export function CellIcon({ kind }: { kind: CellKind }) {
  const path = PATHS[kind];
  if (!path) return null;
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" strokeLinejoin="round" aria-hidden>
      <path d={path} />
    </svg>
  );
}
