import { useTranslation } from 'react-i18next';
import { Notice } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Page } from './Page';

/** A page that the person's role does not open: said in one place, before the page asks the server for anything. */
export function NoAccessPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('problem.forbidden.title', { ns: 'shared' })}>
      <Notice live tone="error" title={t('problem.forbidden.title', { ns: 'shared' })} action={<GoLink to="/">{t('notFound.home')}</GoLink>}>
        {t('problem.forbidden.text', { ns: 'shared' })}
      </Notice>
    </Page>
  );
}
