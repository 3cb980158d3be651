import { NativeSelect, Select, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { NamesFields } from '../../app/NamesFields';
import { useForm } from '../../app/useForm';
import { SaveStationDocument, type StationPartsFragment } from '../../gql/graphql';
import css from './Station.module.css';
import { PointFields } from './PointFields';
import { STATION_KINDS } from './StationsPage';
import { TownField, type Town } from './TownField';
import { hoursOf, weekOf } from './week';
import { WeekField } from './WeekField';

interface StationFormProps {
  /** None: a new one. */
  station?: StationPartsFragment;
  onSaved: (station: StationPartsFragment) => void;
  reread?: () => void;
}

const HOME_ZONE = 'Asia/Bishkek';
const zones = (own: string) => [...new Set([...Intl.supportedValuesOf('timeZone'), HOME_ZONE, own])].toSorted();
const NO_NAMES = { ru: '', ky: '', en: '' };

/** What a station is, where it is, whose clock it has, when it is open, and how it is reached. */
export function StationForm({ station, onSaved, reread }: StationFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveStationDocument);
  const [zoneNames] = useState(() => zones(station?.timeZone ?? HOME_ZONE));
  const plain = (names: { ru: string; ky: string; en: string } | null | undefined) => (names ? { ru: names.ru, ky: names.ky, en: names.en } : NO_NAMES);
  const form = useForm({
    name: `station.${station?.id ?? 'new'}`,
    version: station?.version ?? null,
    saved: {
      kind: station?.kind ?? ('STATION' as StationPartsFragment['kind']),
      code: station?.code ?? '',
      names: plain(station?.names),
      town: station?.place ? ({ id: station.place.id, name: station.place.name } as Town) : (null as Town | null),
      latitude: station?.latitude ?? ('' as number | ''),
      longitude: station?.longitude ?? ('' as number | ''),
      timeZone: station?.timeZone ?? HOME_ZONE,
      week: weekOf(station?.openingHours ?? []),
      phone: station?.phone ?? '',
      address: plain(station?.address),
      active: station?.active ?? true,
    },
    reread,
    send: async ({ town, week, latitude, longitude, code, ...values }, version) => {
      if (latitude === '' || longitude === '') return { __typename: 'InvalidInput', fields: [{ path: latitude === '' ? 'latitude' : 'longitude', message: t('map.missing') }] };
      const input = { ...values, latitude, longitude, placeId: town?.id ?? null, openingHours: hoursOf(week), ...(station ? { id: station.id, version } : { code }) };
      const outcome = (await save({ input })).data?.saveStation;
      if (outcome?.__typename === 'StationSaved') onSaved(outcome.station);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`station.${field}`);
  const point = values.latitude === '' || values.longitude === '' ? null : { latitude: values.latitude, longitude: values.longitude };
  // The server counts the days that were sent.
  const wrongDay = (index: number) => {
    const at = values.week.slice(0, index).filter((day) => day.open).length;
    return values.week[index]?.open ? (wrong(`openingHours.${at}.closes`) ?? wrong(`openingHours.${at}.weekday`)) : undefined;
  };
  return (
    <FormFrame
      form={form}
      busy={fetching}
      error={error}
      submit={t(station ? 'form.save' : 'station.make')}
      names={{ kind: label('kind'), names: t('names.title'), town: label('town'), latitude: t('map.latitude'), longitude: t('map.longitude'), timeZone: label('timeZone'), week: label('hours'), phone: label('phone'), address: label('address'), active: label('active') }}
    >
      <fieldset className={css.section}>
        <legend>{label('what')}</legend>
        <div className={pairs.pair}>
          <NativeSelect label={label('kind')} description={t(`station.kindHint.${values.kind}`)} value={values.kind} error={wrong('kind')} onChange={(event) => set({ kind: event.currentTarget.value as typeof values.kind })} data={STATION_KINDS.map((one) => ({ value: one, label: t(`station.kindOf.${one}`) }))} />
          {!station && <TextInput label={label('code')} description={label('codeHint')} maxLength={12} autoComplete="off" {...form.text('code')} />}
        </div>
        <NamesFields value={values.names} onChange={(names) => set({ names })} wrong={(language) => wrong(`names.${language}`)} />
        {station && <Switch label={label('active')} checked={values.active} error={wrong('active')} onChange={(event) => set({ active: event.currentTarget.checked })} />}
      </fieldset>
      <fieldset className={css.section}>
        <legend>{label('where')}</legend>
        {values.kind !== 'BORDER' && <TownField value={values.town} error={wrong('placeId')} near={point} onChange={(town, at) => set({ town, ...(point ? {} : at) })} />}
        <PointFields label={t('map.ofStation')} values={values} set={set} wrong={wrong} />
      </fieldset>
      <fieldset className={css.section}>
        <legend>{label('when')}</legend>
        <Select label={label('timeZone')} searchable value={values.timeZone} error={wrong('timeZone')} allowDeselect={false} data={zoneNames} limit={60} nothingFoundMessage={label('noZone')} onChange={(timeZone) => timeZone && set({ timeZone })} />
        <WeekField week={values.week} onChange={(week) => set({ week })} wrong={wrongDay} />
      </fieldset>
      <fieldset className={css.section}>
        <legend>{label('forPassengers')}</legend>
        <TextInput label={label('phone')} type="tel" autoComplete="off" {...form.text('phone')} />
        <NamesFields of={label('address')} value={values.address} onChange={(address) => set({ address })} wrong={(language) => wrong(`address.${language}`)} />
      </fieldset>
    </FormFrame>
  );
}
