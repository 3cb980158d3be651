import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { localDate, Notice } from 'web-shared';
import { useGo } from 'web-shared/routing';
import type { OrderPartsFragment } from '../../gql/graphql';
import { writeWish, type Wish } from '../journey/wish';

/** The seats were given back: what to do now. */
export function HoldOver({ order }: { order: OrderPartsFragment }) {
  const { t } = useTranslation();
  const go = useGo();
  const wish = wishOf(order);
  return (
    <Notice live tone="warn" title={t('order.expiredTitle')} action={<Button onClick={() => go(wish ? { to: '/search', search: writeWish(wish) } : { to: '/' })}>{t('order.searchAgain')}</Button>}>
      {t(order.payments.length > 0 ? 'order.expiredText' : 'order.expiredUnpaid')}
    </Notice>
  );
}

/** The search that led to the order: there, back if it was so, and for as many. */
function wishOf(order: OrderPartsFragment): Wish | null {
  const [there, back] = (['OUTBOUND', 'RETURN'] as const).map((way) => order.segments.filter((one) => one.direction === way));
  const [first, last] = [there?.[0], there?.at(-1)];
  if (!first || !last) return null;
  const place = ({ stop }: typeof first.from) => stop.station?.id ?? stop.id;
  const categories = order.passengers.map((one) => one.category.code);
  return {
    from: place(first.from),
    to: place(last.to),
    date: localDate(first.from.departure),
    back: back?.[0] ? localDate(back[0].from.departure) : null,
    party: [...new Set(categories)].map((category) => ({ category, count: categories.filter((one) => one === category).length })),
  };
}
