/** Line icons of one weight, drawn on a 24-unit square. */
const PATHS = {
  globe: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm-9 9h18M12 3c2.5 2.6 3.7 5.6 3.7 9S14.500 18.400 12 21c-2.500-2.600-3.700-5.600-3.700-9S9.500 5.600 12 3Z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2.500v2m0 15v2m9.500-9.500h-2m-15 0h-2m16.200-6.700-1.400 1.400M6.700 17.300l-1.400 1.400m0-13.400 1.400 1.400m10.600 10.600 1.400 1.400',
  moon: 'M20 14.500A8.500 8.500 0 0 1 9.500 4a8.500 8.500 0 1 0 10.500 10.500Z',
  check: 'm5 12.500 4.500 4.500L19 7.500',
  swap: 'M7 4v15m0 0-3.500-3.500M7 19l3.500-3.500M17 20V5m0 0-3.500 3.500M17 5l3.500 3.500',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8.500 3.500V7m7-3.500V7',
  people: 'M9 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7ZM2.500 20c.4-3.800 3-5.700 6.500-5.700s6.100 1.900 6.500 5.700M16 5.200a3.300 3.300 0 0 1 0 6.600m2 3c2.100.7 3.300 2.400 3.500 5.200',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.500 20.500c.6-4.200 3.500-6.200 7.500-6.200s6.900 2 7.500 6.200',
  pin: 'M12 21s7-6.300 7-11.500A7 7 0 0 0 5 9.500C5 14.700 12 21 12 21Zm0-14a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5Z',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14Zm5.200 12.200L21 21',
  left: 'm14.500 5-7 7 7 7',
  right: 'm9.500 5 7 7-7 7',
  down: 'm5 9 7 7 7-7',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  bus: 'M5 17V6.500C5 5 6 4 7.500 4h9C18 4 19 5 19 6.500V17ZM5 12h14M7 17v2.500M17 17v2.500M8.500 14.500h.01m6.990 0h.01',
  train: 'M6 4h12v13H6zM6 11h12M12 4v7M9 14h.01M15 14h.01M8 17l-2.500 3.500M16 17l2.500 3.500',
  chart: 'M4 20h16M6.500 17v-5m5.500 5V6m5.500 11v-8',
  seat: 'M8 4v8h8l1.500 5H6L4.500 5.500M7 17v3m9-3v3',
  undo: 'M9 5 4.500 9.500 9 14M5 9.500h9a5 5 0 0 1 0 10h-3',
  redo: 'm15 5 4.500 4.500L15 14M19 9.500h-9a5 5 0 0 0 0 10h3',
  clock: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17ZM12 8v4.500l3 2',
  ticket: 'M4 6h16v4a2 2 0 0 0 0 4v4H4v-4a2 2 0 0 0 0-4ZM14 6v2m0 3v2m0 3v2',
  filter: 'M4 6h16M7 12h10M10 18h4',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  download: 'M12 4v11m0 0-4.500-4.500M12 15l4.500-4.500M4.500 20h15',
  mail: 'M3.500 6h17v12.500h-17zM4 7l8 6.500L20 7',
  info: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17ZM12 11v5.500M12 7.800h.01',
  board: 'M3.500 5h17v11h-17zM7 9h5m-5 3.500h8M12 16v4m-4 0h8',
  list: 'M8.500 6.500H20M8.500 12H20M8.500 17.500H20M4.500 6.500h.01M4.500 12h.01M4.500 17.500h.01',
  gear: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Zm0-5.500v3m0 11v3m8.500-8.500h-3m-11 0h-3m14.500-6-2.100 2.100M8.100 15.900 6 18m12 0-2.100-2.100M8.100 8.100 6 6',
  out: 'M14 4H5v16h9M10 12h11m0 0-4-4m4 4-4 4',
  wifi: 'M4 9.500c5-4.500 11-4.500 16 0M7 13c3.200-2.800 6.800-2.800 10 0m-5 4h.01',
  plug: 'M9 3v5m6-5v5M6 8h12v3a6 6 0 0 1-12 0Zm6 9v4',
  snow: 'M12 3v18M4.200 7.500l15.600 9m0-9-15.600 9',
  toilet: 'M8 3.500h.01M16 3.500h.01M8 7v14M6 13V8.500C6 7.500 6.800 7 8 7s2 .500 2 1.500V13M16 7l-2.500 8h5L16 7Zm-1 8v6m2-6v6',
  building: 'M5 21V4h9v17M14 9h5v12M8 8h3m-3 4h3m-3 4h3M3 21h18',
  van: 'M3 16V7.500C3 6.500 3.800 6 4.700 6h9.800l4.300 5H21v5h-2M3 16h2m4.500 0h5M7.200 13.800a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400Zm9.600 0a2.200 2.200 0 1 0 0 4.400 2.200 2.200 0 0 0 0-4.400ZM14.500 6v5h4',
  wheel: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17Zm0 6a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5ZM4 10.500l5.600 1m10.400-1-5.600 1M12 14.500V20',
  barrier: 'M3 8h18v5H3zM6.500 13v7m11-7v7M7 8l-3 5m8-5-3 5m8-5-3 5',
  phone: 'M6 3.500h3.500l2 5L9 10.200a11.500 11.500 0 0 0 4.800 4.800l1.700-2.500 5 2V18a2.500 2.500 0 0 1-2.500 2.500A14.500 14.500 0 0 1 3.500 6 2.500 2.500 0 0 1 6 3.500Z',
  paper: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" aria-hidden focusable="false" style={{ flex: 'none' }}>
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The mark of Beket: a tunduk, the crown of a yurt, with a road through it. */
export function Mark({ size = 34 }: { size?: number }) {
  return (
    <svg viewBox="0 0 40 40" width={size} height={size} aria-hidden focusable="false">
      <circle cx="20" cy="20" r="18" fill="var(--bk-accent)" />
      <circle cx="20" cy="20" r="13.500" fill="none" stroke="var(--bk-accent-ink)" strokeWidth="2.200" />
      <path d="M8 15.500c7 3.500 17 3.500 24 0M7 20c8 3 18 3 26 0M8 24.500c7 3 17 3 24 0M15.500 8c3.500 7 3.500 17 0 24M20 7c3 8 3 18 0 26M24.500 8c3 7 3 17 0 24" fill="none" stroke="var(--bk-accent-ink)" strokeWidth="1.500" strokeLinecap="round" />
    </svg>
  );
}
