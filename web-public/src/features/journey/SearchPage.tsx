import { Button, Skeleton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, Empty, Icon, isDay, Notice, problemOf, ProblemNotice, useFormat, useQuery } from 'web-shared';
import { GoLink, useGo, useSearchText } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { SearchJourneysDocument, SiteDocument, type JourneyPartsFragment } from '../../gql/graphql';
import { DayStrip } from './DayStrip';
import { readFilter, toFilterInput } from './filter';
import { FilterPanel } from './FilterPanel';
import { JourneyCard } from './JourneyCard';
import { rememberSearch, type LastSearch } from './lastSearch';
import { SearchForm } from './SearchForm';
import { readRides, readWish, writeRides, writeWish, type Wish } from './wish';
import css from './SearchPage.module.css';

/** Journeys for a day; with a date of return the second step looks for the way back. */
export function SearchPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const search = useSearchText();
  const wish = readWish(search);
  const out = readRides(search.out);
  const returning = out.length > 0 && wish?.back != null;
  const filter = readFilter(search);
  const [editing, setEditing] = useState(false);

  const input = useMemo(
    () =>
      wish && {
        from: returning ? wish.to : wish.from,
        to: returning ? wish.from : wish.to,
        date: returning ? wish.back! : wish.date,
        passengers: wish.party.length > 0 ? wish.party : undefined,
        sort: filter.sort,
        filter: toFilterInput(filter),
      },
    // The address is the whole state of this page.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [JSON.stringify(search)],
  );
  const [{ data, fetching, error, stale }, reload] = useQuery({
    query: SearchJourneysDocument,
    variables: { input: input! },
    pause: !input,
    requestPolicy: 'cache-and-network',
  });

  const [{ data: siteData }] = useQuery({ query: SiteDocument });
  const site = siteData?.site;

  const anew = (next: Wish, names: LastSearch) => {
    rememberSearch(names);
    setEditing(false);
    go({ to: '/search', search: writeWish(next) });
  };
  if (!wish || !input) {
    const known = (id: string | undefined) => (id ? { id, name: '' } : null);
    return (
      <Page title={t('results.title')}>
        <Notice live tone="warn" title={t('results.incomplete')}>
          {t('results.incompleteText')}
        </Notice>
        <SearchForm initial={{ from: known(search.from), to: known(search.to), date: search.date && isDay(search.date) ? search.date : undefined }} onSearch={anew} />
      </Page>
    );
  }
  if (error && !fetching && !data && ['notFound', 'badInput'].includes(problemOf(error).kind)) {
    return (
      <Page title={t('results.title')}>
        <Notice live tone="warn" title={t('results.unknown')}>
          {t('results.unknownText')}
        </Notice>
        <SearchForm initial={{ date: wish.date }} onSearch={anew} />
      </Page>
    );
  }

  // While the next day or the way back is being looked for, urql still holds the answer before it: nobody may choose
  // from that one.
  const answer = data?.searchJourneys;
  const asked = answer?.date === input.date && answer.from.id === input.from && answer.to.id === input.to;
  const result = asked ? answer : undefined;
  const change = (patch: Record<string, string | undefined>) => go({ to: '/search', search: { ...search, ...patch }, replace: true, keepScroll: true });
  const choose = (journey: JourneyPartsFragment) => {
    const rides = writeRides(journey.segments.map((one) => ({ tripId: one.trip.id, from: one.from.sequence, to: one.to.sequence })));
    if (wish.back && !returning) go({ to: '/search', search: { ...writeWish(wish), out: rides } });
    else go({ to: '/trip', search: { out: returning ? search.out : rides, ret: returning ? rides : undefined, pax: search.pax } });
  };
  const people = wish.party.reduce((sum, one) => sum + one.count, 0) || 1;
  const title = result ? `${result.from.name} — ${result.to.name}` : t('results.title');
  const loading = !result && !error;

  return (
    <Page title={title} bare>
      <div className={css.page}>
        <div className={css.head}>
          {wish.back && (
            <ol className={css.steps}>
              <li aria-current={returning ? undefined : 'step'}>
                {returning ? <GoLink to="/search" search={writeWish(wish)}>{t('results.stepThere')}</GoLink> : t('results.stepThere')}
              </li>
              <li aria-current={returning ? 'step' : undefined}>{t('results.stepBack')}</li>
            </ol>
          )}
          <h1>
            {result ? (
              <>
                {result.from.name} <Icon name="right" size={24} /> {result.to.name}
              </>
            ) : (
              t('results.title')
            )}
          </h1>
          <p className="bk-muted">
            {format.date(input.date, 'weekday')} · {t('passengerCount', { count: people })}{' '}
            <Button variant="subtle" size="compact-md" aria-expanded={editing} onClick={() => setEditing((was) => !was)}>
              {t(editing ? 'results.hideEdit' : 'results.edit')}
            </Button>
          </p>
          {editing && result && (
            <SearchForm
              initial={{
                from: returning ? result.to : result.from,
                to: returning ? result.from : result.to,
                date: wish.date,
                back: wish.back,
                party: wish.party,
              }}
              onSearch={anew}
            />
          )}
        </div>
        {result && (
          <DayStrip
            days={result.days}
            current={input.date}
            earliest={returning ? wish.date : undefined}
            onChoose={(date) => {
              if (returning) change({ back: date });
              else change({ date, back: wish.back && wish.back < date ? date : search.back });
            }}
          />
        )}
        <div className={css.columns}>
          <FilterPanel facets={result?.facets} filter={filter} onChange={change} />
          <section aria-labelledby="journeys" aria-busy={fetching} className={css.list}>
            <h2 id="journeys" className={css.count} aria-live="polite">
              {loading ? t('loading', { ns: 'shared' }) : result ? t('results.count', { count: result.journeys.length }) : ''}
            </h2>
            {error && !result && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
            {loading && Array.from({ length: 4 }, (_, index) => <Skeleton key={index} height={148} radius="lg" />)}
            {result?.journeys.length === 0 &&
              !stale &&
              (site && outsideOfSale(input.date, site) ? (
                <Empty title={t(input.date < site.today ? 'results.past' : 'results.notYet', { count: site.saleDaysAhead })} action={<Button onClick={() => change({ date: site.today, back: undefined, out: undefined })}>{t('results.today')}</Button>} />
              ) : (
                <Empty title={t('results.none')}>{filter.active ? t('results.noneFiltered') : t('results.noneText')}</Empty>
              ))}
            {result?.journeys.map((journey) => (
              <JourneyCard key={journey.id} journey={journey} people={people} onChoose={() => choose(journey)} action={t(wish.back && !returning ? 'results.chooseThere' : 'results.choose')} />
            ))}
          </section>
        </div>
      </div>
    </Page>
  );
}

/** Before today, or later than tickets are sold for. */
const outsideOfSale = (date: string, site: { today: string; saleDaysAhead: number }): boolean => date < site.today || date > addDays(site.today, site.saleDaysAhead);
