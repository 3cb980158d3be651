import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'web-shared';
import { DesksDocument } from '../../gql/graphql';

interface DeskFieldProps {
  /** Of the desk; empty: the store. */
  value: string;
  error?: string;
  onChange: (desk: string) => void;
}

/** Where a block is: at one of the desks in use, or in the store. */
export function DeskField({ value, error, onChange }: DeskFieldProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: DesksDocument, variables: {} });
  const desks = (data?.desks ?? []).filter((one) => one.active || one.id === value);
  return (
    <NativeSelect
      label={t('blank.where')}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: t('blank.store') }, ...desks.map((one) => ({ value: one.id, label: [t('blank.atDesk', { desk: one.sign }), one.station?.name].filter(Boolean).join(', ') }))]}
    />
  );
}
