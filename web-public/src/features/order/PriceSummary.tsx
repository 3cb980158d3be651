import { useTranslation } from 'react-i18next';
import { sumMoney, useFormat } from 'web-shared';
import type { OrderPartsFragment, PriceLinePartsFragment } from '../../gql/graphql';
import css from './order.module.css';

/** The price line by line for each passenger, then the sums of the whole order. */
export function PriceSummary({ order }: { order: OrderPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kinds = [...new Set(order.explanation.map((line) => line.kind))];
  return (
    <section className={css.price} aria-labelledby="price">
      <h2 id="price">{t('price.title')}</h2>
      {order.passengers.map((passenger, index) => (
        <details key={passenger.id} open={order.passengers.length <= 3}>
          <summary>
            <span>{passenger.lastName ? `${passenger.lastName} ${passenger.firstName}` : `${t('passenger.title', { n: index + 1 })}, ${passenger.category.name}`}</span>
            <strong>{format.money(passenger.total)}</strong>
          </summary>
          <PriceLines lines={passenger.explanation} />
        </details>
      ))}
      <dl className={css.sums}>
        {kinds.map((kind) => {
          const sum = sumMoney(order.explanation.filter((line) => line.kind === kind).map((line) => line.amount));
          return (
            sum && (
              <div key={kind}>
                <dt>{t(`price.kind.${kind}`)}</dt>
                <dd>{format.money(sum)}</dd>
              </div>
            )
          );
        })}
        <div className={css.grand}>
          <dt>{t('price.total')}</dt>
          <dd>{format.money(order.total)}</dd>
        </div>
      </dl>
    </section>
  );
}

function PriceLines({ lines }: { lines: PriceLinePartsFragment[] }) {
  const format = useFormat();
  return (
    <ul className={css.lines}>
      {lines.map((line, index) => (
        <li key={index}>
          <span>
            {line.title}
            {line.detail && <small>{line.detail}</small>}
          </span>
          <span>{format.money(line.amount)}</span>
        </li>
      ))}
    </ul>
  );
}
