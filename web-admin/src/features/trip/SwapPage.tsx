import { Button, Checkbox, Modal, NativeSelect, Skeleton, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Notice, ProblemNotice, useFormat, useMutation, useQuery, useSubscription } from 'web-shared';
import { GoLink, useParam } from 'web-shared/routing';
import { SeatMap } from 'web-shared/seat-map';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { SeatMapChangedDocument, SeatMapOfDocument, SwapChoicesDocument, SwapVehicleDocument, VehicleSwapDocument, type SwapChoicesQuery, type SwapVehicleMutation } from '../../gql/graphql';
import { ToBoard } from '../dispatch/ToBoard';
import { meets, nameOf, seatsBefore, seatsFor, type Sitter } from './reseating';
import { SwapPassengers } from './SwapPassengers';
import css from './Swap.module.css';

type Outcome = SwapVehicleMutation['swapVehicle'];

/** Another vehicle for a trip: who sits where in it, corrected by hand, with all it comes to, and done. */
export function SwapPage() {
  const { t } = useTranslation();
  const id = useParam('id');
  const [{ data, fetching, error }, reload] = useQuery({ query: SwapChoicesDocument, variables: { id }, requestPolicy: 'network-only' });
  const trip = data?.trip;
  if (!data || !trip) {
    return (
      <Page title={t('swap.title')}>
        {error ? <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} /> : fetching ? <Skeleton height={420} radius="lg" /> : <Empty title={t('trip.notFound')} action={<GoLink to="/trips">{t('trips.title')}</GoLink>} />}
      </Page>
    );
  }
  return <Swap key={trip.id} trip={trip} choices={data.crewChoices.vehicles} reread={() => reload({ requestPolicy: 'network-only' })} />;
}

interface SwapProps {
  trip: NonNullable<SwapChoicesQuery['trip']>;
  choices: SwapChoicesQuery['crewChoices']['vehicles'];
  reread: () => void;
}

