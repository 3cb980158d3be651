import { Button } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Notice, ProblemNotice, sumMoney, timesMoney, useFormat, useMutation, useQuery, type MoneyLike } from 'web-shared';
import { GoLink, useGo, useSearchText } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { HoldSeatsDocument, PassengerCategoriesDocument, SiteDocument, type HoldSeatsMutation } from '../../gql/graphql';
import { readParty, readRides, type Ride } from '../journey/wish';
import { attemptKey, forgetAttempt } from '../order/attempt';
import { rememberOrder } from '../order/deviceOrders';
import { RideSeats, type RideFacts } from './RideSeats';
import { emptyChoice, readChoices, writeChoices, type SeatChoice } from './seatChoice';
import css from './SeatsPage.module.css';

type Rejection = Exclude<HoldSeatsMutation['holdSeats'], { __typename: 'HeldSeats' }>;

/** Seats on every ride of the chosen journey, there and back, then one hold for all of them. */
export function SeatsPage() {
  const { out, ret, pax } = useSearchText();
  // What was chosen for one journey is nothing for another.
  return <Seats key={`${out}|${ret ?? ''}|${pax ?? ''}`} />;
}

function Seats() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const search = useSearchText();
  const outbound = useMemo(() => readRides(search.out), [search.out]);
  const back = useMemo(() => readRides(search.ret), [search.ret]);
  const rides = useMemo(() => [...outbound, ...back], [outbound, back]);
  const place = `${search.out}|${search.ret ?? ''}|${search.pax ?? ''}`;

  const [{ data: site }] = useQuery({ query: SiteDocument });
  const [{ data: categoryData }] = useQuery({ query: PassengerCategoriesDocument });
  const categories = categoryData?.passengerCategories;
  const people = useMemo(() => {
    const asked = readParty(search.pax).flatMap((one) => Array.from({ length: one.count }, () => categories?.find((known) => known.code === one.category)));
    const party = asked.filter((one) => one !== undefined);
    return party.length > 0 ? party : (categories ?? []).slice(0, 1);
  }, [categories, search.pax]);
  const seated = people.filter((one) => one.needsSeat);

  const [choices, setChoices] = useState<SeatChoice[]>(() => readChoices(place, rides.length));
  const [facts, setFacts] = useState<Record<number, RideFacts>>({});
  const [active, setActive] = useState(0);
  const [gone, setGone] = useState(false);
  const [asked, setAsked] = useState(0);
  const [rejection, setRejection] = useState<Rejection | null>(null);
  const [{ fetching: holding, error }, hold] = useMutation(HoldSeatsDocument);
  useEffect(() => writeChoices(place, choices), [place, choices]);

  const done = (index: number) => {
    const choice = choices[index] ?? emptyChoice;
    return facts[index]?.openSeating === true || choice.length === seated.length;
  };
  const nextOpen = rides.findIndex((_, index) => !done(index));
  const allDone = rides.length > 0 && nextOpen < 0 && people.length > 0;
  const mixed = new Set(Object.values(facts).flatMap((one) => one.price?.currency ?? [])).size > 1;
  /** What adults would pay in the seats of a ride; null while it is not known. */
  const seen = (index: number): MoneyLike | null => {
    const known = facts[index];
    const choice = choices[index] ?? emptyChoice;
    const prices = known?.openSeating ? seated.map(() => known.price) : choice.map((label) => known?.priceOf(label) ?? null);
    return prices.length === 0 || prices.some((price) => price === null) ? null : sumMoney(prices.flatMap((price) => price ?? []));
  };
  const estimate = fareEstimate(rides, facts, choices, people);

  const submit = async () => {
    if (!allDone) {
      setActive(nextOpen);
      document.getElementById(`ride-${nextOpen}`)?.scrollIntoView({ behavior: 'smooth' });
      return;
    }
    setRejection(null);
    const input = {
      segments: rides.map((ride, index) => {
        const seats = facts[index]?.openSeating ? null : (choices[index] ?? emptyChoice);
        return { ...ride, seats, planId: seats ? facts[index]?.planId : null, expectedPrice: seen(index)?.amount ?? null, direction: index < outbound.length ? ('OUTBOUND' as const) : ('RETURN' as const) };
      }),
      passengers: people.map((one) => ({ category: one.code })),
    };
    const answer = await hold({ input: { ...input, idempotencyKey: attemptKey('hold', input) } });
    const result = answer.data?.holdSeats;
    if (!result) return;
    forgetAttempt('hold');
    if (result.__typename === 'HeldSeats') {
      rememberOrder({ number: result.order.number, secret: result.secret });
      writeChoices(place, []);
      go({ to: `/order/${result.order.number}/passengers` });
      return;
    }
    setRejection(result);
    // The maps are read again, so that the next attempt agrees to what they say now.
    if (result.__typename === 'PriceChanged') setAsked((count) => count + 1);
    if (result.__typename === 'SeatsTaken') {
      const index = rides.findIndex((ride) => ride.tripId === result.tripId);
      setActive(index);
      setChoices((all) => all.map((one, at) => (at === index ? one.filter((label) => !result.seats.includes(label)) : one)));
    }
  };

  if (rides.length === 0 || gone) {
    return (
      <Page title={t('seats.title')} narrow>
        <Empty title={t(gone ? 'seats.noTrip' : 'seats.nothing')} action={<GoLink to="/">{t('notFound.home')}</GoLink>}>
          {t(gone ? 'seats.noTripText' : 'seats.nothingText')}
        </Empty>
      </Page>
    );
  }

  const label = (index: number) => (back.length === 0 ? t('seats.ride', { n: index + 1 }) : t(index < outbound.length ? 'seats.there' : 'seats.back'));

  return (
    <Page title={t('seats.title')} lead={t('seats.lead', { count: seated.length })}>
      <div className={css.columns}>
        <div className={css.rides}>
          {rides.map((ride, index) => (
            <RideSeats
              key={`${ride.tripId}-${ride.from}`}
              id={`ride-${index}`}
              label={rides.length > 1 ? label(index) : null}
              ride={ride}
              people={seated.length}
              asked={asked}
              open={active === index}
              choice={choices[index] ?? emptyChoice}
              onOpen={() => setActive(index)}
              onFacts={(known) => setFacts((all) => ({ ...all, [index]: known }))}
              onChoice={(change) => setChoices((all) => rides.map((_, at) => (at === index ? change(all[at] ?? emptyChoice) : (all[at] ?? emptyChoice))))}
              onNext={index + 1 < rides.length ? () => setActive(index + 1) : undefined}
              onGone={() => setGone(true)}
            />
          ))}
        </div>
        <aside className={css.summary} aria-label={t('seats.summary')}>
          <h2>{t('seats.summary')}</h2>
          <ul>
            {rides.map((ride, index) => {
              const choice = choices[index] ?? emptyChoice;
              const known = facts[index];
              return (
                <li key={`${ride.tripId}-${ride.from}`}>
                  <span>{known ? `${known.from} — ${known.to}` : label(index)}</span>
                  <strong>
                    {known?.openSeating ? t('seats.open') : choice.length > 0 ? t('seats.chosen', { seats: choice.join(', '), count: choice.length }) : t('seats.notYet')}
                  </strong>
                </li>
              );
            })}
          </ul>
          {estimate && (
            <p className={css.total}>
              <span>{t('seats.estimate', { count: people.length })}</span>
              <strong>{format.money(estimate)}</strong>
            </p>
          )}
          {site && <p className={css.small}>{t('seats.feesLater', { count: site.site.holdMinutes })}</p>}
          {error && <ProblemNotice error={error} onRetry={() => void submit()} />}
          {rejection && <RejectionNotice rejection={rejection} />}
          {mixed && back.length > 0 ? (
            <Notice live tone="warn" title={t('seats.mixed')}>
              <p>{t('seats.mixedText')}</p>
              <div className={css.separately}>
                <GoLink to="/trip" search={{ out: search.out, pax: search.pax }}>
                  {t('seats.onlyThere')}
                </GoLink>
                <GoLink to="/trip" search={{ out: search.ret, pax: search.pax }}>
                  {t('seats.onlyBack')}
                </GoLink>
              </div>
            </Notice>
          ) : (
            <Button size="lg" fullWidth color="apricot.4" loading={holding} onClick={() => void submit()}>
              {allDone && rejection?.__typename === 'PriceChanged' ? t('seats.agree') : allDone ? t('seats.continue') : done(active) ? t('seats.nextRide') : t('seats.chooseMore')}
            </Button>
          )}
        </aside>
      </div>
    </Page>
  );
}

