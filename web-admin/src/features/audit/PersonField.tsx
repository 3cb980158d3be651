import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'web-shared';
import { TYPING_PAUSE_MS } from '../../app/useFilters';
import { StaffDocument, StaffNameDocument, type StaffNameQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { nameOf } from '../staff/StaffPage';

export type Person = StaffNameQuery['staffMember'];

interface PersonFieldProps {
  value: string;
  /** Who stands in the list already: to choose from for those who may not search the staff. */
  seen: readonly Person[];
  onChange: (id: string | undefined) => void;
}

/** One of the staff, by the beginning of a name or of an e-mail. */
export function PersonField({ value, seen, onChange }: PersonFieldProps) {
  const { t } = useTranslation();
  const searches = useCan()('MANAGE_STAFF');
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const [{ data }] = useQuery({ query: StaffDocument, variables: { filter: { text: text || null }, sort: 'NAME', direction: 'ASC' }, pause: !searches });
  const [{ data: chosen }] = useQuery({ query: StaffNameDocument, variables: { id: value }, pause: !searches || !value });
  const found: Person[] = [...(chosen ? [chosen.staffMember] : []), ...(data?.staff.nodes ?? []), ...seen];
  const people = new Map(found.map((one) => [one.id, { value: one.id, label: [...new Set([nameOf(one), one.email])].filter(Boolean).join(', ') }]));
  const shown = [...people.values()].find((one) => one.value === value)?.label;
  return (
    <Select
      label={t('audit.who')}
      placeholder={t('audit.whoHint')}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('audit.anybody') }}
      nothingFoundMessage={t('staff.none')}
      value={value || null}
      data={[...people.values()]}
      // The text of who is chosen is not a search.
      onSearchChange={(next) => setTyped(next === shown ? '' : next)}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
