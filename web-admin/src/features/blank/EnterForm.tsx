import { Checkbox, NativeSelect, Select, TextInput } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, countries, Notice, parseTypedDate, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import { readTime } from '../../app/readTime';
import { useForm } from '../../app/useForm';
import { EnterBlankDocument, PaperCategoriesDocument, PaperTripsDocument, type BlankBlockPartsFragment, type DocumentKind, type EnterBlankMutation, type PaperTripsQuery } from '../../gql/graphql';
import { DOCUMENT_KINDS, emptyPerson, tidyDay, withDocument } from '../sale/person';
import css from '../sale/Sale.module.css';
import { decimalOf, minorOf } from '../shift/amounts';
import { useKey } from '../shift/useKey';
import { nextBlank, type Kept } from './blanks';

type Trip = PaperTripsQuery['trips']['nodes'][number];

interface EnterFormProps {
  blocks: BlankBlockPartsFragment[];
  /** The blank that was entered just before. */
  before: string | undefined;
  /** Where the desk is. */
  station: string | null;
  /** YYYY-MM-DD, at the station. */
  today: string;
  /** Of the blank before: the next is mostly of the same day and trip. */
  kept: Kept;
  onEntered: (answer: Extract<EnterBlankMutation['enterBlank'], { __typename: 'BlankEntered' }>, kept: Kept) => void;
}

