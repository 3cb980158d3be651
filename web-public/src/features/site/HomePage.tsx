import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, useFormat, useQuery } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { PopularDirectionsDocument, SiteDocument } from '../../gql/graphql';
import { readLastSearch, rememberSearch } from '../journey/lastSearch';
import { SearchForm } from '../journey/SearchForm';
import { writeWish } from '../journey/wish';
import { Mountains } from './Mountains';
import css from './HomePage.module.css';

export function HomePage() {
  const { t } = useTranslation();
  const go = useGo();
  const [last] = useState(readLastSearch);
  return (
    <Page title={t('home.title')} bare>
      <section className={css.hero}>
        <Mountains />
        <div className={css.heroInner}>
          <h1>{t('home.title')}</h1>
          <p>{t('home.lead')}</p>
          <div className={css.search}>
            <SearchForm
              initial={last ?? undefined}
              onSearch={(wish, names) => {
                rememberSearch(names);
                go({ to: '/search', search: writeWish(wish) });
              }}
            />
          </div>
        </div>
      </section>
      <div className={css.body}>
        <Popular />
        <section aria-labelledby="why">
          <h2 id="why">{t('home.why')}</h2>
          <ul className={css.reasons}>
            {(['seat', 'refund', 'live', 'guest'] as const).map((key, index) => (
              <li key={key}>
                <Icon name={(['ticket', 'swap', 'clock', 'person'] as const)[index]!} size={26} />
                <div>
                  <h3>{t(`home.reason.${key}.title`)}</h3>
                  <p>{t(`home.reason.${key}.text`)}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}

function Popular() {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, fetching }] = useQuery({ query: PopularDirectionsDocument });
  const [{ data: site }] = useQuery({ query: SiteDocument });
  const directions = data?.popularDirections ?? [];
  if (!fetching && directions.length === 0) return null;
  return (
    <section aria-labelledby="popular">
      <h2 id="popular">{t('home.popular')}</h2>
      <ul className={css.directions}>
        {fetching && Array.from({ length: 6 }, (_, index) => <Skeleton key={index} component="li" height={92} radius="lg" />)}
        {directions.map((one) => (
          <li key={`${one.from.id}-${one.to.id}`}>
            <GoLink className={css.direction} to="/search" search={{ from: one.from.id, to: one.to.id, date: site?.site.today }}>
              <span className={css.directionNames}>
                {one.from.name}
                <Icon name="right" size={16} />
                {one.to.name}
              </span>
              <span className={css.directionFacts}>
                {one.priceFrom && <strong>{t('priceFrom', { price: format.money(one.priceFrom) })}</strong>}
                <span>{t('home.perDay', { count: one.tripsPerDay })}</span>
              </span>
            </GoLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
