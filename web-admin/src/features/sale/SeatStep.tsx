import { Button, NativeSelect, NumberInput, Skeleton, TextInput } from '@mantine/core';
import { useEffect, useMemo, useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation, useQuery, useSubscription } from 'web-shared';
import { applyUpdate, bestSeats, SeatMap, seatsNow, type SeatsNow } from 'web-shared/seat-map';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { SaleHoldDocument, SaleSeatsDocument, SeatMapChangedDocument, type SaleOrderPartsFragment, type SaleSeatsQuery } from '../../gql/graphql';
import { useKey } from '../shift/useKey';
import type { Ride } from './RideStep';

interface SeatStepProps {
  ride: Ride;
  onHeld: (order: SaleOrderPartsFragment) => void;
}

/** Seats of the chosen trip, as they are this moment. */
export function SeatStep({ ride, onHeld }: SeatStepProps) {
  const { t } = useTranslation();
  const variables = { tripId: ride.trip.id, from: ride.from.sequence, to: ride.to.sequence };
  const [{ data, error }, again] = useQuery({ query: SaleSeatsDocument, variables, requestPolicy: 'network-only' });
  const map = data?.seatMap;
  return (
    <section className={page.card} aria-labelledby="sale-seats">
      <h2 id="sale-seats">{t('sale.seats')}</h2>
      {error && <ProblemNotice error={error} onRetry={() => again({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Skeleton height={320} radius="lg" />}
      {map?.notOnSaleReason && <Notice tone="warn" title={t(`sale.notOnSale.${map.notOnSaleReason}`)} />}
      {data && map && !map.notOnSaleReason && <Seats key={map.planId} ride={ride} map={map} categories={data.passengerCategories} reread={() => again({ requestPolicy: 'network-only' })} onHeld={onHeld} />}
    </section>
  );
}

interface SeatsProps extends SeatStepProps {
  map: NonNullable<SaleSeatsQuery['seatMap']>;
  categories: SaleSeatsQuery['passengerCategories'];
  reread: () => void;
}

/** Numbers as people type them: `5 6`, `5,6`. */
const labelsOf = (typed: string): string[] => [...new Set(typed.split(/[\s,;]+/).filter(Boolean))];

function Seats({ ride, map, categories, reread, onHeld }: SeatsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const attempt = useKey();
  const [now, setNow] = useState<SeatsNow>(() => seatsNow(map));
  const [{ data: pushed }] = useSubscription({ query: SeatMapChangedDocument, variables: { tripId: ride.trip.id, from: ride.from.sequence, to: ride.to.sequence } });
  const update = pushed?.seatMapChanged;
  useEffect(() => {
    if (update?.planId === map.planId) setNow((known) => applyUpdate(known, update));
    else if (update) reread();
    // What is pushed, not who reads it anew.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [update, map.planId]);
  const seated = categories.filter((one) => one.needsSeat);
  const usual = seated[0]?.code ?? 'ADULT';
  const best = useMemo(() => (map.openSeating ? [] : (bestSeats(map.units, seatsNow(map).states, 1) ?? [])), [map]);
  const [typed, setTyped] = useState(best.join(' '));
  const [places, setPlaces] = useState(1);
  const [kinds, setKinds] = useState<Record<number, string>>({});
  const [laps, setLaps] = useState<string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching, error }, hold] = useMutation(SaleHoldDocument);
  useEffect(() => field.current?.select(), []);

  const labels = labelsOf(typed);
  const count = map.openSeating ? places : labels.length;
  const unknown = labels.filter((label) => !now.states.has(label));
  const taken = labels.filter((label) => now.states.has(label) && now.states.get(label) !== 'FREE');
  const wrong = map.openSeating ? undefined : unknown.length > 0 ? t('sale.noSuchSeat', { seats: unknown.join(', ') }) : taken.length > 0 ? t('sale.seatTaken', { seats: taken.join(', ') }) : undefined;
  const toggle = (label: string) => {
    setProblem(null);
    setTyped((labels.includes(label) ? labels.filter((one) => one !== label) : [...labels, label]).join(' '));
  };
  const send = async (event: SyntheticEvent) => {
    event.preventDefault();
    setProblem(null);
    if (wrong || count === 0) return setProblem(wrong ?? t('sale.noSeats'));
    const kindsOf = Array.from({ length: count }, (_, at) => kinds[at] ?? usual);
    const segment = { tripId: ride.trip.id, from: ride.from.sequence, to: ride.to.sequence, planId: map.planId, seats: map.openSeating ? null : labels };
    const passengers = [...kindsOf, ...laps].map((category) => ({ category }));
    const answer = (await hold({ input: { segments: [segment], passengers, idempotencyKey: attempt.key() } })).data?.holdSeats;
    if (!answer) return;
    attempt.used();
    if (answer.__typename === 'HeldSeats') return onHeld(answer.order);
    setProblem(answer.__typename === 'InvalidInput' ? answer.fields.map((one) => one.message).join(' ') : wordsOf(answer));
    reread();
  };
  const lapKinds = categories.filter((one) => !one.needsSeat);
  return (
    <form noValidate onSubmit={(event) => void send(event)} style={{ display: 'grid', gap: '0.8rem' }}>
      {map.openSeating ? (
        <NumberInput ref={field} size="md" label={t('sale.places')} min={1} max={20} value={places} onChange={(value) => setPlaces(Number(value) || 0)} />
      ) : (
        <TextInput ref={field} size="md" label={t('sale.seatNumbers')} description={t('sale.seatHint')} autoComplete="off" value={typed} error={wrong} onChange={(event) => setTyped(event.currentTarget.value)} />
      )}
      {Array.from({ length: count }, (_, at) => (
        <NativeSelect
          key={at}
          label={map.openSeating ? t('sale.passenger', { number: at + 1 }) : t('sale.onSeat', { seat: labels[at] })}
          value={kinds[at] ?? usual}
          onChange={(event) => setKinds({ ...kinds, [at]: event.currentTarget.value })}
          data={seated.map((one) => ({ value: one.code, label: one.name }))}
        />
      ))}
      {laps.map((code, at) => (
        <NativeSelect
          key={`lap-${at}`}
          label={t('sale.onLap')}
          value={code}
          onChange={({ currentTarget: { value } }) => setLaps(value === '' ? laps.filter((_, other) => other !== at) : laps.map((one, other) => (other === at ? value : one)))}
          data={[...lapKinds.map((one) => ({ value: one.code, label: one.name })), { value: '', label: t('sale.noChild') }]}
        />
      ))}
      {problem && <Notice live tone="error" title={problem} />}
      {error && <ProblemNotice error={error} />}
      <div className={page.tools}>
        <Button type="submit" size="md" loading={fetching}>
          {t('sale.hold', { count })}
        </Button>
        {lapKinds[0] && laps.length < count && (
          <Button variant="subtle" onClick={() => setLaps([...laps, lapKinds[0]!.code])}>
            {t('sale.addChild')}
          </Button>
        )}
      </div>
      {!map.openSeating && (
        <SeatMap
          name={ride.trip.vehicle.name}
          units={map.units}
          states={now.states}
          chosen={labels}
          classes={map.classPrices.flatMap((one) => (one.seatClass ? [{ seatClass: one.seatClass, words: format.money(one.price) }] : []))}
          onToggle={toggle}
        />
      )}
    </form>
  );
}
