import { Button, Modal, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import page from '../../app/Page.module.css';
import { useForm } from '../../app/useForm';
import { SavePlatformDocument, type PlatformPartsFragment } from '../../gql/graphql';
import css from './Station.module.css';

interface PlatformsProps {
  stationId: string;
  platforms: PlatformPartsFragment[];
  onSaved: (words: string) => void;
  reread: () => void;
}

/** Platforms of a station, as their signs say. */
export function Platforms({ stationId, platforms, onSaved, reread }: PlatformsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<PlatformPartsFragment | 'new' | null>(null);
  const edited = open === 'new' || open === null ? undefined : (platforms.find((one) => one.id === open.id) ?? open);
  return (
    <section className={page.card} aria-labelledby="platforms">
      <h2 id="platforms">{t('platform.title')}</h2>
      {platforms.length === 0 && <p className="bk-muted">{t('platform.none')}</p>}
      <ul className={css.platforms}>
        {platforms.map((one) => (
          <li key={one.id}>
            <button type="button" data-off={one.active ? undefined : true} aria-label={t('platform.editNamed', { sign: one.sign })} onClick={() => setOpen(one)}>
              <strong>{one.sign}</strong>
              <small>{one.active ? t('platform.departures', { count: one.departures }) : t('stations.outOfUse')}</small>
            </button>
          </li>
        ))}
      </ul>
      <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setOpen('new')}>
        {t('platform.new')}
      </Button>
      <Modal opened={open !== null} onClose={() => setOpen(null)} title={edited ? t('platform.named', { sign: edited.sign }) : t('platform.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && (
          <PlatformForm
            key={edited?.id ?? 'new'}
            stationId={stationId}
            platform={edited}
            reread={reread}
            onSaved={() => {
              setOpen(null);
              onSaved(t('platform.saved'));
            }}
          />
        )}
      </Modal>
    </section>
  );
}

interface PlatformFormProps {
  stationId: string;
  platform: PlatformPartsFragment | undefined;
  onSaved: () => void;
  reread: () => void;
}

function PlatformForm({ stationId, platform, onSaved, reread }: PlatformFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SavePlatformDocument);
  const form = useForm({
    name: `platform.${platform?.id ?? `new.${stationId}`}`,
    version: platform?.version ?? null,
    saved: { sign: platform?.sign ?? '', active: platform?.active ?? true },
    reread,
    onSaved,
    send: async (values, version) => (await save({ input: { id: platform?.id, version, stationId, ...values } })).data?.savePlatform,
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(platform ? 'form.save' : 'platform.make')} names={{ sign: t('platform.sign'), active: t('station.active') }}>
      <TextInput label={t('platform.sign')} description={t('platform.signHint')} maxLength={12} autoComplete="off" data-autofocus {...form.text('sign')} />
      {platform && <Switch label={t('station.active')} checked={form.values.active} error={form.wrong('active')} onChange={(event) => form.set({ active: event.currentTarget.checked })} />}
    </FormFrame>
  );
}
