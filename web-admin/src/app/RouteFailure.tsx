import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice } from 'web-shared';
import { Page } from './Page';

/** A page that broke, or whose script could not be fetched (an old tab after a new release). */
export function RouteFailure() {
  const { t } = useTranslation();
  return (
    <Page title={t('failure.title')}>
      <Notice live tone="error" title={t('failure.what')} action={<Button onClick={() => location.reload()}>{t('failure.reload')}</Button>}>
        {t('failure.text')}
      </Notice>
    </Page>
  );
}
