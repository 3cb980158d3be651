import { ActionIcon, Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Notice, ProblemNotice, useMutation } from 'web-shared';
import page from '../../app/Page.module.css';
import { DropPhotoDocument } from '../../gql/graphql';
import { useCan } from '../account/session';
import css from './Photos.module.css';
import { sendPhoto } from './sendPhoto';
import type { VehicleDetail } from './VehiclePage';

/** What the vehicle looks like. */
export function Photos({ vehicle, onChanged }: { vehicle: VehicleDetail; onChanged: (words: string) => void }) {
  const { t } = useTranslation();
  const manages = useCan()('MANAGE_FLEET');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [{ error }, drop] = useMutation(DropPhotoDocument);
  const add = async (file: File | null) => {
    if (!file) return;
    setBusy(true);
    const outcome = await sendPhoto(vehicle.id, file);
    setBusy(false);
    setProblem(outcome === 'ok' ? null : t(`photo.${outcome}`));
    if (outcome === 'ok') onChanged(t('photo.added'));
  };
  return (
    <section className={page.card} aria-labelledby="photos">
      <h2 id="photos">{t('photo.title')}</h2>
      {problem && <Notice live tone="error" title={problem} />}
      {error && <ProblemNotice error={error} />}
      {vehicle.photos.length === 0 && <p className="bk-muted">{t('photo.none')}</p>}
      <ul className={css.photos}>
        {vehicle.photos.map((photo, n) => (
          <li key={photo.id}>
            <img src={photo.url} alt={t('photo.alt', { make: vehicle.make, n: n + 1 })} loading="lazy" />
            {manages && (
              <ActionIcon className={css.drop} variant="filled" color="dark" size="lg" aria-label={t('photo.drop', { n: n + 1 })} onClick={() => void drop({ id: photo.id }).then(({ data }) => data && onChanged(t('photo.dropped')))}>
                <Icon name="close" />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {manages && (
        <FileButton onChange={(file) => void add(file)} accept="image/jpeg,image/png,image/webp">
          {(props) => (
            <Button {...props} variant="default" loading={busy} style={{ justifySelf: 'start' }}>
              {t('photo.add')}
            </Button>
          )}
        </FileButton>
      )}
    </section>
  );
}
