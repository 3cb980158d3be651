import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import page from '../../app/Page.module.css';
import type { ShiftPartsFragment } from '../../gql/graphql';

const ROWS = ['float', 'soldForCash', 'soldByCard', 'returnedInCash', 'returnedByCard', 'putIn', 'takenOut', 'collected', 'difference', 'inTill'] as const;
/** Those that are shown even where there is nothing of them. */
const ALWAYS = new Set<string>(['float', 'soldForCash', 'soldByCard', 'inTill']);

/** The X report of an open shift, the Z report of a closed one. */
export function Totals({ shift }: { shift: ShiftPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={page.card} aria-labelledby="totals">
      <h2 id="totals">{t(shift.closedAt ? 'shift.zReport' : 'shift.xReport')}</h2>
      {shift.totals.length === 0 && <p className="bk-muted">{t('shift.nothing')}</p>}
      {shift.totals.map((of) => (
        <table key={of.currency} className={`${page.table} ${page.amounts}`}>
          <caption className="bk-muted" style={{ textAlign: 'start' }}>
            {t('shift.counts', { sales: of.saleCount, returns: of.returnCount, currency: of.currency })}
          </caption>
          <tbody>
            {ROWS.filter((row) => ALWAYS.has(row) || Number(of[row].amount) !== 0).map((row) => (
              <tr key={row}>
                <td>{row === 'inTill' ? <strong>{t(`shift.total.${row}`)}</strong> : t(`shift.total.${row}`)}</td>
                <td className={page.number}>{row === 'inTill' ? <strong>{format.money(of[row])}</strong> : format.money(of[row])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {shift.blanks.length > 0 && (
        <table className={`${page.table} ${page.amounts}`}>
          <caption className="bk-muted" style={{ textAlign: 'start' }}>
            {t('paper.title')}
          </caption>
          <tbody>
            {shift.blanks.map((one) => (
              <tr key={one.state}>
                <td>
                  {t(`blank.state.${one.state}`)}
                  <small>{one.ranges.join(', ')}</small>
                </td>
                <td className={page.number}>{one.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
