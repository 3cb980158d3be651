import { useTranslation } from 'react-i18next';
import { Empty } from 'web-shared';
import { GoLink } from 'web-shared/routing';

/** No order behind this address, or none for whoever asks: how to get to one's own. */
export function OrderNotFound() {
  const { t } = useTranslation();
  return (
    <Empty title={t('order.notFound')} action={<GoLink to="/orders">{t('orders.title')}</GoLink>}>
      {t('order.notFoundText')}
    </Empty>
  );
}