/** What was written on one blank; the trip stays for the next. */
export function EnterForm({ blocks, before, station, today, kept, onEntered }: EnterFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, enter] = useMutation(EnterBlankDocument);
  const attempt = useKey();
  const form = useForm({
    name: 'blank.enter',
    version: null,
    saved: {
      blank: nextBlank(blocks, before),
      day: kept.day ?? today,
      tripId: kept.tripId ?? '',
      from: kept.from ?? '',
      to: kept.to ?? '',
      soldOn: kept.soldOn ?? today,
      soldAt: kept.soldAt ?? '',
      seat: '',
      standing: false,
      category: 'ADULT',
      cash: '' as number | '',
      card: '' as number | '',
      reference: '',
      reason: '',
      named: false,
      person: emptyPerson(''),
      phone: '',
    },
    send: async (values) => {
      const { person } = values;
      const time = readTime(values.soldAt);
      if (!time || !values.soldOn) return { __typename: 'InvalidInput', fields: [{ path: 'soldAt', message: t('paper.noTime') }] };
      const input = {
        blank: values.blank,
        soldAt: `${values.soldOn}T${time}:00`,
        tripId: values.tripId,
        from: Number(values.from || -1),
        to: Number(values.to || -1),
        seat: values.standing ? null : values.seat.trim() || null,
        standing: values.standing,
        category: values.category,
        cash: decimalOf(minorOf(values.cash)),
        card: decimalOf(minorOf(values.card)),
        cardReference: values.reference.trim() || null,
        reason: values.reason.trim() || null,
        passenger: values.named
          ? { firstName: person.firstName, lastName: person.lastName, middleName: null, birthDate: parseTypedDate(person.birthDate) ?? '', citizenship: person.citizenship, documentKind: person.documentKind, documentNumber: person.documentNumber }
          : null,
        phone: values.phone.trim() || null,
        idempotencyKey: attempt.key(),
      };
      const answer = (await enter({ input })).data?.enterBlank;
      if (answer) attempt.used();
      if (answer?.__typename === 'BlankEntered') {
        form.discard();
        onEntered(answer, values);
        return undefined;
      }
      return answer;
    },
  });
  const { values, set, wrong } = form;
  const number = useRef<HTMLInputElement>(null);
  useEffect(() => number.current?.focus(), []);
  const filter = { date: values.day, stationId: station };
  const [{ data, error: notRead }, again] = useQuery({ query: PaperTripsDocument, variables: { filter }, pause: values.day === '' });
  const [{ data: categories }] = useQuery({ query: PaperCategoriesDocument, variables: {} });
  const trips = data?.trips.nodes ?? [];
  const trip = trips.find((one) => one.id === values.tripId);
  const here = (one: Trip) => one.calls.find((call) => call.boarding && (call.stop.id === station || call.stop.station?.id === station)) ?? one.calls[0];
  const lap = categories?.passengerCategories.find((one) => one.code === values.category)?.needsSeat === false;
  const take = (id: string | null) => {
    const one = trips.find((other) => other.id === id);
    set({ tripId: id ?? '', from: one ? String(here(one)?.sequence ?? 0) : '', to: one ? String(one.calls.at(-1)?.sequence ?? '') : '' });
  };
  // Of another day there is another trip.
  useEffect(() => {
    if (data && values.tripId && !trip) take(null);
    // When the list has come.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [data]);
  const call = (one: Trip['calls'][number]) => ({ value: String(one.sequence), label: `${clock(one.departure)} ${one.stop.station?.name ?? one.stop.name}` });
  const person = (patch: Partial<typeof values.person>) => set({ person: { ...values.person, ...patch } });
  const total = minorOf(values.cash) + minorOf(values.card);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={total > 0 ? t('paper.enterFor', { amount: format.money({ amount: decimalOf(total), currency: 'KGS' }) }) : t('paper.enter')}>
      <TextInput label={t('blank.number')} description={t('paper.numberHint')} autoComplete="off" ref={number} {...form.text('blank')} />
      <div className={css.pair}>
        <DayInput label={t('paper.soldOn')} value={values.soldOn} onChange={(soldOn) => set({ soldOn })} />
        <TextInput label={t('paper.soldAt')} size="md" inputMode="numeric" autoComplete="off" placeholder="9:05" value={values.soldAt} error={wrong('soldAt', 'soldOn', 'soldAt')} onChange={(event) => set({ soldAt: event.currentTarget.value })} onBlur={() => set({ soldAt: readTime(values.soldAt) ?? values.soldAt })} />
      </div>
      <DayInput label={t('paper.day')} value={values.day} onChange={(day) => set({ day })} />
      {notRead && <ProblemNotice error={notRead} onRetry={() => again({ requestPolicy: 'network-only' })} />}
      <Select
        label={t('paper.trip')}
        searchable
        value={values.tripId || null}
        error={wrong('tripId')}
        nothingFoundMessage={t('list.noMatch')}
        data={trips.map((one) => ({ value: one.id, label: `${clock(here(one)!.departure)} ${one.number} · ${one.destination}` }))}
        onChange={take}
      />
      {trip && (
        <>
          <NativeSelect label={t('paper.from')} data={trip.calls.filter((one) => one.boarding).map(call)} {...form.text('from')} />
          <NativeSelect label={t('paper.to')} data={trip.calls.filter((one) => one.alighting && one.sequence > Number(values.from)).map(call)} {...form.text('to')} />
        </>
      )}
      <div className={css.pair}>
        <NativeSelect label={t('paper.category')} data={(categories?.passengerCategories ?? []).map((one) => ({ value: one.code, label: one.name }))} {...form.text('category')} />
        {trip?.reservedSeating !== false && !lap && !values.standing && <TextInput label={t('paper.seat')} autoComplete="off" {...form.text('seat')} />}
      </div>
      {(trip?.reservedSeating === false || lap) && wrong('seat') && <Notice live tone="error" title={wrong('seat') ?? ''} />}
      {(values.standing || wrong('seat')) && <Checkbox label={t('paper.standing')} checked={values.standing} onChange={(event) => set({ standing: event.currentTarget.checked })} />}
      <div className={css.pair}>
        <AmountField label={t('paper.cash')} value={values.cash} error={wrong('cash', 'cash', 'card', 'reason')} onChange={(cash) => set({ cash })} />
        <AmountField label={t('paper.card')} value={values.card} error={wrong('card')} onChange={(card) => set({ card })} />
      </div>
      {minorOf(values.card) > 0 && <TextInput label={t('atDesk.reference')} maxLength={40} autoComplete="off" {...form.text('reference', 'cardReference')} />}
      {(values.reason !== '' || wrong('cash')) && <TextInput label={t('paper.reason')} maxLength={200} autoComplete="off" {...form.text('reason')} />}
      <Checkbox label={t('paper.named')} checked={values.named} onChange={(event) => set({ named: event.currentTarget.checked })} />
      {values.named && (
        <>
          <div className={css.pair}>
            <TextInput label={t('sale.document')} autoComplete="off" value={values.person.documentNumber} error={wrong('passenger.documentNumber', 'person')} onChange={(event) => set({ person: withDocument(values.person, event.currentTarget.value, today) })} />
            <NativeSelect label={t('sale.documentKind')} value={values.person.documentKind} error={wrong('passenger.documentKind', 'person')} onChange={(event) => person({ documentKind: event.currentTarget.value as DocumentKind })} data={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`sale.kind.${kind}`) }))} />
          </div>
          <div className={css.pair}>
            <TextInput label={t('sale.lastName')} autoComplete="off" value={values.person.lastName} error={wrong('passenger.lastName', 'person')} onChange={(event) => person({ lastName: event.currentTarget.value })} />
            <TextInput label={t('sale.firstName')} autoComplete="off" value={values.person.firstName} error={wrong('passenger.firstName', 'person')} onChange={(event) => person({ firstName: event.currentTarget.value })} />
          </div>
          <div className={css.pair}>
            <TextInput label={t('sale.birthDate')} autoComplete="off" inputMode="numeric" placeholder={t('day.placeholder')} value={values.person.birthDate} error={wrong('passenger.birthDate', 'person') ?? (values.person.birthDate && !parseTypedDate(values.person.birthDate) ? t('sale.noDay') : undefined)} onChange={(event) => person({ birthDate: event.currentTarget.value })} onBlur={() => person({ birthDate: tidyDay(values.person.birthDate) })} />
            <Select label={t('sale.citizenship')} searchable selectFirstOptionOnChange allowDeselect={false} value={values.person.citizenship} error={wrong('passenger.citizenship', 'person')} data={countries(format.language)} onChange={(citizenship) => citizenship && person({ citizenship })} />
          </div>
          <TextInput label={t('sale.phone')} description={t('sale.phoneHint')} inputMode="tel" autoComplete="off" {...form.text('phone')} />
        </>
      )}
    </FormFrame>
  );
}
