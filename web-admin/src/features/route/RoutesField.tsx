import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'web-shared';
import { TYPING_PAUSE_MS } from '../../app/useFilters';
import { RouteNamesDocument } from '../../gql/graphql';

export interface NamedRoute {
  id: string;
  name: string;
}

/** As a field of a form keeps them. */
export const namedRoutes = (routes: readonly { id: string; number: string; name: string }[] = []): NamedRoute[] => routes.map(({ id, number, name }) => ({ id, name: `${number} ${name}` }));

interface RoutesFieldProps {
  label: string;
  /** What it says where none is chosen. */
  none: string;
  value: NamedRoute[];
  error: string | undefined;
  onChange: (routes: NamedRoute[]) => void;
}

/** Some of the lines, looked for by number or name among all that there are. */
export function RoutesField({ label, none, value, error, onChange }: RoutesFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const [{ data }] = useQuery({ query: RouteNamesDocument, variables: { text: asked || null } });
  const known = new Map([...value, ...namedRoutes(data?.routeRecords.nodes)].map((one) => [one.id, one]));
  return (
    <MultiSelect
      label={label}
      placeholder={value.length > 0 ? '' : none}
      error={error}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has looked already.
      filter={({ options }) => options}
      hidePickedOptions
      nothingFoundMessage={t('routes.none')}
      maxDropdownHeight={320}
      value={value.map((one) => one.id)}
      data={[...known.values()].map((one) => ({ value: one.id, label: one.name }))}
      onChange={(ids) => {
        setTyped('');
        onChange(ids.flatMap((id) => known.get(id) ?? []));
      }}
    />
  );
}
