import { Button, Modal, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useMutation, useQuery } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import page from '../../app/Page.module.css';
import { useForm } from '../../app/useForm';
import { DesksDocument, SaveDeskDocument, type DeskPartsFragment } from '../../gql/graphql';
import css from '../station/Station.module.css';

interface DesksProps {
  stationId: string;
  onSaved: (words: string) => void;
}

/** Desks of a station where tickets are sold by hand, as their signs say. */
export function Desks({ stationId, onSaved }: DesksProps) {
  const { t } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: DesksDocument, variables: { stationId }, requestPolicy: 'cache-and-network' });
  const again = () => reload({ requestPolicy: 'network-only' });
  const [open, setOpen] = useState<DeskPartsFragment | 'new' | null>(null);
  const desks = data?.desks ?? [];
  const edited = open === 'new' || open === null ? undefined : (desks.find((one) => one.id === open.id) ?? open);
  return (
    <section className={page.card} aria-labelledby="desks">
      <h2 id="desks">{t('desk.title')}</h2>
      {error && !data && <ProblemNotice error={error} onRetry={again} />}
      {data && desks.length === 0 && <p className="bk-muted">{t('desk.none')}</p>}
      <ul className={css.platforms}>
        {desks.map((one) => (
          <li key={one.id}>
            <button type="button" data-off={one.active ? undefined : true} aria-label={t('desk.editNamed', { sign: one.sign })} onClick={() => setOpen(one)}>
              <strong>{one.sign}</strong>
              {(one.note || !one.active) && <small>{one.active ? one.note : t('stations.outOfUse')}</small>}
            </button>
          </li>
        ))}
      </ul>
      <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setOpen('new')}>
        {t('desk.new')}
      </Button>
      <Modal opened={open !== null} onClose={() => setOpen(null)} title={edited ? t('desk.named', { sign: edited.sign }) : t('desk.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && (
          <DeskForm
            key={edited?.id ?? 'new'}
            stationId={stationId}
            desk={edited}
            reread={again}
            onSaved={() => {
              setOpen(null);
              again();
              onSaved(t('desk.saved'));
            }}
          />
        )}
      </Modal>
    </section>
  );
}

interface DeskFormProps {
  stationId: string;
  desk: DeskPartsFragment | undefined;
  onSaved: () => void;
  reread: () => void;
}

function DeskForm({ stationId, desk, onSaved, reread }: DeskFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveDeskDocument);
  const form = useForm({
    name: `desk.${desk?.id ?? `new.${stationId}`}`,
    version: desk?.version ?? null,
    saved: { sign: desk?.sign ?? '', note: desk?.note ?? '', active: desk?.active ?? true },
    reread,
    onSaved,
    send: async ({ note, ...values }, version) => (await save({ input: { id: desk?.id, version, stationId, note: note.trim() || null, ...values } })).data?.saveDesk,
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(desk ? 'form.save' : 'desk.make')} names={{ sign: t('desk.sign'), note: t('desk.note'), active: t('station.active') }}>
      <TextInput label={t('desk.sign')} description={t('desk.signHint')} maxLength={20} autoComplete="off" data-autofocus {...form.text('sign')} />
      <TextInput label={t('desk.note')} maxLength={200} autoComplete="off" {...form.text('note')} />
      {desk && <Switch label={t('station.active')} checked={form.values.active} error={form.wrong('active')} onChange={(event) => form.set({ active: event.currentTarget.checked })} />}
    </FormFrame>
  );
}
