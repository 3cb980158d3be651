import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCountdown, Icon } from 'web-shared';
import css from './order.module.css';

interface HoldTimerProps {
  /** Instant when the seats are given back. */
  until: string;
  /** Milliseconds to add to the device's clock to get the server's. */
  clockSkew: number;
  onEnd: () => void;
}

const HURRY_SECONDS = 120;

/** How long the seats are kept, by the server's clock. Read aloud once a minute, not each second. */
export function HoldTimer({ until, clockSkew, onEnd }: HoldTimerProps) {
  const { t } = useTranslation();
  const left = () => (Date.parse(until) - (Date.now() + clockSkew)) / 1000;
  const [seconds, setSeconds] = useState(left);
  const ended = useRef(false);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });

  useEffect(() => {
    ended.current = false;
    const tick = () => {
      const rest = left();
      setSeconds(rest);
      if (rest <= 0 && !ended.current) {
        ended.current = true;
        end.current();
      }
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
    // `left` reads these two only.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [until, clockSkew]);

  const minutes = Math.max(0, Math.ceil(seconds / 60));
  return (
    <div className={css.timer} data-hurry={seconds < HURRY_SECONDS || undefined}>
      <Icon name="clock" />
      <span aria-hidden>
        {t('order.heldFor')} <strong>{formatCountdown(seconds)}</strong>
      </span>
      <span className={css.unseen} role="timer" aria-live="polite">
        {t('order.heldForMinutes', { count: minutes })}
      </span>
    </div>
  );
}
