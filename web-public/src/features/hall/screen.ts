import { useEffect, useState, type RefObject } from 'react';

/** The time, told so often. */
export function useNow(every: number): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}

/** How many rows fit into a list of equal ones; one until it is measured. */
export function useFit(list: RefObject<HTMLElement | null>): number {
  const [fit, setFit] = useState(1);
  useEffect(() => {
    const measure = () => {
      const row = list.current?.querySelector<HTMLElement>('[data-row]');
      if (row && list.current) setFit(Math.max(1, Math.floor((list.current.clientHeight + 1) / row.offsetHeight)));
    };
    measure();
    const observer = new ResizeObserver(measure);
    if (list.current) observer.observe(list.current);
    // The first rows may come after the list.
    const timer = setInterval(measure, 5_000);
    return () => {
      observer.disconnect();
      clearInterval(timer);
    };
  }, [list]);
  return fit;
}

/** Whether somebody has just moved a pointer: then there are controls, otherwise not even an arrow. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(false);
  useEffect(() => {
    let timer = 0;
    const wake = () => {
      setAwake(true);
      clearTimeout(timer);
      timer = window.setTimeout(() => setAwake(false), 4_000);
    };
    window.addEventListener('pointermove', wake);
    window.addEventListener('pointerdown', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
      window.removeEventListener('pointerdown', wake);
    };
  }, []);
  return awake;
}

/** Keeps the screen on, where the browser can; it lets go whenever the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let over = false;
    const take = async () => {
      if (document.visibilityState !== 'visible' || over) return;
      try {
        lock = await navigator.wakeLock?.request('screen');
        if (over) await lock?.release();
      } catch {
        // A screen that may not be kept on is set to stay on by its owner.
      }
    };
    void take();
    const again = () => void take();
    document.addEventListener('visibilitychange', again);
    return () => {
      over = true;
      document.removeEventListener('visibilitychange', again);
      void lock?.release();
    };
  }, []);
}

const HOUR_MS = 3_600_000;

/**
 * Once a night the page begins anew: it takes what was published meanwhile and gives back whatever memory the browser has
 * gathered. Only where the server has just answered, or the board would be gone until morning.
 */
export function useReloadAtNight(timeZone: string, answeredAt: number): void {
  const [began] = useState(Date.now);
  // Not all screens of a station in the same minute.
  const [minute] = useState(() => Math.floor(Math.random() * 60));
  useEffect(() => {
    const timer = setInterval(() => {
      const now = Date.now();
      const local = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' }).format(now);
      const due = local === `03:${String(minute).padStart(2, '0')}`;
      if (due && now - began > HOUR_MS && now - answeredAt < 120_000) location.reload();
    }, 20_000);
    return () => clearInterval(timer);
  }, [timeZone, minute, began, answeredAt]);
}
