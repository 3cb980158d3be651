import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from 'web-shared';
import { useGo } from 'web-shared/routing';
import { useCan } from '../features/account/session';
import { Page } from './Page';
import { SECTIONS } from './sections';

/** Goes on to the first part that the person may see. */
export function HomePage() {
  const { t } = useTranslation();
  const go = useGo();
  const can = useCan();
  const first = SECTIONS.find((one) => can(one.permission))?.to;
  useEffect(() => {
    if (first) go({ to: first, replace: true });
    // Once: the rights do not change while the page is open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [first]);
  return (
    <Page title={t('home.title')}>
      <Empty title={t(first ? 'home.opening' : 'home.nothing')}>{first ? undefined : t('home.nothingText')}</Empty>
    </Page>
  );
}
