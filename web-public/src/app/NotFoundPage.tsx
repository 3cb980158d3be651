import { useTranslation } from 'react-i18next';
import { Empty } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Page } from './Page';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')} narrow>
      <Empty title={t('notFound.text')} action={<GoLink to="/">{t('notFound.home')}</GoLink>} />
    </Page>
  );
}
