import { useTranslation } from 'react-i18next';
import { clock, stopName, useFormat } from 'web-shared';
import page from '../../app/Page.module.css';
import type { ExchangePartsFragment } from '../../gql/graphql';
import css from './Exchange.module.css';

type Line = ExchangePartsFragment['lines'][number];

export const fullName = (one: { firstName?: string | null; lastName?: string | null } | null | undefined) => [one?.lastName, one?.firstName].filter(Boolean).join(' ') || '—';

/** Ticket by ticket: what it was, what it becomes, and the price of it part by part. */
export function Explained({ exchange }: { exchange: ExchangePartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={css.lines}>
      {exchange.lines.map((line, index) => (
        <li key={index}>
          <strong>{fullName(line.passenger)}</strong>
          <div className={css.change}>
            <Ride ride={line.old} />
            <span aria-label={t('exchanging.becomes')}>→</span>
            <Ride ride={line.new} />
          </div>
          <table className={`${page.table} ${page.amounts}`}>
            <tbody>
              {line.explanation.map((part, n) => (
                <tr key={n}>
                  <td>
                    {part.title}
                    {part.detail && <small>{part.detail}</small>}
                  </td>
                  <td className={page.number}>{format.money(part.amount)}</td>
                </tr>
              ))}
              <tr>
                <td>{t('exchanging.newPrice')}</td>
                <td className={page.number}>{format.money(line.price)}</td>
              </tr>
              <tr>
                <td>
                  {t('exchanging.counts')}
                  {Number(line.withheld.amount) > 0 && <small>{t('exchanging.withheld', { amount: format.money(line.withheld) })}</small>}
                </td>
                <td className={page.number}>−{format.money(line.credit)}</td>
              </tr>
              <tr>
                <td>
                  <strong>{t('exchanging.difference')}</strong>
                </td>
                <td className={page.number}>
                  <strong>{format.money(line.difference)}</strong>
                </td>
              </tr>
            </tbody>
          </table>
          {line.codeKept === false && <p className="bk-muted">{t('exchanging.codeLost')}</p>}
        </li>
      ))}
    </ul>
  );
}

function Ride({ ride }: { ride: Line['old'] }) {
  const format = useFormat();
  if (!ride) return <span>—</span>;
  return (
    <span>
      {ride.trip.number}, {stopName(ride.from.stop)} — {stopName(ride.to.stop)}
      <small className="bk-muted">
        {format.date(ride.from.departure.local, 'dayShort')}, {clock(ride.from.departure)} · {ride.title}
      </small>
    </span>
  );
}
