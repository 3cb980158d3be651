import { useTranslation } from 'react-i18next';
import css from './order.module.css';

const STEPS = ['seats', 'passengers', 'payment', 'tickets'] as const;

/** Where in the purchase one is. */
export function CheckoutSteps({ current }: { current: (typeof STEPS)[number] }) {
  const { t } = useTranslation();
  const position = STEPS.indexOf(current);
  return (
    <ol className={css.steps} aria-label={t('checkout.label')}>
      {STEPS.map((step, index) => (
        <li key={step} aria-current={step === current ? 'step' : undefined} data-done={index < position || undefined}>
          <span aria-hidden>{index < position ? '✓' : index + 1}</span>
          {t(`checkout.${step}`)}
        </li>
      ))}
    </ol>
  );
}
