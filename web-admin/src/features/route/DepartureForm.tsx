import { ActionIcon, Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, useMutation, useQuery } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { PlatformChoicesDocument, SaveDepartureDocument, VehicleChoicesDocument, type DeparturePartsFragment, type OnHolidays, type SaveDepartureInput, type SoldTrips } from '../../gql/graphql';
import { Against } from '../trip/Against';
import { DeparturePreview } from './DeparturePreview';
import { ends, type RouteDetail } from './Paths';
import css from './Route.module.css';
import { WEEK, WeekdaysField } from './WeekdaysField';

interface DepartureFormProps {
  route: RouteDetail;
  departure: DeparturePartsFragment | undefined;
  onSaved: (words: string) => void;
  reread: () => void;
}

const PREVIEW_PAUSE_MS = 350;

/** A departure as its form has it; a new one runs every day. */
const valuesOf = (route: RouteDetail, departure: DeparturePartsFragment | undefined) => ({
  pathId: departure ? (departure.pathId ?? '') : (route.paths.find((path) => path.active)?.id ?? ''),
  startsAt: departure?.startsAt ?? '',
  number: departure?.number ?? route.number,
  weekdays: departure?.weekdays ?? WEEK,
  firstDate: departure?.firstDate ?? '',
  lastDate: departure?.lastDate ?? '',
  exceptions: (departure?.exceptions ?? []).map((one) => ({ date: one.date, runs: one.runs })),
  onHolidays: departure?.onHolidays ?? ('USUAL' as OnHolidays),
  platformId: departure?.platformId ?? '',
  vehicleId: departure?.vehicle?.id ?? '',
  saleOpensDays: departure?.saleOpensDays ?? ('' as number | ''),
  saleClosesMinutes: departure?.saleClosesMinutes ?? ('' as number | ''),
  active: departure?.active ?? true,
  soldTrips: 'KEEP' as SoldTrips,
  overrule: '',
});
type Values = ReturnType<typeof valuesOf>;

const inputOf = (route: RouteDetail, departure: DeparturePartsFragment | undefined, typed: Values, version: number | null): SaveDepartureInput => ({
  ...typed,
  id: departure?.id ?? null,
  version,
  routeId: route.id,
  pathId: typed.pathId || null,
  platformId: typed.platformId || null,
  vehicleId: typed.vehicleId || null,
  saleOpensDays: typed.saleOpensDays === '' ? null : typed.saleOpensDays,
  saleClosesMinutes: typed.saleClosesMinutes === '' ? null : typed.saleClosesMinutes,
  exceptions: typed.exceptions.filter((one) => one.date),
  overrule: typed.overrule.trim() || null,
});

