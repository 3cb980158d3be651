import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'web-shared';
import { TYPING_PAUSE_MS } from '../../app/useFilters';
import { SectionEndsDocument } from '../../gql/graphql';

export interface End {
  id: string;
  name: string;
}

interface EndFieldProps {
  label: string;
  value: End | null;
  error: string | undefined;
  onChange: (end: End) => void;
}

/** A town or a station by the beginning of its name. */
export function EndField({ label, value, error, onChange }: EndFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim() === value?.name ? '' : typed.trim(), TYPING_PAUSE_MS);
  const [{ data }] = useQuery({ query: SectionEndsDocument, variables: { query: asked } });
  const found = data?.places ?? [];
  const named = found.map((one) => ({ value: one.id, label: one.kind === 'STATION' && one.detail && !one.name.includes(one.detail) ? `${one.name}, ${one.detail}` : one.name }));
  return (
    <Select
      label={label}
      placeholder={t('station.townHint')}
      error={error}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has looked already, and forgives misspellings.
      filter={({ options }) => options}
      value={value?.id ?? null}
      data={[...(value && !named.some((one) => one.value === value.id) ? [{ value: value.id, label: value.name }] : []), ...named]}
      allowDeselect={false}
      nothingFoundMessage={t('closure.noPlace')}
      onChange={(id) => {
        const end = named.find((one) => one.value === id);
        if (end) onChange({ id: end.value, name: end.label });
      }}
    />
  );
}