function Swap({ trip, choices, reread }: SwapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [vehicle, setVehicle] = useState('');
  const [fixed, setFixed] = useState<Record<string, string>>({});
  const [otherClass, setOtherClass] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const [refunded, setRefunded] = useState(false);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const [said, setSaid] = useState('');
  const [{ fetching: sending, error: unsent }, send] = useMutation(SwapVehicleDocument);
  const way = { tripId: trip.id, from: 0, to: trip.calls.length - 1 };
  const [{ data: before }, rereadMap] = useQuery({ query: SeatMapOfDocument, variables: way, requestPolicy: 'cache-and-network' });
  const seats = Object.entries(fixed).map(([lineId, seat]) => ({ lineId, seat }));
  const variables = { tripId: trip.id, vehicleId: vehicle, seats, otherClass };
  const [{ data, fetching, error }, look] = useQuery({ query: VehicleSwapDocument, variables, pause: vehicle === '', requestPolicy: 'network-only' });
  const swap = vehicle === '' ? undefined : data?.vehicleSwap;
  const sitters: Sitter[] = swap?.passengers ?? [];

  // Somebody buys on this trip, or gives a ticket back: the proposal is another one.
  const [{ data: pushed }] = useSubscription({ query: SeatMapChangedDocument, variables: way });
  const version = pushed?.seatMapChanged.version;
  useEffect(() => {
    if (version === undefined) return;
    rereadMap({ requestPolicy: 'network-only' });
    if (vehicle !== '') look({ requestPolicy: 'network-only' });
    // Only what was told is a reason.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [version]);

  const choose = (next: string) => {
    setVehicle(next);
    setFixed({});
    setPicked(null);
    setRefunded(false);
    setOutcome(undefined);
    setSaid('');
  };
  const assign = (lineId: string, seat: string) => {
    const sitter = sitters.find((one) => one.lineId === lineId);
    if (!sitter) return;
    const gone = sitters.filter((one) => one.lineId !== lineId && one.newSeat === seat && meets(one, sitter));
    const next = { ...fixed, [lineId]: seat };
    // Whoever sat there takes the seat that is left, if it is theirs all the way; otherwise they are seated anew.
    for (const one of gone) {
      const alone = gone.length === 1 && sitter.newSeat !== null && sitters.every((other) => other.lineId === lineId || other.lineId === one.lineId || other.newSeat !== sitter.newSeat || !meets(other, one));
      if (alone && sitter.newSeat) next[one.lineId] = sitter.newSeat;
      else delete next[one.lineId];
    }
    setFixed(next);
    setPicked(null);
    setSaid(t('swap.seated', { name: nameOf(sitter), seat }));
  };
  const onSeat = (label: string) => {
    if (picked) return assign(picked, label);
    const sitter = sitters.find((one) => one.newSeat === label);
    if (sitter) setPicked(sitter.lineId);
  };

  const unseated = sitters.filter((one) => !one.seated);
  const paid = unseated.filter((one) => !one.held);
  const moving = sitters.filter((one) => one.seated && one.newSeat !== one.seat);
  const objections = swap?.objections ?? [];
  const chosen = sitters.find((one) => one.lineId === picked);
  const done = outcome?.__typename === 'TripChanged';
  const confirm = async () => {
    if (!swap) return;
    const decided = sitters.flatMap((one) => (one.newSeat ? [{ lineId: one.lineId, seat: one.newSeat }] : []));
    const input = { tripId: trip.id, version: trip.crew.version, vehicleId: vehicle, seats: decided, refunded: refunded ? paid.map((one) => one.lineId) : [], overrule: reason || null };
    const answer = (await send({ input })).data?.swapVehicle;
    setAsked(false);
    setOutcome(answer);
    if (answer?.__typename === 'TripChanged' || answer?.__typename === 'ChangedMeanwhile') reread();
    else look({ requestPolicy: 'network-only' });
  };

  if (done) {
    return (
      <Page title={t('swap.named', { number: trip.number })} lead={trip.destination}>
        <Notice live tone="ok" title={t('swap.done', { count: outcome.messages })}>
          {outcome.ordersReturned > 0 && t('swap.returned', { count: outcome.ordersReturned })}
        </Notice>
        <div className={css.buttons}>
          <GoLink to={`/trips/${encodeURIComponent(trip.id)}`} className={page.action}>
            {t('swap.toTrip')}
          </GoLink>
          <ToBoard trip={trip} />
        </div>
      </Page>
    );
  }
  return (
    <Page
      title={t('swap.named', { number: trip.number })}
      lead={`${format.date(trip.serviceDate, 'weekday')} · ${trip.destination}`}
      tools={
        <GoLink to={`/trips/${encodeURIComponent(trip.id)}`} className={page.action}>
          {t('swap.toTrip')}
        </GoLink>
      }
    >
      <div className={page.filters}>
        <NativeSelect
          label={t('swap.vehicle')}
          description={trip.crew.vehicle ? t('swap.now', { name: `${trip.crew.vehicle.plate}, ${trip.crew.vehicle.make}` }) : t('swap.nowNone', { name: trip.vehicle.name })}
          value={vehicle}
          onChange={(event) => choose(event.currentTarget.value)}
          style={{ flexBasis: '24rem', maxWidth: '34rem' }}
          data={[
            { value: '', label: t('swap.choose') },
            ...choices
              .filter((one) => one.vehicle.id !== trip.crew.vehicle?.id)
              .map((one) => ({ value: one.vehicle.id, label: [`${one.vehicle.plate}, ${one.vehicle.make}`, t('swap.seatCount', { count: one.vehicle.seatCount }), one.objections.length > 0 && t('crew.objection')].filter(Boolean).join(' — ') })),
          ]}
        />
      </div>
      {outcome && <Notice live tone="error" title={wordsOf(outcome)} />}
      {unsent && <ProblemNotice error={unsent} />}
      {error && <ProblemNotice error={error} onRetry={() => look({ requestPolicy: 'network-only' })} />}
      {vehicle === '' && <Empty title={t('swap.nothing')}>{t('swap.nothingText')}</Empty>}
      {vehicle !== '' && !swap && !error && (fetching ? <Skeleton height={420} radius="lg" /> : <Notice tone="error" title={t('swap.noPlan')} />)}
      <span className={css.live} aria-live="polite">
        {said}
      </span>
      {swap && (
        <>
          <ul className={css.sums} aria-label={t('swap.sums')}>
            <li data-tone="good">{t('swap.stay', { count: sitters.length - moving.length - unseated.length })}</li>
            <li data-tone={moving.length > 0 ? 'warn' : undefined}>{t('swap.move', { count: moving.length })}</li>
            <li data-tone={unseated.length > 0 ? 'bad' : undefined}>{t('swap.without', { count: unseated.length })}</li>
            <li>{t('swap.messages', { count: swap.messages })}</li>
          </ul>
          {objections.length > 0 && (
            <Notice live tone="error" title={t('crew.against')}>
              <ul>
                {objections.map(({ message }) => (
                  <li key={message}>{message}</li>
                ))}
              </ul>
            </Notice>
          )}
          {(unseated.length > 0 || otherClass) && (
            <section className={page.card} aria-labelledby="without">
              <h2 id="without">{t('swap.without', { count: unseated.length })}</h2>
              <Checkbox checked={otherClass} onChange={(event) => setOtherClass(event.currentTarget.checked)} label={t('swap.otherClass')} description={t('swap.otherClassHint')} />
              {paid.length > 0 && (
                <Checkbox
                  checked={refunded}
                  onChange={(event) => setRefunded(event.currentTarget.checked)}
                  label={t('swap.refund', { count: paid.length, amount: swap.refund.map((sum) => format.money(sum)).join(' + ') })}
                  description={t('swap.refundHint')}
                />
              )}
              {unseated.length > paid.length && <p className="bk-muted">{t('swap.holdsEnd', { count: unseated.length - paid.length })}</p>}
            </section>
          )}
          <div className={css.board}>
            <SwapPassengers sitters={sitters} picked={picked} fixed={fixed} onPick={(lineId) => setPicked(lineId === picked ? null : lineId)} onReset={() => setFixed({})} />
            {swap.units.length > 0 && (
              <div className={css.maps}>
                <section className={page.card} aria-labelledby="old">
                  <h2 id="old">{t('swap.before')}</h2>
                  <p className="bk-muted">{trip.vehicle.name}</p>
                  {before?.seatMap && <SeatMap name={trip.vehicle.name} units={before.seatMap.units} states={seatsBefore(before.seatMap.units, sitters)} describe={(label) => sitters.filter((one) => one.seat === label).map(nameOf).join('; ') || undefined} onInspect={(label) => setPicked(sitters.find((one) => one.seat === label)?.lineId ?? null)} />}
                </section>
                <section className={page.card} aria-labelledby="new">
                  <h2 id="new">{t('swap.after')}</h2>
                  <p className="bk-muted">{chosen ? t('swap.pickSeat', { name: nameOf(chosen) }) : `${swap.planName}, ${swap.vehicle.plate}`}</p>
                  <SeatMap
                    name={swap.planName}
                    units={swap.units}
                    states={seatsFor(swap.units, sitters, chosen)}
                    chosen={chosen?.newSeat ? [chosen.newSeat] : []}
                    describe={(label) => sitters.filter((one) => one.newSeat === label).map(nameOf).join('; ') || undefined}
                    onToggle={onSeat}
                    onInspect={onSeat}
                    onDrop={assign}
                    dragOf={(label) => sitters.find((one) => one.newSeat === label)?.lineId}
                  />
                </section>
              </div>
            )}
          </div>
          {objections.length > 0 && <Textarea label={t('crew.reason')} description={t('crew.reasonHint')} value={reason} autosize minRows={2} maw="40rem" onChange={(event) => setReason(event.currentTarget.value)} />}
          <Button size="md" style={{ justifySelf: 'start' }} disabled={fetching || (paid.length > 0 && !refunded) || (objections.length > 0 && !reason.trim())} onClick={() => setAsked(true)}>
            {t('swap.confirm')}
          </Button>
          <Modal opened={asked} onClose={() => setAsked(false)} title={t('swap.sure', { plate: swap.vehicle.plate })} closeButtonProps={{ 'aria-label': t('run.back') }}>
            <ul>
              <li>{t('swap.move', { count: moving.length })}</li>
              {paid.length > 0 && <li>{t('swap.refund', { count: paid.length, amount: swap.refund.map((sum) => format.money(sum)).join(' + ') })}</li>}
              {unseated.length > paid.length && <li>{t('swap.holdsEnd', { count: unseated.length - paid.length })}</li>}
              <li>{t('swap.messages', { count: swap.messages })}</li>
              <li>{t('swap.tickets')}</li>
            </ul>
            <div className={css.buttons}>
              <Button loading={sending} onClick={() => void confirm()}>
                {t('swap.confirmSure')}
              </Button>
              <Button variant="default" onClick={() => setAsked(false)}>
                {t('run.back')}
              </Button>
            </div>
          </Modal>
        </>
      )}
    </Page>
  );
}
