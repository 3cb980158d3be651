import { useTranslation } from 'react-i18next';
import { Empty, useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import page from '../../app/Page.module.css';
import { TableBox } from '../../app/TableBox';
import type { CashOperationPartsFragment } from '../../gql/graphql';

/** What happened to the money of a shift, the latest first, with what was in the till after it. */
export function Operations({ operations }: { operations: CashOperationPartsFragment[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (operations.length === 0) return <Empty title={t('shift.noOperations')} />;
  return (
    <TableBox label={t('shift.operations')} columns={['№', t('shift.what'), t('shift.amount'), t('shift.balance'), t('shift.at')]}>
      {operations.map((one) => (
        <tr key={one.id}>
          <td className={page.number}>{one.position}</td>
          <td>
            {t(`shift.kind.${one.kind}`)}
            <small>
              {one.orderNumber && (
                <GoLink to="/orders" search={{ text: one.orderNumber }} style={{ whiteSpace: 'nowrap' }}>
                  {one.orderNumber}
                </GoLink>
              )}
              {[one.tender === 'CARD' && t('shift.card'), one.note].filter(Boolean).join(' · ')}
            </small>
          </td>
          <td className={page.number}>{format.money(one.amount)}</td>
          <td className={page.number}>{format.money(one.balance)}</td>
          <td className={page.number}>{format.date(one.at, 'clock')}</td>
        </tr>
      ))}
    </TableBox>
  );
}
