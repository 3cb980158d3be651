import { Skeleton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Icon, ProblemNotice, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { StationsDocument } from '../../gql/graphql';
import css from './board.module.css';

/** Stations with a departures board. */
export function StationsPage() {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [{ data, fetching, error }, reload] = useQuery({ query: StationsDocument });
  const wanted = text.trim().toLowerCase();
  const stations = data?.stations.filter((one) => !wanted || `${one.name} ${one.place?.name ?? ''}`.toLowerCase().includes(wanted));
  return (
    <Page title={t('stations.title')} lead={t('stations.lead')}>
      <TextInput label={t('stations.find')} value={text} leftSection={<Icon name="search" />} onChange={(event) => setText(event.currentTarget.value)} />
      {error && !data && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {fetching && !data && <Skeleton height={240} radius="lg" />}
      {stations?.length === 0 && <Empty title={t('stations.none')} />}
      <ul className={css.stations}>
        {stations?.map((one) => (
          <li key={one.id}>
            <GoLink to={`/board/${encodeURIComponent(one.id)}`}>
              <Icon name="board" />
              <span>
                <strong>{one.name}</strong>
                {one.place && <small>{one.place.name}</small>}
              </span>
            </GoLink>
          </li>
        ))}
      </ul>
    </Page>
  );
}
