import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'web-shared';
import { TYPING_PAUSE_MS } from '../../app/useFilters';
import { StationChoicesDocument } from '../../gql/graphql';

export interface Station {
  id: string;
  name: string;
}

interface StationPickProps {
  label: string;
  value: Station | null;
  error: string | undefined;
  onChange: (station: Station) => void;
}

/** A station in use by a part of its name or of its town's. */
export function StationPick({ label, value, error, onChange }: StationPickProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const text = typed.trim() === value?.name ? '' : typed.trim();
  const [asked] = useDebouncedValue(text, TYPING_PAUSE_MS);
  const [{ data }] = useQuery({ query: StationChoicesDocument, variables: { text: asked || null } });
  const found = data?.stationRecords.nodes ?? [];
  const known = [...(value && !found.some((one) => one.id === value.id) ? [{ ...value, place: null }] : []), ...found];
  return (
    <Select
      aria-label={label}
      searchable
      // The server has searched already.
      filter={({ options }) => options}
      value={value?.id ?? null}
      error={error}
      placeholder={t('path.station')}
      nothingFoundMessage={t('path.noStation')}
      data={known.map((one) => ({ value: one.id, label: one.place && !one.name.includes(one.place.name) ? `${one.name}, ${one.place.name}` : one.name }))}
      onSearchChange={setTyped}
      onChange={(id) => {
        const station = known.find((one) => one.id === id);
        if (station) onChange({ id: station.id, name: station.name });
      }}
    />
  );
}
