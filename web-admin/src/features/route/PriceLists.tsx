import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import type { PriceListPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { Calculator } from './Calculator';
import { useDays } from './Departures';
import type { PartProps } from './Paths';
import { PriceListForm } from './PriceListForm';
import css from './Route.module.css';

/** What the line costs on which dates, the list that decides first at the top. */
export function PriceLists({ route, onSaved, reread }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useDays();
  const makesWays = useCan()('MANAGE_TIMETABLE');
  const [open, setOpen] = useState<PriceListPartsFragment | 'new' | null>(null);
  /** What the new one is like. */
  const [like, setLike] = useState<PriceListPartsFragment | undefined>();
  const edited = open === null || open === 'new' ? undefined : (route.priceLists.find((one) => one.id === open.id) ?? open);
  const begin = (from?: PriceListPartsFragment) => {
    setLike(from);
    setOpen('new');
  };
  return (
    <section className={page.card} aria-labelledby="prices">
      <h2 id="prices">{t('prices.title')}</h2>
      <p className="bk-muted">{t(route.priceLists.length > 0 ? 'prices.order' : 'prices.none')}</p>
      <ul className={css.list}>
        {route.priceLists.map((one) => (
          <li key={one.id}>
            <div data-off={one.active ? undefined : true}>
              <strong>{one.name}</strong> {!one.active && <Badge tone="quiet">{t('routes.outOfUse')}</Badge>}
              <small>
                {[one.lastDate ? t('contract.fromTo', { from: format.date(one.firstDate, 'full'), to: format.date(one.lastDate, 'full') }) : t('contract.since', { from: format.date(one.firstDate, 'full') }), days(one.weekdays), one.seatClass && t(`layout.seatClass.${one.seatClass}`, one.seatClass), t('prices.count', { count: one.prices.length }), one.currency].filter(Boolean).join(' · ')}
              </small>
            </div>
            <div className={page.tools}>
              <Button variant="light" size="compact-md" aria-label={t('prices.editNamed', { name: one.name })} onClick={() => setOpen(one)}>
                {t('roles.edit')}
              </Button>
              <Button variant="subtle" size="compact-md" aria-label={t('prices.copyNamed', { name: one.name })} onClick={() => begin(one)}>
                {t('prices.copy')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button variant="default" style={{ justifySelf: 'start' }} disabled={route.paths.length === 0} onClick={() => begin()}>
        {t('prices.new')}
      </Button>
      {route.paths.length === 0 && <p className="bk-muted">{t(makesWays ? 'prices.pathFirst' : 'prices.noPath')}</p>}
      <Calculator route={route} />
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="72rem" title={edited ? edited.name : t('prices.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && (
          <PriceListForm
            key={edited?.id ?? 'new'}
            route={route}
            list={edited}
            like={like}
            reread={reread}
            onSaved={() => {
              setOpen(null);
              onSaved(t('prices.saved'));
            }}
          />
        )}
      </Modal>
    </section>
  );
}
