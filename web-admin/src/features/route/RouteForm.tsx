import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import css from '../../app/FormFrame.module.css';
import { NamesFields } from '../../app/NamesFields';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { RouteChoicesDocument, SaveRouteDocument, type RouteKind, type RoutePartsFragment } from '../../gql/graphql';
import { AmenitiesField } from '../vehicle/AmenitiesField';

interface RouteFormProps {
  /** None: a new one. */
  route?: RoutePartsFragment;
  /** With the number of trips that stay as they were sold. */
  onSaved: (route: RoutePartsFragment, keptTrips: number) => void;
  reread?: () => void;
}

export const SERVICE_CLASSES = ['minibus', 'coach', 'vip', 'doubledecker', 'suburban', 'rail'];

/** What a line is: number, name, carrier, seats, and how it is sold. */
export function RouteForm({ route, onSaved, reread }: RouteFormProps) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: RouteChoicesDocument });
  const [{ fetching, error }, save] = useMutation(SaveRouteDocument);
  const form = useForm({
    name: `route.${route?.id ?? 'new'}`,
    version: route?.version ?? null,
    saved: {
      number: route?.number ?? '',
      names: route ? { ru: route.names.ru, ky: route.names.ky, en: route.names.en } : { ru: '', ky: '', en: '' },
      carrierId: route?.carrier.id ?? '',
      kind: route?.kind ?? ('BUS' as RouteKind),
      serviceClass: route?.serviceClass ?? 'coach',
      layoutId: route?.layoutId ?? '',
      units: route?.units ?? 1,
      reserved: route?.reserved ?? true,
      onlineSale: route?.onlineSale ?? true,
      passportRequired: route?.passportRequired ?? false,
      amenities: route?.amenities ?? [],
      active: route?.active ?? true,
    },
    reread,
    send: async (values, version) => {
      if (!values.carrierId) return { __typename: 'InvalidInput', fields: [{ path: 'carrierId', message: t('form.required') }] };
      const outcome = (await save({ input: { id: route?.id, version, ...values, layoutId: values.layoutId || null } })).data?.saveRoute;
      if (outcome?.__typename === 'RouteSaved') onSaved(outcome.route, outcome.keptTrips);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`route.${field}`);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(route ? 'form.save' : 'route.make')} names={Object.fromEntries(Object.keys(values).map((field) => [field, field === 'names' ? t('names.title') : label(field === 'carrierId' ? 'carrier' : field === 'layoutId' ? 'layout' : field)]))}>
      <div className={css.pair}>
        <TextInput label={label('number')} maxLength={12} autoComplete="off" {...form.text('number')} />
        <NativeSelect label={label('kind')} value={values.kind} onChange={(event) => set({ kind: event.currentTarget.value as RouteKind })} data={(['BUS', 'RAIL'] as const).map((one) => ({ value: one, label: t(`route.kindOf.${one}`) }))} />
      </div>
      <NamesFields value={values.names} onChange={(names) => set({ names })} wrong={(language) => wrong(`names.${language}`)} />
      <NativeSelect label={label('carrier')} value={values.carrierId} error={wrong('carrierId')} onChange={(event) => set({ carrierId: event.currentTarget.value })} data={[{ value: '', label: t('staff.chooseCarrier') }, ...(data?.carriers ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
      <div className={css.pair}>
        <NativeSelect label={label('serviceClass')} value={values.serviceClass} error={wrong('serviceClass')} onChange={(event) => set({ serviceClass: event.currentTarget.value })} data={SERVICE_CLASSES.map((one) => ({ value: one, label: t(`route.classOf.${one}`) }))} />
        <NumberField label={label('units')} value={values.units} error={wrong('units')} min={1} max={30} allowDecimal={false} onChange={(value) => set({ units: typeof value === 'number' ? value : 1 })} />
      </div>
      <NativeSelect label={label('layout')} value={values.layoutId} error={wrong('layoutId')} onChange={(event) => set({ layoutId: event.currentTarget.value })} data={[{ value: '', label: label('noLayout') }, ...(data?.layouts ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
      <Switch label={label('reserved')} checked={values.reserved} onChange={(event) => set({ reserved: event.currentTarget.checked })} />
      <Switch label={label('onlineSale')} checked={values.onlineSale} onChange={(event) => set({ onlineSale: event.currentTarget.checked })} />
      <Switch label={label('passportRequired')} checked={values.passportRequired} onChange={(event) => set({ passportRequired: event.currentTarget.checked })} />
      <AmenitiesField label={label('amenities')} value={values.amenities} error={wrong('amenities')} onChange={(amenities) => set({ amenities })} />
      {route && <Switch label={label('active')} description={label('activeHint')} checked={values.active} error={wrong('active')} onChange={(event) => set({ active: event.currentTarget.checked })} />}
    </FormFrame>
  );
}
