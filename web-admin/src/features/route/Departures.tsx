import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import type { DeparturePartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { DepartureForm } from './DepartureForm';
import { ends, type PartProps } from './Paths';
import css from './Route.module.css';

const EVERY_DAY = 7;

/** Weekdays in words. */
export function useDays(): (weekdays: number[]) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (weekdays) => {
    if (weekdays.length === EVERY_DAY) return t('departure.everyDay');
    return weekdays.map((day) => format.weekdayBrief(day)).join(', ') || t('departure.singleDates');
  };
}

/** When the line departs, again and again. */
export function Departures({ route, onSaved, reread }: PartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useDays();
  const can = useCan();
  const [open, setOpen] = useState<DeparturePartsFragment | 'new' | null>(null);
  const edited = open === null || open === 'new' ? undefined : (route.departures.find((one) => one.id === open.id) ?? open);
  return (
    <section className={page.card} aria-labelledby="departures">
      <h2 id="departures">{t('departure.title')}</h2>
      {route.departures.length === 0 && <p className="bk-muted">{t('departure.none')}</p>}
      <ul className={css.list}>
        {route.departures.map((one) => {
          const path = route.paths.find((way) => way.id === one.pathId);
          return (
            <li key={one.id}>
              <div data-off={one.active ? undefined : true}>
                <strong>{one.startsAt}</strong> {days(one.weekdays)} {!one.active && <Badge tone="quiet">{t('routes.outOfUse')}</Badge>}
                <small>{[ends(path ?? { stops: one.calls }), t('contract.fromTo', { from: format.date(one.firstDate, 'full'), to: format.date(one.lastDate, 'full') }), one.vehicle?.plate].filter(Boolean).join(' · ')}</small>
              </div>
              <div className={css.actions}>
                {one.active && can('MANAGE_QUOTAS') && (
                  <GoLink to={`/departures/${encodeURIComponent(one.id)}/seats`} aria-label={t('quota.ofNamed', { time: one.startsAt })}>
                    {t('quota.link')}
                  </GoLink>
                )}
                <Button variant="light" size="compact-md" aria-label={t('departure.editNamed', { time: one.startsAt })} onClick={() => setOpen(one)}>
                  {t('roles.edit')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      <Button variant="default" style={{ justifySelf: 'start' }} disabled={!route.paths.some((path) => path.active)} onClick={() => setOpen('new')}>
        {t('departure.new')}
      </Button>
      {!route.paths.some((path) => path.active) && <p className="bk-muted">{t('departure.pathFirst')}</p>}
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="62rem" title={edited ? t('departure.named', { time: edited.startsAt }) : t('departure.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && (
          <DepartureForm
            key={edited?.id ?? 'new'}
            route={route}
            departure={edited}
            reread={reread}
            onSaved={(words) => {
              setOpen(null);
              onSaved(words);
            }}
          />
        )}
      </Modal>
    </section>
  );
}
