import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ProblemNotice, useFormat, useQuery } from 'web-shared';
import { MyPaymentsDocument } from '../../gql/graphql';
import { Pager } from './Pager';
import css from './account.module.css';

export function MyPayments() {
  const { t } = useTranslation();
  const format = useFormat();
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, fetching, error }, reload] = useQuery({ query: MyPaymentsDocument, variables: { after }, requestPolicy: 'cache-and-network' });
  const page = data?.me?.payments;
  if (error && !page) return <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  if (!page) return fetching ? <Skeleton height={180} radius="lg" /> : null;
  if (page.nodes.length === 0) return <Empty title={t('cabinet.noPayments')} />;
  return (
    <>
      <ul className={css.list}>
        {page.nodes.map((one) => (
          <li key={one.id} className={css.item}>
            <div>
              <strong>{format.money(one.amount)}</strong>
              <small>
                {one.methodName} · {format.date(one.paidAt ?? one.createdAt, 'moment')}
              </small>
            </div>
            <span className={css.badge} data-good={one.state === 'PAID' || undefined}>
              {t(`payment.state.${one.state}`)}
            </span>
          </li>
        ))}
      </ul>
      <Pager after={after} pageInfo={page.pageInfo} onPage={setAfter} />
    </>
  );
}
