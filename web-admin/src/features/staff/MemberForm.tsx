import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice } from 'web-shared';
import type { CombinedError } from 'urql';
import type { MemberPartsFragment, StaffChoicesQuery, StaffOutcomeFragment } from '../../gql/graphql';

export interface MemberValues {
  firstName: string;
  lastName: string;
  email: string;
  role: string;
  carrierId: string | null;
  stationIds: string[];
  deskIds: string[];
}

interface MemberFormProps {
  /** Somebody who works here already: their address stays. */
  member?: MemberPartsFragment;
  choices: StaffChoicesQuery;
  busy: boolean;
  error: CombinedError | undefined;
  submit: string;
  /** Sends it; what comes back wrong is shown at its field. */
  onSubmit: (values: MemberValues) => Promise<StaffOutcomeFragment | undefined>;
}

const REPRESENTATIVE = 'CARRIER_REPRESENTATIVE';

/** Name, address, role, whose representative it is, and at which stations. */
export function MemberForm({ member, choices, busy, error, submit, onSubmit }: MemberFormProps) {
  const { t } = useTranslation();
  const [values, setValues] = useState<MemberValues>({
    firstName: member?.firstName ?? '',
    lastName: member?.lastName ?? '',
    email: member?.email ?? '',
    role: member?.role?.code ?? 'CASHIER',
    carrierId: member?.carrier?.id ?? null,
    stationIds: member?.stations.map((station) => station.id) ?? [],
    deskIds: member?.desks.map((desk) => desk.id) ?? [],
  });
  const [outcome, setOutcome] = useState<StaffOutcomeFragment | undefined>();
  const wrong = (path: string) => (outcome?.__typename === 'InvalidInput' ? outcome.fields.find((field) => field.path === path)?.message : undefined);
  const set = (patch: Partial<MemberValues>) => setValues((was) => ({ ...was, ...patch }));
  // At another station nobody sells who is tied to these.
  const stands = (id: string, stationIds: string[]) => stationIds.length === 0 || stationIds.includes(choices.desks.find((desk) => desk.id === id)?.station?.id ?? '');
  const desks = choices.desks.filter((desk) => (desk.active || values.deskIds.includes(desk.id)) && stands(desk.id, values.stationIds));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setOutcome(undefined);
    // Only a representative is one carrier's.
    setOutcome(await onSubmit({ ...values, carrierId: values.role === REPRESENTATIVE ? values.carrierId : null }));
  };

  return (
    <form onSubmit={(event) => void send(event)} noValidate style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 'var(--mantine-spacing-md)' }}>
      <TextInput label={t('staff.lastName')} value={values.lastName} error={wrong('lastName')} onChange={(event) => set({ lastName: event.currentTarget.value })} autoComplete="off" data-autofocus />
      <TextInput label={t('staff.firstName')} value={values.firstName} error={wrong('firstName')} onChange={(event) => set({ firstName: event.currentTarget.value })} autoComplete="off" />
      {!member && <TextInput type="email" label={t('staff.email')} value={values.email} error={wrong('email')} onChange={(event) => set({ email: event.currentTarget.value })} autoComplete="off" />}
      <NativeSelect label={t('staff.role')} value={values.role} error={wrong('role')} onChange={(event) => set({ role: event.currentTarget.value })} data={choices.roles.nodes.map((role) => ({ value: role.code, label: role.name }))} />
      {values.role === REPRESENTATIVE && (
        <NativeSelect
          label={t('staff.carrier')}
          value={values.carrierId ?? ''}
          error={wrong('carrierId')}
          onChange={(event) => set({ carrierId: event.currentTarget.value || null })}
          data={[{ value: '', label: t('staff.chooseCarrier') }, ...choices.carriers.map((carrier) => ({ value: carrier.id, label: carrier.name }))]}
        />
      )}
      <MultiSelect
        label={t('staff.stations')}
        description={t('staff.stationsHint')}
        value={values.stationIds}
        error={wrong('stationIds')}
        onChange={(stationIds) => set({ stationIds, deskIds: values.deskIds.filter((id) => stands(id, stationIds)) })}
        data={choices.stations.map((station) => ({ value: station.id, label: station.name }))}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('staff.everywhere') }}
        nothingFoundMessage={t('staff.noStation')}
        placeholder={values.stationIds.length === 0 ? t('staff.everywhere') : undefined}
      />
      {desks.length > 0 && (
        <MultiSelect
          label={t('staff.desks')}
          description={t('staff.desksHint')}
          value={values.deskIds}
          error={wrong('deskIds')}
          onChange={(deskIds) => set({ deskIds })}
          data={desks.map((desk) => ({ value: desk.id, label: [desk.station?.name, t('desk.named', { sign: desk.sign })].filter(Boolean).join(' · ') }))}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('staff.everyDesk') }}
          nothingFoundMessage={t('staff.noDesk')}
          placeholder={values.deskIds.length === 0 ? t('staff.everyDesk') : undefined}
        />
      )}
      {outcome?.__typename === 'ChangedMeanwhile' && <Notice live tone="error" title={outcome.message} />}
      {error && <ProblemNotice error={error} />}
      <Button type="submit" loading={busy} style={{ justifySelf: 'start' }}>
        {submit}
      </Button>
    </form>
  );
}
