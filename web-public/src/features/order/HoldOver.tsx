import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from 'web-shared';
import { useGo } from 'web-shared/routing';

/** The seats were given back: what to do now. */
export function HoldOver() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <Notice live tone="warn" title={t('order.expiredTitle')} action={<Button onClick={() => go({ to: '/' })}>{t('order.searchAgain')}</Button>}>
      {t('order.expiredText')}
    </Notice>
  );
}
