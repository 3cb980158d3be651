import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { NamesFields } from '../../app/NamesFields';
import { useForm } from '../../app/useForm';
import { SavePlaceDocument, type PlaceRecordPartsFragment } from '../../gql/graphql';
import { PointFields } from './PointFields';
import type { Point } from './projection';

interface PlaceFormProps {
  place?: PlaceRecordPartsFragment;
  /** What a new one may be called, and where it may be. */
  name?: string;
  near?: Point | null;
  onSaved: (place: PlaceRecordPartsFragment) => void;
  reread?: () => void;
}

/** A town: its name and its point on the map. */
export function PlaceForm({ place, name = '', near = null, onSaved, reread }: PlaceFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SavePlaceDocument);
  const form = useForm({
    name: `place.${place?.id ?? 'new'}`,
    version: place?.version ?? null,
    saved: {
      names: { ru: place?.names.ru ?? name, ky: place?.names.ky ?? '', en: place?.names.en ?? '' },
      latitude: place?.latitude ?? near?.latitude ?? ('' as number | ''),
      longitude: place?.longitude ?? near?.longitude ?? ('' as number | ''),
    },
    reread,
    send: async ({ names, latitude, longitude }, version) => {
      if (latitude === '' || longitude === '') return { __typename: 'InvalidInput', fields: [{ path: latitude === '' ? 'latitude' : 'longitude', message: t('map.missing') }] };
      const outcome = (await save({ input: { id: place?.id, version, names, latitude, longitude } })).data?.savePlace;
      if (outcome?.__typename === 'PlaceSaved') onSaved(outcome.place);
      return outcome;
    },
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(place ? 'form.save' : 'place.make')} names={{ names: t('names.title'), latitude: t('map.latitude'), longitude: t('map.longitude') }}>
      <NamesFields value={form.values.names} onChange={(names) => form.set({ names })} wrong={(language) => form.wrong(`names.${language}`)} />
      <PointFields label={t('map.ofTown')} values={form.values} near={near} set={form.set} wrong={form.wrong} />
    </FormFrame>
  );
}
