import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty, townName } from 'web-shared';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import { companiesOf, together } from './companies';
import { nameOf, type Sitter } from './reseating';
import css from './Swap.module.css';

interface SwapPassengersProps {
  sitters: Sitter[];
  picked: string | null;
  /** Seats that were decided by hand. */
  fixed: Record<string, string>;
  onPick: (lineId: string) => void;
  onReset: () => void;
}

/** Everybody on the trip, those without a seat first: picked here, or dragged to a seat. */
export function SwapPassengers({ sitters, picked, fixed, onPick, onReset }: SwapPassengersProps) {
  const { t } = useTranslation();
  const rank = (one: Sitter) => (!one.seated ? 0 : one.newSeat !== one.seat ? 1 : 2);
  const companies = companiesOf(sitters);
  const company = together(sitters);
  const sorted = sitters.toSorted((a, b) => rank(a) - rank(b) || company(a, b));
  return (
    <section className={page.card} aria-labelledby="people">
      <div className={css.head}>
        <h2 id="people">{t('trip.passengers', { count: sitters.length })}</h2>
        {Object.keys(fixed).length > 0 && (
          <Button variant="subtle" size="compact-md" onClick={onReset}>
            {t('swap.reset')}
          </Button>
        )}
      </div>
      {sitters.length === 0 && <Empty title={t('trip.noPassengers')}>{t('swap.nobody')}</Empty>}
      {sitters.length > 0 && <p className="bk-muted">{t('swap.how')}</p>}
      <ul className={css.people}>
        {sorted.map((one) => (
          <li key={one.lineId}>
            <button
              type="button"
              className={css.person}
              aria-pressed={one.lineId === picked}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', one.lineId);
                event.dataTransfer.effectAllowed = 'move';
              }}
              onClick={() => onPick(one.lineId)}
            >
              <span className={css.who}>
                <strong>{nameOf(one)}</strong>
                <small>
                  {one.orderNumber} · {townName(one.from.stop)} — {townName(one.to.stop)}
                </small>
              </span>
              <span className={css.seats}>
                {one.seat ?? '—'} → <strong>{one.seated ? (one.newSeat ?? '—') : '×'}</strong>
              </span>
              <span className={css.badges}>
                {companies.has(one.orderId) && <Badge tone="quiet">{t('swap.together', { company: companies.get(one.orderId)! })}</Badge>}
                {!one.seated && <Badge tone="bad">{t('swap.noSeat')}</Badge>}
                {one.seated && one.newSeat !== one.seat && <Badge tone="warn">{t('swap.moves')}</Badge>}
                {one.otherClass && <Badge tone="warn">{t('swap.crossed')}</Badge>}
                {one.held && <Badge tone="quiet">{t('swap.buying')}</Badge>}
                {fixed[one.lineId] && <Badge tone="quiet">{t('swap.byHand')}</Badge>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
