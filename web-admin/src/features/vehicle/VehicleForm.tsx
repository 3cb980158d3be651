import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import css from '../../app/FormFrame.module.css';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { FleetChoicesDocument, LayoutChoicesDocument, SaveVehicleDocument, type VehiclePartsFragment } from '../../gql/graphql';
import { AmenitiesField } from './AmenitiesField';

interface VehicleFormProps {
  vehicle?: VehiclePartsFragment;
  onSaved: (vehicle: VehiclePartsFragment) => void;
  reread?: () => void;
}

export function VehicleForm({ vehicle, onSaved, reread }: VehicleFormProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: FleetChoicesDocument });
  const [{ data: layouts }] = useQuery({ query: LayoutChoicesDocument });
  const [{ fetching, error }, save] = useMutation(SaveVehicleDocument);
  const form = useForm({
    name: `vehicle.${vehicle?.id ?? 'new'}`,
    version: vehicle?.version ?? null,
    saved: {
      carrierId: vehicle?.carrier.id ?? '',
      plate: vehicle?.plate ?? '',
      make: vehicle?.make ?? '',
      year: vehicle?.year ?? ('' as number | ''),
      layoutId: vehicle?.layoutId ?? '',
      amenities: vehicle?.amenities ?? [],
      baggagePlaces: vehicle?.baggagePlaces ?? 0,
      wheelchairPlaces: vehicle?.wheelchairPlaces ?? 0,
      active: vehicle?.active ?? true,
    },
    reread,
    send: async (values, version) => {
      const outcome = (await save({ input: { id: vehicle?.id, version, ...values, year: values.year === '' ? null : values.year } })).data?.saveVehicle;
      if (outcome?.__typename === 'VehicleSaved') onSaved(outcome.vehicle);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`vehicle.${field}`);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(vehicle ? 'form.save' : 'vehicle.make_')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field === 'carrierId' ? 'carrier' : field === 'layoutId' ? 'layout' : field)]))}>
      <NativeSelect label={label('carrier')} value={values.carrierId} error={wrong('carrierId')} onChange={(event) => set({ carrierId: event.currentTarget.value })} data={[{ value: '', label: t('staff.chooseCarrier') }, ...(data?.carriers ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
      <div className={css.pair}>
        <TextInput label={label('plate')} autoComplete="off" data-autofocus {...form.text('plate')} />
        <NumberField label={label('year')} value={values.year} error={wrong('year')} hideControls allowDecimal={false} onChange={(year) => set({ year })} />
      </div>
      <TextInput label={label('make')} autoComplete="off" {...form.text('make')} />
      <NativeSelect
        label={label('layout')}
        value={values.layoutId}
        error={wrong('layoutId')}
        onChange={(event) => set({ layoutId: event.currentTarget.value })}
        data={[{ value: '', label: label('chooseLayout') }, ...(layouts?.layouts ?? []).map((one) => ({ value: one.id, label: one.name }))]}
      />
      <AmenitiesField label={label('amenities')} value={values.amenities} error={wrong('amenities')} onChange={(amenities) => set({ amenities })} />
      <div className={css.pair}>
        <NumberField label={label('baggagePlaces')} value={values.baggagePlaces} error={wrong('baggagePlaces')} min={0} max={500} allowDecimal={false} onChange={(value) => set({ baggagePlaces: value || 0 })} />
        <NumberField label={label('wheelchairPlaces')} value={values.wheelchairPlaces} error={wrong('wheelchairPlaces')} min={0} max={500} allowDecimal={false} onChange={(value) => set({ wheelchairPlaces: value || 0 })} />
      </div>
      <Switch label={label('active')} checked={values.active} onChange={(event) => set({ active: event.currentTarget.checked })} />
    </FormFrame>
  );
}
