import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clock, Empty, stopName, townName } from 'web-shared';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import { companiesOf, together } from '../trip/companies';
import css from '../trip/Swap.module.css';
import { nameOf, type Mover } from './movers';

interface MovePeopleProps {
  movers: Mover[];
  picked: string | null;
  /** Seats that were decided by hand. */
  fixed: Record<string, string>;
  onPick: (lineId: string) => void;
  onReset: () => void;
}

/** Everybody with a ticket, those who stay behind first: picked here, or dragged to a seat. */
export function MovePeople({ movers, picked, fixed, onPick, onReset }: MovePeopleProps) {
  const { t } = useTranslation();
  const companies = companiesOf(movers);
  const company = together(movers);
  const sorted = movers.toSorted((a, b) => Number(a.staysBehind === null) - Number(b.staysBehind === null) || company(a, b));
  return (
    <section className={page.card} aria-labelledby="movers">
      <div className={css.head}>
        <h2 id="movers">{t('trip.passengers', { count: movers.length })}</h2>
        {Object.keys(fixed).length > 0 && (
          <Button variant="subtle" size="compact-md" onClick={onReset}>
            {t('swap.reset')}
          </Button>
        )}
      </div>
      {movers.length === 0 && <Empty title={t('trip.noPassengers')}>{t('move.nobody')}</Empty>}
      {movers.length > 0 && <p className="bk-muted">{t('swap.how')}</p>}
      <ul className={css.people}>
        {sorted.map((one) => (
          <li key={one.lineId}>
            <button
              type="button"
              className={css.person}
              aria-pressed={one.lineId === picked}
              disabled={one.staysBehind !== null}
              draggable={one.staysBehind === null}
              onDragStart={(event) => {
                event.dataTransfer.setData('text/plain', one.lineId);
                event.dataTransfer.effectAllowed = 'move';
              }}
              onClick={() => onPick(one.lineId)}
            >
              <span className={css.who}>
                <strong>{nameOf(one)}</strong>
                <small>
                  {one.orderNumber} · {(one.otherStation ? stopName : townName)((one.newFrom ?? one.from).stop)} {clock((one.newFrom ?? one.from).departure)} — {(one.otherStation ? stopName : townName)((one.newTo ?? one.to).stop)}
                  {one.otherStation && (
                    <>
                      {' '}
                      <Badge tone="warn">{t('move.otherStation')}</Badge>
                    </>
                  )}
                </small>
              </span>
              <span className={css.seats}>
                {one.seat ?? '—'} → <strong>{one.staysBehind ? '×' : (one.newSeat ?? '—')}</strong>
              </span>
              <span className={css.badges}>
                {companies.has(one.orderId) && <Badge tone="quiet">{t('swap.together', { company: companies.get(one.orderId)! })}</Badge>}
                {one.staysBehind && <Badge tone="bad">{t(`move.why.${one.staysBehind}`)}</Badge>}
                {one.otherClass && <Badge tone="warn">{t('swap.crossed')}</Badge>}
                {fixed[one.lineId] && <Badge tone="quiet">{t('swap.byHand')}</Badge>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
