import { Checkbox, NativeSelect, PasswordInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import css from '../../app/FormFrame.module.css';
import { useForm } from '../../app/useForm';
import { SaveDestinationDocument, type DestinationPartsFragment, type ExchangeFormat } from '../../gql/graphql';

interface Choice {
  id: string;
  name: string;
}

interface DestinationFormProps {
  /** None: a new one. */
  destination?: DestinationPartsFragment;
  carriers: Choice[];
  stations: Choice[];
  onSaved: () => void;
  reread: () => void;
}

/** Address, form and key of a receiver of manifests, and which trips it is told of. */
export function DestinationForm({ destination, carriers, stations, onSaved, reread }: DestinationFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveDestinationDocument);
  // Not a part of the draft: a key is not left in the browser.
  const [secret, setSecret] = useState('');
  const form = useForm({
    name: `destination.${destination?.id ?? 'new'}`,
    version: destination?.version ?? null,
    saved: {
      name: destination?.name ?? '',
      url: destination?.url ?? '',
      format: destination?.format ?? ('JSON' as ExchangeFormat),
      carrierId: destination?.carrierId ?? '',
      stationId: destination?.stationId ?? '',
      active: destination?.active ?? true,
    },
    reread,
    onSaved,
    send: async (values, version) => {
      const input = { ...values, id: destination?.id, version, secret: secret || null, carrierId: values.carrierId || null, stationId: values.stationId || null };
      return (await save({ input })).data?.saveDestination;
    },
  });
  const label = (field: string) => t(`destination.${field}`);
  const options = (all: string, choices: Choice[]) => [{ value: '', label: all }, ...choices.map((one) => ({ value: one.id, label: one.name }))];
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ name: label('name'), url: label('url'), format: label('format'), carrierId: label('carrier'), stationId: label('station'), active: label('active') }}>
      <TextInput label={label('name')} autoComplete="off" data-autofocus {...form.text('name')} />
      <TextInput label={label('url')} type="url" placeholder="https://" autoComplete="off" {...form.text('url')} />
      <div className={css.pair}>
        <NativeSelect label={label('format')} value={form.values.format} data={['JSON', 'XML']} onChange={(event) => form.set({ format: event.currentTarget.value as ExchangeFormat })} />
        <PasswordInput label={label('secret')} description={label(destination ? 'secretKept' : 'secretHint')} autoComplete="new-password" value={secret} error={form.wrong('secret')} onChange={(event) => setSecret(event.currentTarget.value)} visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }} />
      </div>
      <div className={css.pair}>
        <NativeSelect label={label('carrier')} {...form.text('carrierId')} data={options(label('allCarriers'), carriers)} />
        <NativeSelect label={label('station')} {...form.text('stationId')} data={options(label('allStations'), stations)} />
      </div>
      <Checkbox label={label('active')} checked={form.values.active} onChange={(event) => form.set({ active: event.currentTarget.checked })} />
    </FormFrame>
  );
}
