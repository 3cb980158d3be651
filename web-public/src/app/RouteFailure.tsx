import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from 'web-shared';
import { Page } from './Page';

/** A page that broke, or whose script could not be fetched (an old tab after a new release). */
export function RouteFailure() {
  const { t } = useTranslation();
  const offline = !navigator.onLine;
  useEffect(() => {
    if (!offline) return;
    // What could not be fetched can be as soon as the network is back.
    const again = () => location.reload();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, [offline]);
  return (
    <Page title={t('failure.title')} narrow>
      <Notice live tone="error" title={t(offline ? 'failure.offline' : 'failure.what')} action={<Button onClick={() => location.reload()}>{t('failure.reload')}</Button>}>
        {t(offline ? 'failure.offlineText' : 'failure.text')}
      </Notice>
    </Page>
  );
}
