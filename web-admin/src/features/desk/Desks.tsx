import { Button, Modal, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useMutation, useQuery } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import page from '../../app/Page.module.css';
import { useForm } from '../../app/useForm';
import { DesksDocument, RegisterChoicesDocument, SaveDeskDocument, TestPrinterDocument, type DeskPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { PrintButton } from '../printout/PrintButton';
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

/** Widths of a receipt printer's paper, millimetres. */
const PAPERS = [80, 58];

interface DeskFormProps {
  stationId: string;
  desk: DeskPartsFragment | undefined;
  onSaved: () => void;
  reread: () => void;
}

function DeskForm({ stationId, desk, onSaved, reread }: DeskFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveDeskDocument);
  const [tested, test] = useMutation(TestPrinterDocument);
  const [{ data: choices }] = useQuery({ query: RegisterChoicesDocument, pause: !useCan()('MANAGE_REGISTERS') });
  const registers = choices?.fiscalRegisters.nodes ?? [];
  const form = useForm({
    name: `desk.${desk?.id ?? `new.${stationId}`}`,
    version: desk?.version ?? null,
    saved: { sign: desk?.sign ?? '', note: desk?.note ?? '', printer: desk?.printer ?? '', paperMm: String(desk?.paperMm ?? PAPERS[0]), registerId: desk?.register?.id ?? '', active: desk?.active ?? true },
    reread,
    onSaved,
    send: async ({ note, printer, paperMm, registerId, ...values }, version) =>
      (await save({ input: { id: desk?.id, version, stationId, note: note.trim() || null, printer: printer.trim() || null, paperMm: Number(paperMm), registerId: registerId || null, ...values } })).data?.saveDesk,
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t(desk ? 'form.save' : 'desk.make')} names={{ sign: t('desk.sign'), note: t('desk.note'), printer: t('desk.printer'), paperMm: t('desk.paper'), registerId: t('desk.register'), active: t('station.active') }}>
      <TextInput label={t('desk.sign')} description={t('desk.signHint')} maxLength={20} autoComplete="off" data-autofocus {...form.text('sign')} />
      <TextInput label={t('desk.note')} maxLength={200} autoComplete="off" {...form.text('note')} />
      <TextInput label={t('desk.printer')} description={t('desk.printerHint')} placeholder="10.0.0.15" maxLength={100} autoComplete="off" {...form.text('printer')} />
      {form.values.printer.trim() && <NativeSelect label={t('desk.paper')} data={PAPERS.map((mm) => ({ value: String(mm), label: t('desk.paperMm', { mm }) }))} {...form.text('paperMm')} />}
      {desk?.printer && <PrintButton words={t('printer.test')} error={tested.error} send={async () => (await test({ input: { deskId: desk.id } })).data?.testPrinter} />}
      {registers.length > 0 && (
        <NativeSelect label={t('desk.register')} description={t('desk.registerHint')} data={[{ value: '', label: t('desk.registerForAll') }, ...registers.map((one) => ({ value: one.id, label: one.name }))]} {...form.text('registerId')} />
      )}
      {desk && <Switch label={t('station.active')} checked={form.values.active} error={form.wrong('active')} onChange={(event) => form.set({ active: event.currentTarget.checked })} />}
    </FormFrame>
  );
}
