import { useTranslation } from 'react-i18next';
import { Notice, useFormat } from 'web-shared';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import type { ListedReceiptPartsFragment } from '../../gql/graphql';
import { TONES } from './tones';

/** A receipt as it is recorded: items with tax and whose they are, how it was paid, what the register has written on it. */
export function ReceiptView({ receipt }: { receipt: ListedReceiptPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const paid = (['cash', 'cashless', 'offset'] as const).filter((way) => Number(receipt[way].amount) > 0);
  return (
    <>
      <div>
        <Badge tone={TONES[receipt.state]}>{t(`fiscal.states.${receipt.state}`)}</Badge> {format.date(receipt.createdAt, 'moment')}
      </div>
      {receipt.problem && (
        <Notice tone="error" title={t('fiscal.problem')}>
          <span style={{ overflowWrap: 'anywhere' }}>{receipt.problem}</span>
        </Notice>
      )}
      {receipt.basis && (
        <p style={{ margin: 0 }}>
          {t('fiscal.correction.basis')}: {receipt.basis}
          {receipt.settledOn && `, ${format.date(receipt.settledOn, 'day')}`}
        </p>
      )}
      <table className={`${page.table} ${page.amounts}`}>
        <tbody>
          {receipt.items.map((item, n) => (
            <tr key={n}>
              <td>
                {item.name}
                <small>
                  {[item.principal && t('fiscal.principal', { name: item.principal, inn: item.principalInn ?? '—' }), item.taxPercent ? t('fiscal.taxWithin', { percent: format.number(item.taxPercent), tax: format.money(item.tax) }) : t('fiscal.noTax')].filter(Boolean).join(' · ')}
                </small>
              </td>
              <td className={page.number}>{format.money(item.sum)}</td>
            </tr>
          ))}
          <tr>
            <td>
              <strong>{t('fiscal.sum')}</strong>
              <small>{paid.map((way) => `${t(`fiscal.paid.${way}`)} ${format.money(receipt[way])}`).join(' · ')}</small>
            </td>
            <td className={page.number}>
              <strong>{format.money(receipt.amount)}</strong>
            </td>
          </tr>
        </tbody>
      </table>
      {receipt.marks && (
        <p style={{ margin: 0 }}>
          {t('fiscal.marks', { fn: receipt.marks.fnNumber, fd: receipt.marks.fdNumber, fm: receipt.marks.fm, shift: receipt.marks.shiftNumber, at: format.date(receipt.marks.issuedAt, 'moment') })}{' '}
          <a href={receipt.marks.link} target="_blank" rel="noreferrer">
            {t('fiscal.taxService')}
          </a>
        </p>
      )}
    </>
  );
}
