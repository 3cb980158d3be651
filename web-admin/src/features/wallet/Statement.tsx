import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { DayInput } from '../../app/DayInput';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { usePages } from '../../app/usePages';
import { WalletStatementDocument } from '../../gql/graphql';
import { useCan } from '../account/session';

/** What came to an account and left it, newest first, with the balance after each. */
export function Statement({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const can = useCan();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const pages = usePages(WalletStatementDocument, { id, from: from || null, to: to || null }, (data) => data.wallet.entries);
  return (
    <section className={page.card} aria-labelledby="statement">
      <h2 id="statement">{t('wallet.statement')}</h2>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <DayInput label={t('wallet.fromDay')} value={from} clearable onChange={setFrom} />
        <DayInput label={t('wallet.toDay')} value={to} clearable onChange={setTo} />
      </div>
      <PagedTable
        label={t('wallet.statement')}
        columns={[t('wallet.when'), t('wallet.what'), t('wallet.amount'), t('wallet.after')]}
        pages={pages}
        empty={{ title: t('wallet.noEntries') }}
        row={(one) => (
          <tr key={one.id}>
            <td>{format.date(one.at, 'moment')}</td>
            <td>
              {t(`wallet.kind.${one.kind}`)}
              <small>
                {[one.methodName, one.reference && `№ ${one.reference}`].filter(Boolean).map((words) => `${words} · `)}
                {can('VIEW_ORDERS') ? <GoLink to={`/orders/${encodeURIComponent(one.orderId)}`}>{one.orderNumber}</GoLink> : one.orderNumber}
                {one.buyer && ` · ${one.buyer}`}
              </small>
            </td>
            <td className={page.number}>{format.money(one.amount)}</td>
            <td className={page.number}>{format.money(one.balance)}</td>
          </tr>
        )}
      />
    </section>
  );
}
