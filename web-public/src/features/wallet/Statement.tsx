import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ProblemNotice, useFormat, useQuery } from 'web-shared';
import { WalletEntriesDocument } from '../../gql/graphql';
import account from '../account/account.module.css';
import { Pager } from '../account/Pager';
import css from './wallet.module.css';

/** What came to an account and left it, newest first, with the balance after each. */
export function Statement({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error }, reload] = useQuery({ query: WalletEntriesDocument, variables: { id, after }, requestPolicy: 'cache-and-network' });
  const page = data?.wallet.entries;
  if (error && !page) return <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  if (!page) return <Skeleton height={180} radius="lg" />;
  if (page.nodes.length === 0) return <Empty title={t('wallet.noEntries')} />;
  return (
    <section className={account.content} aria-labelledby="statement">
      <h2 id="statement">{t('wallet.statement')}</h2>
      <ul className={account.list}>
        {page.nodes.map((one) => (
          <li key={one.id} className={account.item}>
            <div>
              <strong>{t(`wallet.kind.${one.kind}`)}</strong>
              <small>{[format.date(one.at, 'moment'), one.methodName, one.orderNumber, one.buyer].filter(Boolean).join(' · ')}</small>
            </div>
            <div className={css.sum}>
              <strong data-out={one.amount.amount.startsWith('-') || undefined}>{format.money(one.amount)}</strong>
              <small>{t('wallet.after', { amount: format.money(one.balance) })}</small>
            </div>
          </li>
        ))}
      </ul>
      <Pager after={after} pageInfo={page.pageInfo} onPage={setAfter} />
    </section>
  );
}
