import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useMutation } from 'web-shared';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import { DropExchangeDocument, type ExchangePartsFragment, type ExchangeState } from '../../gql/graphql';
import { useCan } from '../account/session';
import { Explained } from './Explained';
import css from './Exchange.module.css';

const TONES: Record<ExchangeState, 'good' | 'warn' | 'quiet'> = { DONE: 'good', WAITING: 'warn', QUOTED: 'quiet', ENDED: 'quiet' };

interface OrderExchangesProps {
  orderId: string;
  exchanges: ExchangePartsFragment[];
  onDropped: () => void;
}

/** Exchanges of an order, the last one first; one that waits can be given up. */
export function OrderExchanges({ orderId, exchanges, onDropped }: OrderExchangesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useCan()('EXCHANGE_TICKETS');
  const [{ fetching, error }, drop] = useMutation(DropExchangeDocument);
  if (exchanges.length === 0) return null;
  return (
    <section className={page.card} aria-labelledby="exchanges">
      <h2 id="exchanges">{t('exchanging.list')}</h2>
      {error && <ProblemNotice error={error} />}
      {exchanges.toReversed().map((one) => (
        <details key={one.id} className={css.one} open={one.state === 'WAITING'}>
          <summary>
            <span>{format.date(one.createdAt, 'moment')}</span> <Badge tone={TONES[one.state]}>{t(`exchangeState.${one.state}`)}</Badge> <strong>{format.money(one.difference)}</strong>
          </summary>
          <Explained exchange={one} />
          {one.state === 'WAITING' && may && (
            <Button
              variant="default"
              loading={fetching}
              onClick={() => {
                void drop({ input: { orderId, exchangeId: one.id } }).then(onDropped);
              }}
            >
              {t('exchanging.drop')}
            </Button>
          )}
        </details>
      ))}
    </section>
  );
}
