import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'web-shared';
import { TYPING_PAUSE_MS } from '../../app/useFilters';
import { SectionEndsDocument } from '../../gql/graphql';

export interface Place {
  id: string;
  name: string;
}

interface PlaceFieldProps {
  label: string;
  value: Place | null;
  error?: string;
  field?: Ref<HTMLInputElement>;
  onChange: (place: Place) => void;
}

/** A town or a station by the beginning of its name; Enter takes the first that was found. */
export function PlaceField({ label, value, error, field, onChange }: PlaceFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(value?.name ?? '');
  const [asked] = useDebouncedValue(typed.trim() === value?.name ? '' : typed.trim(), TYPING_PAUSE_MS);
  const [{ data, fetching }] = useQuery({ query: SectionEndsDocument, variables: { query: asked }, pause: asked === '' });
  const named = (asked === '' ? [] : (data?.places ?? [])).map((one) => ({ value: one.id, label: one.kind === 'STATION' && one.detail && !one.name.includes(one.detail) ? `${one.name}, ${one.detail}` : one.name }));
  // Whoever types fast presses Enter before the answer has come.
  const [eager, setEager] = useState(false);
  const take = (id: string | null | undefined) => {
    const found = named.find((one) => one.value === id);
    if (!found) return;
    setEager(false);
    setTyped(found.label);
    onChange({ id: found.value, name: found.label });
  };
  const answered = data && !fetching && asked !== '' && asked === typed.trim();
  useEffect(() => {
    if (eager && answered) take(named[0]?.value);
    // When the answer has come.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [eager, answered, data]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // What was walked to with the arrows is the field's own affair.
    if (event.key !== 'Enter' || event.currentTarget.getAttribute('aria-activedescendant') || typed.trim() === (value?.name ?? '')) return;
    event.preventDefault();
    setEager(true);
  };
  return (
    <Select
      ref={field}
      size="md"
      label={label}
      error={error}
      searchable
      searchValue={typed}
      onSearchChange={(text) => {
        // Whoever has gone on before the answer came has still typed it.
        if (eager && text === (value?.name ?? '')) return;
        setEager(false);
        setTyped(text);
      }}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.currentTarget.select()}
      // The server has looked already, and forgives misspellings.
      filter={({ options }) => options}
      value={value?.id ?? null}
      data={[...(value && !named.some((one) => one.value === value.id) ? [{ value: value.id, label: value.name }] : []), ...named]}
      allowDeselect={false}
      nothingFoundMessage={asked === '' ? undefined : t('closure.noPlace')}
      onChange={take}
    />
  );
}
