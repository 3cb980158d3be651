import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import page from '../../app/Page.module.css';
import type { ImpactPartsFragment } from '../../gql/graphql';
import css from './Closure.module.css';

/** What a closure touches: numbers, and a bar for each day. */
export function Impact({ impact }: { impact: ImpactPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts: [string, string][] = [
    ['trips', String(impact.trips)],
    ['tickets', String(impact.tickets)],
    ['orders', String(impact.orders)],
    ['held', String(impact.held)],
    ['told', t('closure.toldBy', { mails: impact.withEmail, sms: impact.withPhone })],
    ['paid', impact.paid.map(format.money).join(' + ') || '—'],
  ];
  const most = Math.max(1, ...impact.days.map((day) => day.tickets));
  return (
    <>
      <dl className={page.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`closure.impact.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {impact.tickets > impact.ticketsOnSection && <p className="bk-muted">{t('closure.beside', { count: impact.tickets - impact.ticketsOnSection })}</p>}
      {impact.days.length > 0 && (
        // A long list scrolls, by the keyboard too.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ol className={css.days} tabIndex={0} aria-label={t('closure.byDay')}>
          {impact.days.map((day) => (
            <li key={day.date}>
              <span>{format.date(day.date, 'weekdayShort')}</span>
              <span className={css.bar} aria-hidden>
                <span style={{ width: `${(day.tickets / most) * 100}%` }} />
              </span>
              <span className={page.number}>{t('closure.dayCounts', { trips: t('closure.tripCount', { count: day.trips }), tickets: t('closure.ticketCount', { count: day.tickets }) })}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  );
}
