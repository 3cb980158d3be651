import { Button, Checkbox, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Empty, isDay, Notice, ProblemNotice, stopName, useFormat, useMutation, useQuery } from 'web-shared';
import { GoLink, useParam } from 'web-shared/routing';
import { SeatMap } from 'web-shared/seat-map';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { TableBox } from '../../app/TableBox';
import { useFilters } from '../../app/useFilters';
import { wordsOf } from '../../app/wordsOf';
import { MoveChoicesDocument, MoveFromDocument, MovePassengersDocument, TripMoveDocument, type MoveFromQuery, type MovePassengersMutation } from '../../gql/graphql';
import { ToBoard } from '../dispatch/ToBoard';
import css from '../trip/Swap.module.css';
import { TripBadge } from '../trip/TripBadge';
import { isOccupied, meets, nameOf, seatsOf, type Mover } from './movers';
import { MovePeople } from './MovePeople';

/** Another trip carries the passengers of this one: which, who sits where, and done. */
export function MovePage() {
  const { t } = useTranslation();
  const id = useParam('id');
  const [{ data, fetching, error }, reload] = useQuery({ query: MoveFromDocument, variables: { id }, requestPolicy: 'network-only' });
  const trip = data?.trip;
  if (!trip) {
    return (
      <Page title={t('move.title')}>
        {error ? <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} /> : fetching ? <Skeleton height={420} radius="lg" /> : <Empty title={t('trip.notFound')} action={<GoLink to="/trips">{t('trips.title')}</GoLink>} />}
      </Page>
    );
  }
  return <Move key={trip.id} trip={trip} />;
}

