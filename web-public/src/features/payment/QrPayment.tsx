import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from 'web-shared';
import type { PaymentPartsFragment } from '../../gql/graphql';
import order from '../order/order.module.css';
import css from './QrPayment.module.css';

interface QrPaymentProps {
  payment: PaymentPartsFragment;
  /** Another way to pay is wanted. */
  onOtherwise: () => void;
}

/** The code to pay by; on a phone, which cannot scan itself, a button that opens the bank's app. */
export function QrPayment({ payment, onOtherwise }: QrPaymentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!payment.qrSvg) return null;
  const amount = format.money(payment.amount);
  return (
    <section className={order.card} aria-labelledby="code">
      <h2 id="code">{t('payment.code', { amount })}</h2>
      <div className={css.code}>
        <img src={`data:image/svg+xml;utf8,${encodeURIComponent(payment.qrSvg)}`} alt={t('payment.codeAlt', { amount, method: payment.methodName })} width={240} height={240} />
        <div className={css.words}>
          <strong>{payment.methodName}</strong>
          <p className={css.scan}>{t('payment.codeText')}</p>
          {payment.appUrl && (
            <Button component="a" href={payment.appUrl} size="lg" color="apricot.4" className={css.app}>
              {t('payment.openApp')}
            </Button>
          )}
          <p role="status" className="bk-muted">
            {t('payment.codeWaits')}
          </p>
          <Button variant="subtle" className={css.otherwise} onClick={onOtherwise}>
            {t('payment.otherwise')}
          </Button>
        </div>
      </div>
    </section>
  );
}