/** When a line departs, with the days it makes of that and the trips it touches. */
export function DepartureForm({ route, departure, onSaved, reread }: DepartureFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveDepartureDocument);
  const [against, setAgainst] = useState<string[]>([]);
  const paths = route.paths.filter((path) => path.active || path.id === departure?.pathId);
  const form = useForm({
    name: `departure.${departure?.id ?? `new.${route.id}`}`,
    version: departure?.version ?? null,
    saved: valuesOf(route, departure),
    reread,
    send: async (values, version) => {
      const missing = (['firstDate', 'lastDate'] as const).find((field) => !values[field]);
      if (missing) return { __typename: 'InvalidInput', fields: [{ path: missing, message: t('form.required') }] };
      const outcome = (await save({ input: inputOf(route, departure, values, version) })).data?.saveDeparture;
      if (outcome?.__typename === 'DepartureSaved') {
        const { made, removed, renewed, kept, followed, withoutVehicle, vehicleClashes } = outcome;
        const told = followed > 0 ? t(`departure.followed.${values.soldTrips}`, { count: followed }) : '';
        const without = withoutVehicle > 0 ? t('departure.withoutVehicle', { count: withoutVehicle }) : '';
        const clashes = vehicleClashes.length > 0 ? `${t('departure.clashes')} ${vehicleClashes.map((one) => one.number).join(', ')}.` : '';
        onSaved([t('departure.saved'), t('departure.effect', { made, removed, renewed, kept: kept.length - followed }), told, without, clashes].filter(Boolean).join(' '));
      }
      if (outcome?.__typename === 'OverruleNeeded') {
        setAgainst(outcome.objections.map((one) => one.message));
        return { __typename: 'InvalidInput', message: outcome.message };
      }
      setAgainst([]);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const path = paths.find((one) => one.id === values.pathId);
  const station = path?.stops[0]?.stop.id;
  const [{ data: platforms }] = useQuery({ query: PlatformChoicesDocument, variables: { id: station ?? '' }, pause: !station });
  const [{ data: vehicles }] = useQuery({ query: VehicleChoicesDocument, variables: { carrier: route.carrier.id } });
  const [asked] = useDebouncedValue(values, PREVIEW_PAUSE_MS);
  const ready = asked.startsAt && asked.firstDate && asked.lastDate && (asked.pathId || departure);
  const label = (field: string) => t(`departure.${field}`);
  const exception = (index: number, patch: Partial<{ date: string; runs: boolean }>) => set({ exceptions: values.exceptions.map((one, at) => (at === index ? { ...one, ...patch } : one)) });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(values.soldTrips === 'CANCEL' ? 'departure.saveAndCancel' : 'form.save')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]))}>
      <div className={pairs.pair}>
        <NativeSelect label={label('pathId')} value={values.pathId} error={wrong('pathId')} onChange={(event) => set({ pathId: event.currentTarget.value, platformId: '' })} data={[...(departure && !departure.pathId ? [{ value: '', label: label('asNow') }] : []), ...paths.map((one) => ({ value: one.id, label: ends(one) }))]} />
        <TextInput label={label('startsAt')} placeholder="08:30" inputMode="numeric" maxLength={5} autoComplete="off" {...form.text('startsAt')} />
        <TextInput label={label('number')} maxLength={12} autoComplete="off" {...form.text('number')} />
      </div>
      <WeekdaysField value={values.weekdays} error={wrong('weekdays')} onChange={(weekdays) => set({ weekdays })} />
      <div className={pairs.pair}>
        <DayInput label={label('firstDate')} value={values.firstDate} error={wrong('firstDate')} onChange={(firstDate) => set({ firstDate })} />
        <DayInput label={label('lastDate')} value={values.lastDate} error={wrong('lastDate')} onChange={(lastDate) => set({ lastDate })} />
        <NativeSelect label={label('onHolidays')} value={values.onHolidays} onChange={(event) => set({ onHolidays: event.currentTarget.value as OnHolidays })} data={(['USUAL', 'SUNDAY', 'NONE'] as const).map((one) => ({ value: one, label: t(`departure.holidays.${one}`) }))} />
      </div>
      <fieldset className={css.exceptions}>
        <legend>{label('exceptions')}</legend>
        <ul>
          {values.exceptions.map((one, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>
              <DayInput label={t('departure.dateN', { n: index + 1 })} value={one.date} onChange={(date) => exception(index, { date })} />
              <NativeSelect aria-label={t('departure.runsN', { n: index + 1 })} value={one.runs ? 'yes' : 'no'} onChange={(event) => exception(index, { runs: event.currentTarget.value === 'yes' })} data={[{ value: 'yes', label: label('runs') }, { value: 'no', label: label('runsNot') }]} />
              <ActionIcon variant="subtle" size="lg" aria-label={t('departure.dropDateN', { n: index + 1 })} onClick={() => set({ exceptions: values.exceptions.toSpliced(index, 1) })}>
                <Icon name="close" size={18} />
              </ActionIcon>
            </li>
          ))}
        </ul>
        {wrong('exceptions') && <p className={css.wrong}>{wrong('exceptions')}</p>}
        <Button variant="default" size="compact-md" style={{ justifySelf: 'start' }} onClick={() => set({ exceptions: [...values.exceptions, { date: '', runs: false }] })}>
          {label('addDate')}
        </Button>
      </fieldset>
      <div className={pairs.pair}>
        <NativeSelect label={label('platformId')} value={values.platformId} error={wrong('platformId')} onChange={(event) => set({ platformId: event.currentTarget.value })} data={[{ value: '', label: label('noPlatform') }, ...(platforms?.stationRecord.platforms ?? []).filter((one) => one.active).map((one) => ({ value: one.id, label: one.sign }))]} />
        <NativeSelect label={label('vehicleId')} value={values.vehicleId} error={wrong('vehicleId')} onChange={(event) => set({ vehicleId: event.currentTarget.value })} data={[{ value: '', label: label('noVehicle') }, ...(vehicles?.vehicles.nodes ?? []).filter((one) => one.active).map((one) => ({ value: one.id, label: `${one.plate} ${one.make}` }))]} />
      </div>
      <Against told={values.vehicleId === (departure?.vehicle?.id ?? '') ? [] : against} reason={values.overrule} missing={against.length > 0} onReason={(overrule) => set({ overrule })} />
      <div className={pairs.pair}>
        <NumberField label={label('saleOpensDays')} description={label('asEverywhere')} value={values.saleOpensDays} error={wrong('saleOpensDays')} min={0} allowDecimal={false} onChange={(value) => set({ saleOpensDays: value })} />
        <NumberField label={label('saleClosesMinutes')} description={label('asEverywhere')} value={values.saleClosesMinutes} error={wrong('saleClosesMinutes')} min={0} allowDecimal={false} onChange={(value) => set({ saleClosesMinutes: value })} />
      </div>
      {departure && <Switch label={label('active')} checked={values.active} error={wrong('active')} onChange={(event) => set({ active: event.currentTarget.checked })} />}
      {ready && <DeparturePreview input={inputOf(route, departure, asked, departure?.version ?? null)} soldTrips={values.soldTrips} onSoldTrips={(soldTrips) => set({ soldTrips })} />}
    </FormFrame>
  );
}
