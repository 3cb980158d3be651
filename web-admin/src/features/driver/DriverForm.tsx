import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { FleetChoicesDocument, SaveDriverDocument, type DriverPartsFragment } from '../../gql/graphql';

interface DriverFormProps {
  driver?: DriverPartsFragment;
  onSaved: (driver: DriverPartsFragment) => void;
  reread?: () => void;
}

export function DriverForm({ driver, onSaved, reread }: DriverFormProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: FleetChoicesDocument });
  const [{ fetching, error }, save] = useMutation(SaveDriverDocument);
  const form = useForm({
    name: `driver.${driver?.id ?? 'new'}`,
    version: driver?.version ?? null,
    saved: { carrierId: driver?.carrier.id ?? '', lastName: driver?.lastName ?? '', firstName: driver?.firstName ?? '', middleName: driver?.middleName ?? '', phone: driver?.phone ?? '', active: driver?.active ?? true },
    reread,
    send: async (values, version) => {
      const outcome = (await save({ input: { id: driver?.id, version, ...values } })).data?.saveDriver;
      if (outcome?.__typename === 'DriverSaved') onSaved(outcome.driver);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`driver.${field}`);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(driver ? 'form.save' : 'driver.make')} names={{ carrierId: label('carrier'), lastName: label('lastName'), firstName: label('firstName'), middleName: label('middleName'), phone: label('phone'), active: label('active') }}>
      <NativeSelect label={label('carrier')} value={values.carrierId} error={wrong('carrierId')} onChange={(event) => set({ carrierId: event.currentTarget.value })} data={[{ value: '', label: t('staff.chooseCarrier') }, ...(data?.carriers ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
      <TextInput label={label('lastName')} autoComplete="off" data-autofocus {...form.text('lastName')} />
      <TextInput label={label('firstName')} autoComplete="off" {...form.text('firstName')} />
      <TextInput label={label('middleName')} autoComplete="off" {...form.text('middleName')} />
      <TextInput label={label('phone')} type="tel" autoComplete="off" {...form.text('phone')} />
      <Switch label={label('active')} checked={values.active} onChange={(event) => set({ active: event.currentTarget.checked })} />
    </FormFrame>
  );
}
