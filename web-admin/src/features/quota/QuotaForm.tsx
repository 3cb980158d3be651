import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { SeatMap, type SeatStatus } from 'web-shared/seat-map';
import { CHANNELS } from '../../app/channels';
import { FormFrame } from '../../app/FormFrame';
import page from '../../app/Page.module.css';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { SaveQuotaDocument, type QuotaPartsFragment, type QuotaPurpose, type SalesChannel } from '../../gql/graphql';
import css from './Quota.module.css';
import { keptAs, type Quotas } from './QuotasPage';
import { inMinutes, spoken, UNITS, type Unit } from './release';

const PURPOSES: QuotaPurpose[] = ['CLOSED', 'RESERVE', 'STAFF', 'CHANNELS', 'PARTNER', 'STOP', 'OPEN'];

interface QuotaFormProps {
  of: 'trip' | 'departure';
  id: string;
  known: Quotas;
  quota: QuotaPartsFragment | undefined;
  reread: () => void;
  onCancel: (() => void) | undefined;
  onSaved: (trips: number) => void;
}

const valuesOf = (quota: QuotaPartsFragment | undefined) => ({
  seats: quota?.seats ?? ([] as string[]),
  places: quota?.places || ('' as number | ''),
  purpose: quota?.purpose ?? ('RESERVE' as QuotaPurpose),
  channels: quota?.channels ?? ([] as SalesChannel[]),
  partnerId: quota?.partner?.id ?? '',
  stopId: quota?.stop?.id ?? '',
  reason: quota?.reason ?? '',
  ...spoken(quota?.releaseMinutes),
});

/** Seats picked on the plan, and whose they are until when. */
export function QuotaForm({ of, id, known, quota, reread, onCancel, onSaved }: QuotaFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveQuotaDocument);
  const form = useForm({
    name: `quota.${of}.${id}.${quota?.id ?? 'new'}`,
    version: quota?.version ?? null,
    saved: valuesOf(quota),
    reread,
    send: async ({ release, unit, places, partnerId, stopId, reason, ...typed }, version) => {
      const subject = of === 'trip' ? { tripId: id } : { departureId: id };
      const input = { ...typed, ...subject, id: quota?.id ?? null, version, places: places === '' ? 0 : places, partnerId: partnerId || null, stopId: stopId || null, reason, releaseMinutes: inMinutes(release, unit) };
      const outcome = (await save({ input })).data?.saveQuota;
      if (outcome?.__typename === 'QuotaSaved') onSaved(outcome.trips);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const { purpose } = values;
  const all = known.units.flatMap((unit) => unit.decks.flatMap((deck) => deck.cells.flatMap((cell) => (cell.seat ? [cell.seat.label] : []))));
  const others = known.quotas.filter((one) => one.id !== quota?.id);
  const stateOf = (label: string): SeatStatus => (known.taken.includes(label) ? 'SOLD' : keptAs(others, label, t) ? 'BLOCKED' : 'FREE');
  const label = (field: string) => t(`quota.${field}`);
  const purposes = PURPOSES.filter((one) => one !== 'OPEN' || (of === 'trip' && !known.openSeating));
  const names = Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]));
  return (
    <div className={page.columns}>
      <section className={page.card} aria-labelledby="quota-form">
        <h2 id="quota-form">{t(quota ? 'quota.edit' : 'quota.new')}</h2>
        <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={names}>
          <NativeSelect
            label={label('purpose')}
            description={t(`quota.hintOf.${purpose}`)}
            value={purpose}
            error={wrong('purpose')}
            onChange={(event) => set({ purpose: event.currentTarget.value as QuotaPurpose })}
            data={purposes.map((one) => ({ value: one, label: t(`quota.purposeOf.${one}`) }))}
          />
          {purpose === 'CHANNELS' && (
            <fieldset className={css.channels}>
              <legend>{label('channels')}</legend>
              {CHANNELS.map((one) => (
                <Checkbox key={one} label={t(`today.channel.${one}`)} checked={values.channels.includes(one)} onChange={(event) => set({ channels: event.currentTarget.checked ? [...values.channels, one] : values.channels.filter((other) => other !== one) })} />
              ))}
              {wrong('channels') && <p className={css.wrong}>{wrong('channels')}</p>}
            </fieldset>
          )}
          {purpose === 'PARTNER' && <NativeSelect label={label('partnerId')} value={values.partnerId} error={wrong('partnerId')} onChange={(event) => set({ partnerId: event.currentTarget.value })} data={[{ value: '', label: known.partners.length > 0 ? t('quota.choose') : t('quota.noPartners') }, ...known.partners.map((one) => ({ value: one.id, label: one.name }))]} />}
          {purpose === 'STOP' && <NativeSelect label={label('stopId')} value={values.stopId} error={wrong('stopId')} onChange={(event) => set({ stopId: event.currentTarget.value })} data={[{ value: '', label: t('quota.choose') }, ...known.stops.slice(1).map((one) => ({ value: one.id, label: one.name }))]} />}
          {purpose !== 'CLOSED' && purpose !== 'OPEN' && (
            <div className={css.release}>
              <NumberField label={label('release')} description={label('releaseHint')} value={values.release} error={wrong('releaseMinutes')} min={0} allowDecimal={false} onChange={(value) => set({ release: value })} />
              <NativeSelect aria-label={label('unit')} value={values.unit} onChange={(event) => set({ unit: event.currentTarget.value as Unit })} data={(Object.keys(UNITS) as Unit[]).map((one) => ({ value: one, label: t(`quota.units.${one}`) }))} />
            </div>
          )}
          <TextInput label={label('reason')} maxLength={200} autoComplete="off" {...form.text('reason')} />
          {known.openSeating ? (
            <NumberField label={label('places')} description={t('quota.ofPlaces', { count: known.capacity })} value={values.places} error={wrong('places')} min={1} max={known.capacity} allowDecimal={false} onChange={(value) => set({ places: value })} />
          ) : (
            <div className={css.picked}>
              <span aria-live="polite">{values.seats.length > 0 ? t('quota.seatsNamed', { count: values.seats.length, seats: values.seats.join(', ') }) : t('quota.pick')}</span>
              <span className={css.buttons}>
                <Button variant="default" size="compact-md" onClick={() => set({ seats: all.filter((one) => stateOf(one) === 'FREE') })}>
                  {t('quota.allFree')}
                </Button>
                <Button variant="default" size="compact-md" disabled={values.seats.length === 0} onClick={() => set({ seats: [] })}>
                  {t('quota.nothing')}
                </Button>
              </span>
              {wrong('seats') && <p className={css.wrong}>{wrong('seats')}</p>}
            </div>
          )}
          {onCancel && (
            <Button variant="subtle" style={{ justifySelf: 'start' }} onClick={onCancel}>
              {t('quota.leave')}
            </Button>
          )}
        </FormFrame>
      </section>
      {!known.openSeating && (
        <section className={page.card} aria-labelledby="quota-plan">
          <h2 id="quota-plan">{t('quota.plan')}</h2>
          <SeatMap
            marking
            name={known.number}
            units={known.units}
            states={new Map(all.map((one) => [one, stateOf(one)]))}
            chosen={values.seats}
            onToggle={(seat) => set({ seats: values.seats.includes(seat) ? values.seats.filter((one) => one !== seat) : all.filter((one) => one === seat || values.seats.includes(one)) })}
            describe={(seat) => keptAs(others, seat, t) || undefined}
          />
        </section>
      )}
    </div>
  );
}
