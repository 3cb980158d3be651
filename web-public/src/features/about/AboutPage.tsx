import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { PassengerCategoriesDocument, SiteDocument } from '../../gql/graphql';
import css from './about.module.css';

/** How it works, in general. What depends on the tariff is told where the tariff is known: here only where that is. */
export function AboutPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('about.title')} narrow>
      <div className={css.text}>
        <Chapter name="sale" />
        <Chapter name="refund">
          <GoLink to="/orders">{t('about.refund.link')}</GoLink>
        </Chapter>
        <Chapter name="baggage" />
        <Categories />
        <Support />
      </div>
    </Page>
  );
}

function Chapter({ name, children }: { name: 'sale' | 'refund' | 'baggage' | 'children' | 'support'; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t(`about.${name}.title`)}</h2>
      <p>{t(`about.${name}.text`)}</p>
      {children}
    </section>
  );
}

/** Discounts as the tariff has them now. */
function Categories() {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: PassengerCategoriesDocument });
  const reduced = data?.passengerCategories.filter((one) => Number(one.percentOff) > 0) ?? [];
  return (
    <Chapter name="children">
      <ul className={css.categories}>
        {reduced.map((one) => (
          <li key={one.code}>
            <strong>{one.name}</strong> — {t('search.percentOff', { percent: Number(one.percentOff) })}
            {one.condition && <small>{one.condition}</small>}
          </li>
        ))}
      </ul>
    </Chapter>
  );
}

/** Only where there is somebody to ask. */
function Support() {
  const [{ data }] = useQuery({ query: SiteDocument });
  const { supportPhone, supportEmail } = data?.site ?? {};
  if (!supportPhone && !supportEmail) return null;
  return (
    <Chapter name="support">
      <p className={css.contacts}>
        {supportPhone && <a href={`tel:${supportPhone.replace(/[^+\d]/g, '')}`}>{supportPhone}</a>}
        {supportEmail && <a href={`mailto:${supportEmail}`}>{supportEmail}</a>}
      </p>
    </Chapter>
  );
}
