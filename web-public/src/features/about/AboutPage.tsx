import { useTranslation } from 'react-i18next';
import { Page } from '../../app/Page';
import css from './about.module.css';

export function AboutPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('about.title')} narrow>
      <div className={css.text}>
        {(['sale', 'refund', 'baggage', 'children', 'support'] as const).map((key) => (
          <section key={key}>
            <h2>{t(`about.${key}.title`)}</h2>
            <p>{t(`about.${key}.text`)}</p>
          </section>
        ))}
      </div>
    </Page>
  );
}
