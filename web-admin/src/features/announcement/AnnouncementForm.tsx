import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import css from '../../app/FormFrame.module.css';
import { useForm } from '../../app/useForm';
import { SaveAnnouncementDocument, type AnnouncementPartsFragment, type AnnouncementStationsQuery } from '../../gql/graphql';

interface AnnouncementFormProps {
  announcement?: AnnouncementPartsFragment;
  stations: AnnouncementStationsQuery['stations'];
  onSaved: () => void;
  reread: () => void;
}

const HOUR_MS = 3_600_000;
/** What the station's clock shows then, as an input takes it. */
const local = (at: number, timeZone: string) => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T');

/** What a station tells, in three languages, from when and until when. */
export function AnnouncementForm({ announcement, stations, onSaved, reread }: AnnouncementFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveAnnouncementDocument);
  const first = stations[0];
  const [now] = useState(Date.now);
  const form = useForm({
    name: `announcement.${announcement?.id ?? 'new'}`,
    version: announcement?.version ?? null,
    saved: {
      stationId: announcement?.station.id ?? first?.id ?? '',
      text: announcement?.texts ?? { ru: '', ky: '', en: '' },
      startsAt: announcement?.startsAt.local.slice(0, 16) ?? local(now, first?.timeZone ?? 'UTC'),
      endsAt: announcement?.endsAt.local.slice(0, 16) ?? local(now + 3 * HOUR_MS, first?.timeZone ?? 'UTC'),
    },
    reread,
    onSaved,
    send: async ({ stationId, text, startsAt, endsAt }, version) => {
      const missing = ([['startsAt', startsAt], ['endsAt', endsAt]] as const).filter(([, value]) => !value);
      if (missing.length > 0) return { __typename: 'InvalidInput', fields: missing.map(([path]) => ({ path, message: t('form.required') })) };
      const { ru, ky, en } = text;
      return (await save({ input: { id: announcement?.id, version, stationId, text: { ru, ky, en }, startsAt: `${startsAt}:00`, endsAt: `${endsAt}:00` } })).data?.saveAnnouncement;
    },
  });
  const { values, set, wrong } = form;
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ stationId: t('announcements.station'), text: t('announcements.text'), startsAt: t('announcements.startsAt'), endsAt: t('announcements.endsAt') }}>
      <NativeSelect label={t('announcements.station')} data={stations.map((one) => ({ value: one.id, label: one.name }))} {...form.text('stationId')} />
      {(['ru', 'ky', 'en'] as const).map((language) => (
        <Textarea
          key={language}
          size="md"
          autosize
          minRows={2}
          label={`${t('announcements.text')}: ${t(`names.of.${language}`)}`}
          placeholder={language === 'ru' ? undefined : values.text.ru}
          value={values.text[language]}
          error={wrong(`text.${language}`)}
          onChange={(event) => set({ text: { ...values.text, [language]: event.currentTarget.value } })}
        />
      ))}
      <div className={css.pair}>
        <TextInput type="datetime-local" label={t('announcements.startsAt')} {...form.text('startsAt')} />
        <TextInput type="datetime-local" label={t('announcements.endsAt')} {...form.text('endsAt')} />
      </div>
      <p className="bk-muted">{t('announcements.zone')}</p>
    </FormFrame>
  );
}
