import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import type { SearchJourneysQuery } from '../../gql/graphql';
import css from './SearchPage.module.css';

interface DayStripProps {
  days: SearchJourneysQuery['searchJourneys']['days'];
  current: string;
  /** Days before it cannot be chosen: one does not return before leaving. */
  earliest?: string;
  onChoose: (date: string) => void;
}

/** The neighbouring days with the least price of each. */
export function DayStrip({ days, current, earliest, onChoose }: DayStripProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const strip = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = strip.current?.querySelector<HTMLElement>('[aria-current]');
    if (chosen && strip.current) strip.current.scrollLeft = chosen.offsetLeft - strip.current.clientWidth / 2 + chosen.clientWidth / 2;
  }, [current]);
  return (
    <div ref={strip} className={css.days} role="group" aria-label={t('results.days')}>
      {days.map((day) => (
        <button
          key={day.date}
          type="button"
          className={css.day}
          aria-current={day.date === current ? 'date' : undefined}
          disabled={earliest !== undefined && day.date < earliest}
          onClick={() => onChoose(day.date)}
        >
          <span>{format.date(day.date, 'weekdayShort')}</span>
          <strong>{day.priceFrom ? format.money(day.priceFrom) : day.journeys > 0 ? t('results.tripsThatDay', { count: day.journeys }) : t('results.noTrips')}</strong>
        </button>
      ))}
    </div>
  );
}
