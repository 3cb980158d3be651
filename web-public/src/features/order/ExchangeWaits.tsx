import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { clock, Notice, stopName, useFormat } from 'web-shared';
import { useGo } from 'web-shared/routing';
import type { OrderPartsFragment } from '../../gql/graphql';
import { HoldTimer } from './HoldTimer';
import type { OrderNow } from './useOrder';

export type OrderExchange = OrderPartsFragment['exchanges'][number];

/** The exchange whose difference is to be paid, while its seats are held. */
export const waitingExchange = (order: OrderPartsFragment): OrderExchange | undefined => order.exchanges.find((one) => one.state === 'WAITING');

/** Other seats that the station holds for tickets: what they are, what is to be paid, and until when. */
export function ExchangeWaits({ now, order, exchange }: { now: OrderNow; order: OrderPartsFragment; exchange: OrderExchange }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const amount = format.money(exchange.difference);
  return (
    <>
      {exchange.validUntil && <HoldTimer until={exchange.validUntil} clockSkew={now.clockSkew} onEnd={now.reload} />}
      <Notice
        live
        title={t('exchange.title')}
        action={
          <Button color="apricot.4" onClick={() => go({ to: `/order/${order.number}/payment` })}>
            {t('exchange.pay', { amount })}
          </Button>
        }
      >
        {t('exchange.text')}
        <ul>
          {exchange.lines.map(
            (line, index) =>
              line.new && (
                <li key={index}>
                  {[line.passenger?.lastName, line.passenger?.firstName].filter(Boolean).join(' ')}: {line.new.trip.number}, {stopName(line.new.from.stop)} — {stopName(line.new.to.stop)}, {format.date(line.new.from.departure.local, 'weekday')}, {clock(line.new.from.departure)} · {line.new.title}
                </li>
              ),
          )}
        </ul>
      </Notice>
    </>
  );
}