interface Passenger {
  needsSeat: boolean;
  percentOff: string;
}

/** Fares of all rides for all passengers, before fees: the first with a seat in the first that was chosen. Null while a price is unknown or currencies differ. */
function fareEstimate(rides: Ride[], facts: Record<number, RideFacts>, choices: SeatChoice[], people: Passenger[]): MoneyLike | null {
  const prices = rides.flatMap((_, index) => {
    const known = facts[index];
    const seats = [...(choices[index] ?? emptyChoice)];
    return people.map((one) => {
      const seat = one.needsSeat && !known?.openSeating ? seats.shift() : undefined;
      const price = (seat === undefined ? null : known?.priceOf(seat)) ?? known?.price ?? null;
      return price && timesMoney(price, 1 - Number(one.percentOff) / 100);
    });
  });
  return prices.some((price) => price === null) ? null : sumMoney(prices.flatMap((price) => price ?? []));
}

function RejectionNotice({ rejection }: { rejection: Rejection }) {
  const { t } = useTranslation();
  const format = useFormat();
  switch (rejection.__typename) {
    case 'SeatsTaken':
      return (
        <Notice live tone="error" title={t('reject.seatsTaken', { seats: rejection.seats.join(', '), count: rejection.seats.length })}>
          {t('reject.seatsTakenText')}
        </Notice>
      );
    case 'PriceChanged':
      return (
        <Notice live tone="warn" title={t('reject.priceChanged', { was: format.money(rejection.expected), now: format.money(rejection.price) })}>
          {t('reject.priceChangedText')}
        </Notice>
      );
    case 'NotEnoughSeats':
      return (
        <Notice live tone="error" title={t('reject.notEnough')}>
          {t('seatsLeft', { count: rejection.seatsLeft })}
        </Notice>
      );
    case 'NotOnSale':
      return (
        <Notice live tone="error" title={t('reject.notOnSale')}>
          {t(`notOnSale.${rejection.reason}`)}
        </Notice>
      );
    case 'InvalidInput':
      return (
        <Notice live tone="error" title={t('reject.invalid')}>
          {rejection.fields.map((field) => field.message).join(' ') || rejection.message}
        </Notice>
      );
    case 'IdempotencyConflict':
      return (
        <Notice live tone="error" title={t('reject.conflict')}>
          {t('reject.conflictText')}
        </Notice>
      );
  }
}