function Move({ trip }: { trip: NonNullable<MoveFromQuery['trip']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change } = useFilters(`/trips/${encodeURIComponent(trip.id)}/move`);
  const date = search.date && isDay(search.date) ? search.date : trip.serviceDate;
  const to = search.to ?? '';
  const [done, setDone] = useState<Extract<MovePassengersMutation['movePassengers'], { __typename: 'PassengersMoved' }> | null>(null);
  const [{ data, error }, reload] = useQuery({ query: MoveChoicesDocument, variables: { id: trip.id, date }, pause: done !== null, requestPolicy: 'network-only' });
  const choices = data?.moveChoices;
  // Once one is chosen, the others make room for what comes of it.
  const isChosen = choices?.some((one) => one.trip.id === to);
  const back = (
    <GoLink to={`/trips/${encodeURIComponent(trip.id)}`} className={page.action}>
      {t('swap.toTrip')}
    </GoLink>
  );
  const start = trip.calls[0];
  const title = t('move.named', { number: trip.number });
  const lead = [format.date(trip.serviceDate, 'weekday'), start && clock(start.departure), trip.destination].filter(Boolean).join(' · ');
  if (done) {
    return (
      <Page title={title} lead={lead} tools={back}>
        <Notice live tone="ok" title={t('move.done', { count: done.passengers })}>
          <p>{t('move.told', { count: done.messages })}</p>
          {done.ordersReturned > 0 && <p>{t('swap.returned', { count: done.ordersReturned })}</p>}
        </Notice>
        <div className={css.buttons}>
          <GoLink to={`/trips/${encodeURIComponent(to)}`} className={page.action}>
            {t('move.toOther')}
          </GoLink>
          <ToBoard trip={trip} />
        </div>
      </Page>
    );
  }
  return (
    <Page title={title} lead={lead} tools={back}>
      <div className={page.filters}>
        <DayInput label={t('move.date')} value={date} onChange={(day) => day && change({ date: day, to: undefined })} />
      </div>
      {error && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!choices && !error && <Skeleton height={200} radius="lg" />}
      {choices?.length === 0 && <Empty title={t('move.none')}>{t('move.noneText')}</Empty>}
      {choices && choices.length > 0 && (
        <TableBox label={t('move.choices')} columns={[t('trips.departure'), t('trips.number'), t('trips.carrier'), t('move.goes'), t('move.left'), t('trips.state'), t('move.choose')]}>
          {choices.filter((one) => !isChosen || one.trip.id === to).map((one) => (
            <tr key={one.trip.id} data-marked={one.trip.id === to || undefined}>
              <td className={page.number}>{clock(one.from.departure)}</td>
              <td>
                <strong>{one.trip.number}</strong>
                <small>
                  {stopName(one.from.stop)} — {one.trip.destination}
                </small>
              </td>
              <td>
                {one.trip.carrier.name}
                <small>{one.trip.vehicle.name}</small>
              </td>
              <td className={page.number}>
                {t('move.of', { some: one.passengers, all: one.of })}
                {one.otherStation > 0 && <small>{t('move.otherStationOf', { count: one.otherStation })}</small>}
              </td>
              <td className={page.number}>{one.seatsLeft}</td>
              <td>
                <TripBadge trip={one.trip} />
              </td>
              <td>
                {one.trip.id === to ? (
                  <Button variant="default" size="compact-md" onClick={() => change({ to: undefined })}>
                    {t('move.other')}
                  </Button>
                ) : (
                  <Button variant="light" size="compact-md" aria-label={t('move.chooseNamed', { number: one.trip.number })} onClick={() => change({ to: one.trip.id })}>
                    {t('move.choose')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </TableBox>
      )}
      {to !== '' && <Seating key={to} trip={trip} to={to} onDone={setDone} />}
    </Page>
  );
}

interface SeatingProps {
  trip: NonNullable<MoveFromQuery['trip']>;
  to: string;
  onDone: (done: Extract<MovePassengersMutation['movePassengers'], { __typename: 'PassengersMoved' }>) => void;
}

function Seating({ trip, to, onDone }: SeatingProps) {
  const { t } = useTranslation();
  const [fixed, setFixed] = useState<Record<string, string>>({});
  const [otherClass, setOtherClass] = useState(false);
  const [cancel, setCancel] = useState(false);
  const [picked, setPicked] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState('');
  const [outcome, setOutcome] = useState<MovePassengersMutation['movePassengers'] | undefined>();
  const [{ fetching: sending, error: unsent }, send] = useMutation(MovePassengersDocument);
  const seats = Object.entries(fixed).map(([lineId, seat]) => ({ lineId, seat }));
  const [{ data, error, fetching }, look] = useQuery({ query: TripMoveDocument, variables: { tripId: trip.id, toTripId: to, seats, otherClass }, requestPolicy: 'network-only' });
  const move = data?.tripMove;
  if (!move) return error ? <ProblemNotice error={error} onRetry={() => look({ requestPolicy: 'network-only' })} /> : <Skeleton height={320} radius="lg" />;
  const movers = move.passengers;
  const going = movers.filter((one) => !one.staysBehind);
  const behind = movers.length - going.length;
  const chosen = movers.find((one) => one.lineId === picked);

  const assign = (lineId: string, seat: string) => {
    const mover = movers.find((one) => one.lineId === lineId);
    if (!mover || mover.staysBehind) return;
    if (isOccupied(move, seat, mover)) {
      setSaid(t('move.occupied', { seat }));
      return;
    }
    const next = { ...fixed, [lineId]: seat };
    const there = movers.filter((one: Mover) => one.lineId !== lineId && one.newSeat === seat && meets(one, mover));
    for (const one of there) {
      if (there.length === 1 && mover.newSeat) next[one.lineId] = mover.newSeat;
      else delete next[one.lineId];
    }
    setFixed(next);
    setPicked(null);
    setSaid(t('swap.seated', { name: nameOf(mover), seat }));
  };
  const onSeat = (label: string) => {
    if (picked) return assign(picked, label);
    const mover = movers.find((one) => one.newSeat === label);
    if (mover) setPicked(mover.lineId);
  };
  const confirm = async () => {
    const decided = going.flatMap((one) => (one.newSeat ? [{ lineId: one.lineId, seat: one.newSeat }] : []));
    // Who comes meanwhile is carried too, if there is a seat; who was seen here and can't go any more stops it.
    const orderIds = behind === 0 || cancel ? null : [...new Set(going.map((one) => one.orderId))];
    const answer = (await send({ input: { tripId: trip.id, toTripId: to, orderIds, seats: decided, otherClass, cancel } })).data?.movePassengers;
    setAsked(false);
    if (answer?.__typename === 'PassengersMoved') onDone(answer);
    else {
      setOutcome(answer);
      look({ requestPolicy: 'network-only' });
    }
  };
  return (
    <>
      {outcome && outcome.__typename !== 'PassengersMoved' && <Notice live tone="error" title={wordsOf(outcome)} />}
      {unsent && <ProblemNotice error={unsent} />}
      {error && <ProblemNotice error={error} onRetry={() => setFixed({})} />}
      <span className={css.live} aria-live="polite">
        {said}
      </span>
      <ul className={css.sums} aria-label={t('swap.sums')}>
        <li data-tone="good">{t('move.going', { count: going.length })}</li>
        <li data-tone={behind > 0 ? 'bad' : undefined}>{t('move.behind', { count: behind })}</li>
        <li>{t('swap.messages', { count: move.messages })}</li>
      </ul>
      {move.otherCarrier && <Notice title={t('move.otherCarrier')} />}
      <div className={css.board}>
        <MovePeople movers={movers} picked={picked} fixed={fixed} onPick={(lineId) => setPicked(lineId === picked ? null : lineId)} onReset={() => setFixed({})} />
        {move.units.length > 0 && (
          <section className={page.card} aria-labelledby="other">
            <h2 id="other">{t('move.seats', { number: move.to.number })}</h2>
            <p className="bk-muted">{chosen ? t('swap.pickSeat', { name: nameOf(chosen) }) : move.to.vehicle.name}</p>
            <SeatMap
              name={move.to.vehicle.name}
              units={move.units}
              states={seatsOf(move, chosen)}
              chosen={chosen?.newSeat ? [chosen.newSeat] : []}
              describe={(label) => movers.filter((one) => one.newSeat === label).map(nameOf).join('; ') || undefined}
              onToggle={onSeat}
              onInspect={onSeat}
              onDrop={assign}
              dragOf={(label) => movers.find((one) => one.newSeat === label)?.lineId}
            />
          </section>
        )}
      </div>
      <section className={page.card} aria-label={t('move.title')}>
        {movers.some((one) => one.staysBehind === 'NO_SEAT' || one.otherClass) && <Checkbox checked={otherClass} onChange={(event) => setOtherClass(event.currentTarget.checked)} label={t('swap.otherClass')} description={t('swap.otherClassHint')} />}
        <Checkbox checked={cancel} onChange={(event) => setCancel(event.currentTarget.checked)} label={t('move.cancel', { number: trip.number })} description={t('move.cancelHint', { count: behind })} />
        <Button size="md" style={{ justifySelf: 'start' }} disabled={fetching || (going.length === 0 && !cancel)} onClick={() => setAsked(true)}>
          {t('move.confirm', { count: going.length })}
        </Button>
      </section>
      <Modal opened={asked} onClose={() => setAsked(false)} title={t('move.sure', { number: move.to.number })} closeButtonProps={{ 'aria-label': t('run.back') }}>
        <ul>
          <li>{t('move.going', { count: going.length })}</li>
          {behind > 0 && <li>{t(cancel ? 'move.behindPaid' : 'move.behind', { count: behind })}</li>}
          <li>{t('swap.messages', { count: move.messages })}</li>
          <li>{t('swap.tickets')}</li>
          {cancel && <li>{t('run.forGood')}</li>}
        </ul>
        <div className={css.buttons}>
          <Button loading={sending} color={cancel ? 'red' : undefined} onClick={() => void confirm()}>
            {t(cancel ? 'move.sureCancel' : 'move.sureMove')}
          </Button>
          <Button variant="default" onClick={() => setAsked(false)}>
            {t('run.back')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
