import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { useGo } from 'web-shared/routing';
import { DayInput } from '../../app/DayInput';
import form from '../../app/FormFrame.module.css';
import { TYPING_PAUSE_MS } from '../../app/useFilters';
import { useReturnFocus } from '../../app/useReturnFocus';
import { wordsOf } from '../../app/wordsOf';
import { AddTripDocument, TripAdditionDocument, type AddTripMutation, type TripPageQuery } from '../../gql/graphql';
import { Against } from './Against';

type Trip = NonNullable<TripPageQuery['trip']>;

/** One more trip like this one: what it would be and what runs beside it, then the page of the new one. */
export function AddTripDialog({ trip, onClose }: { trip: Trip; onClose: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const format = useFormat();
  const go = useGo();
  const start = trip.calls[0];
  const [date, setDate] = useState(trip.serviceDate);
  const [startsAt, setStartsAt] = useState(start ? clock(start.departure) : '');
  const [number, setNumber] = useState(trip.number);
  const [vehicleId, setVehicleId] = useState('');
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<AddTripMutation['addTrip'] | undefined>();
  const typed = { tripId: trip.id, date, startsAt: startsAt.trim(), number: number.trim() || null, vehicleId: vehicleId || null };
  const [asked] = useDebouncedValue(typed, TYPING_PAUSE_MS);
  const [{ data, error: unread }] = useQuery({ query: TripAdditionDocument, variables: { input: asked }, pause: !asked.date || !asked.startsAt, requestPolicy: 'network-only' });
  const [{ fetching, error }, add] = useMutation(AddTripDocument);
  const seen = data?.tripAddition;
  const answer = outcome?.__typename === 'InvalidInput' ? outcome : seen?.__typename === 'InvalidInput' ? seen : undefined;
  const wrong = (path: string) => answer?.fields.find((field) => field.path === path)?.message;
  const addition = seen?.__typename === 'TripAddition' ? seen : undefined;
  const against = addition?.vehicles.find((one) => one.vehicle.id === vehicleId)?.objections.map((one) => one.message) ?? [];
  const told = outcome?.__typename === 'OverruleNeeded' ? outcome.objections.map((one) => one.message) : against;
  const change = (put: () => void) => {
    put();
    setOutcome(undefined);
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = (await add({ input: { ...typed, overrule: reason.trim() || null } })).data?.addTrip;
    setOutcome(done);
    if (done?.__typename === 'TripAdded') void go({ to: `/trips/${encodeURIComponent(done.trip.id)}` });
  };
  return (
    <Modal opened onClose={onClose} size="lg" title={t('addTrip.title', { number: trip.number, destination: trip.destination })} closeButtonProps={{ 'aria-label': t('run.back') }}>
      <form className={form.form} noValidate onSubmit={(event) => void send(event)}>
        <p className="bk-muted">{t('addTrip.lead')}</p>
        <DayInput label={t('addTrip.date')} value={date} error={wrong('date')} onChange={(day) => change(() => setDate(day))} />
        <TextInput label={t('addTrip.startsAt')} value={startsAt} error={wrong('startsAt')} inputMode="numeric" maxLength={5} autoComplete="off" data-autofocus onChange={(event) => change(() => setStartsAt(event.currentTarget.value))} />
        <TextInput label={t('addTrip.number')} description={t('addTrip.numberHint')} value={number} error={wrong('number')} maxLength={12} autoComplete="off" onChange={(event) => change(() => setNumber(event.currentTarget.value))} />
        <NativeSelect
          label={t('vehicle.title')}
          description={t('addTrip.vehicleHint')}
          value={vehicleId}
          error={wrong('vehicleId')}
          onChange={(event) => change(() => setVehicleId(event.currentTarget.value))}
          data={[
            { value: '', label: t('crew.undecided') },
            ...(addition?.vehicles ?? []).map(({ vehicle, objections }) => ({
              value: vehicle.id,
              label: [vehicle.plate, vehicle.make, t('addTrip.seats', { count: vehicle.seatCount }), objections.length > 0 && t('crew.objection')].filter(Boolean).join(' · '),
            })),
          ]}
        />
        <Against told={told} reason={reason} missing={outcome?.__typename === 'OverruleNeeded'} onReason={setReason} />
        {unread && <ProblemNotice error={unread} />}
        {wrong('tripId') && <Notice live tone="error" title={wrong('tripId') ?? ''} />}
        {addition && (
          <section aria-live="polite" aria-label={t('addTrip.means')}>
            <ul>
              <li>{t('addTrip.onSale', { departs: clock(addition.departs), arrives: clock(addition.arrives), seats: addition.seats })}</li>
              <li>{t('addTrip.nobody')}</li>
            </ul>
            {addition.near.length > 0 && (
              <>
                <p>{t('addTrip.near', { date: format.date(date, 'weekday') })}</p>
                <ul>
                  {addition.near.map((one) => (
                    <li key={one.trip.id}>
                      {one.trip.calls[0] && clock(one.trip.calls[0].departure)} · {one.trip.number} — {one.trip.destination} · {one.trip.state === 'CANCELLED' ? t('tripState.CANCELLED') : t('addTrip.left', { count: one.seatsLeft })}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        )}
        {outcome?.__typename === 'OverruleNeeded' && !reason && <Notice live tone="error" title={wordsOf(outcome)} />}
        {error && <ProblemNotice error={error} />}
        <div className={form.buttons}>
          <Button type="submit" loading={fetching} disabled={!addition}>
            {t('addTrip.sure')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('run.back')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
