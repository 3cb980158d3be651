import { useTranslation } from 'react-i18next';
import { Page } from '../../app/Page';
import css from './about.module.css';

/** How personal data are handled under law No. 58 of 14 April 2008. */
export function PrivacyPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('privacy.title')} lead={t('privacy.lead')} narrow>
      <div className={css.text}>
        {(['what', 'why', 'who', 'how', 'rights', 'consent'] as const).map((key) => (
          <section key={key}>
            <h2>{t(`privacy.${key}.title`)}</h2>
            <p>{t(`privacy.${key}.text`)}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}
