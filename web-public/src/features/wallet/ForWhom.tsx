import { Radio } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { BuyForCompanyDocument, MyCompaniesDocument, type OrderPartsFragment } from '../../gql/graphql';
import { useSession } from '../account/session';
import type { OrderNow } from '../order/useOrder';
import css from '../order/order.module.css';

interface ForWhomProps {
  now: OrderNow;
  order: OrderPartsFragment;
  onOver: () => void;
  /** Whether a choice is on its way: nothing is paid meanwhile. */
  onChoosing: (choosing: boolean) => void;
}

const MYSELF = 'myself';

/** Who may buy for companies says for whom this order is: a company has its own price and pays from its account. */
export function ForWhom({ now, order, onOver, onChoosing }: ForWhomProps) {
  const { t } = useTranslation();
  const signedIn = useSession().status === 'signedIn';
  const [{ data }] = useQuery({ query: MyCompaniesDocument, pause: !signedIn });
  const [{ fetching, error }, choose] = useMutation(BuyForCompanyDocument);
  const [refused, setRefused] = useState('');
  const companies = data?.me?.companies.filter((one) => one.inForce || one.companyId === order.company?.id) ?? [];
  if (companies.length === 0) return null;
  const send = async (value: string) => {
    if (!now.reference || fetching) return;
    setRefused('');
    onChoosing(true);
    const result = (await choose({ input: { order: now.reference, companyId: value === MYSELF ? null : value } })).data?.buyForCompany;
    onChoosing(false);
    switch (result?.__typename) {
      case 'OrderChanged':
        now.show(result.order);
        break;
      case 'HoldExpired':
        onOver();
        break;
      case 'OrderClosed':
        now.reload();
        break;
      case 'InvalidInput':
        setRefused(result.fields[0]?.message ?? result.message);
        break;
    }
  };
  return (
    <section className={css.card} aria-labelledby="for-whom">
      <h2 id="for-whom">{t('company.forWhom')}</h2>
      <Radio.Group value={order.company?.id ?? MYSELF} onChange={(value) => void send(value)} aria-labelledby="for-whom">
        <div className={css.methods}>
          <Radio.Card value={MYSELF} className={css.method} disabled={fetching}>
            <Radio.Indicator />
            <span>
              <strong>{t('company.myself')}</strong>
            </span>
          </Radio.Card>
          {companies.map((one) => (
            <Radio.Card key={one.companyId} value={one.companyId} className={css.method} disabled={fetching}>
              <Radio.Indicator />
              <span>
                <strong>{one.name}</strong>
                <small className="bk-muted">{one.discountPercent ? t('company.withPrice', { percent: Number(one.discountPercent) }) : t('company.fromAccount')}</small>
              </span>
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {refused && <Notice live tone="error" title={refused} />}
      {error && <ProblemNotice error={error} />}
    </section>
  );
}
