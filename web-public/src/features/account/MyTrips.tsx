import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Empty, ProblemNotice, stopName, useFormat, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { MyTripsDocument, type MyTripsQuery, type TripPeriod } from '../../gql/graphql';
import css from './account.module.css';

type MyOrder = NonNullable<MyTripsQuery['me']>['trips']['nodes'][number];

/** Coming and past orders, ten at a time. */
export function MyTrips() {
  const { t } = useTranslation();
  const [period, setPeriod] = useState<TripPeriod>('COMING');
  const [pages, setPages] = useState<(string | null)[]>([null]);
  return (
    <>
      <SegmentedControl
        aria-label={t('cabinet.part.trips')}
        value={period}
        onChange={(value) => {
          setPeriod(value as TripPeriod);
          setPages([null]);
        }}
        data={(['COMING', 'PAST', 'ALL'] as const).map((one) => ({ value: one, label: t(`cabinet.period.${one}`) }))}
      />
      {pages.map((after, index) => (
        <TripsPage key={`${period}-${after}`} period={period} after={after} first={index === 0} onMore={index === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : undefined} />
      ))}
    </>
  );
}

interface TripsPageProps {
  period: TripPeriod;
  after: string | null;
  first: boolean;
  onMore?: (cursor: string) => void;
}

function TripsPage({ period, after, first, onMore }: TripsPageProps) {
  const { t } = useTranslation();
  const [{ data, fetching, error }, reload] = useQuery({ query: MyTripsDocument, variables: { period, after }, requestPolicy: 'cache-and-network' });
  const page = data?.me?.trips;
  if (error && !page) return <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  if (!page) return fetching ? <Skeleton height={180} radius="lg" /> : null;
  if (page.nodes.length === 0 && first) {
    return (
      <Empty title={t('cabinet.noTrips')} action={<GoLink to="/">{t('notFound.home')}</GoLink>}>
        {t('cabinet.noTripsText')}
      </Empty>
    );
  }
  const cursor = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  return (
    <>
      <ul className={css.list}>
        {page.nodes.map((order) => (
          <TripRow key={order.id} order={order} />
        ))}
      </ul>
      {cursor && onMore && (
        <Button variant="default" onClick={() => onMore(cursor)}>
          {t('cabinet.more')}
        </Button>
      )}
    </>
  );
}

function TripRow({ order }: { order: MyOrder }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [path, secret] = order.link.split('#');
  return (
    <li className={css.item}>
      <div>
        {order.segments.map((segment) => (
          <div key={segment.index}>
            <strong>
              {stopName(segment.from.stop)} — {stopName(segment.to.stop)}
            </strong>
            <small>
              {format.date(segment.from.departure.local, 'weekday')}, {clock(segment.from.departure)}
            </small>
          </div>
        ))}
        <small>
          {order.number} · {t('passengerCount', { count: order.passengers.length })} · {format.money(order.total)}
        </small>
      </div>
      <span className={css.badge} data-good={order.status === 'PAID' || undefined}>
        {t(`orderStatus.${order.status}`)}
      </span>
      <GoLink className={css.link} to={path ?? `/order/${order.number}`} hash={secret}>
        {t('order.open')}
      </GoLink>
    </li>
  );
}
