import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { Badge } from '../../app/Badge';
import { NumberField } from '../../app/NumberField';
import { TableBox } from '../../app/TableBox';
import { wordsOf } from '../../app/wordsOf';
import { ChangeTripsDocument, TripsConsequencesDocument, type ChangeTripsMutation, type ConsequencePartsFragment, type TripsAction, type TripsQuery } from '../../gql/graphql';
import css from './Bulk.module.css';
import { wrongDelay } from './TripActions';

type Trip = TripsQuery['trips']['nodes'][number];
type Outcomes = Extract<ChangeTripsMutation['changeTrips'], { __typename: 'TripsChanged' }>['outcomes'];

export const MOST_TRIPS = 200;
const ACTIONS: TripsAction[] = ['DELAY', 'SET_PLATFORM', 'CLOSE_SALE', 'OPEN_SALE', 'CANCEL'];
const TONES = { DONE: 'good', UNCHANGED: 'quiet', REJECTED: 'bad' } as const;

interface BulkActionsProps {
  /** Those that are picked. */
  trips: Trip[];
  /** How many are shown, to pick them all. */
  shown: number;
  stations: { id: string; name: string }[];
  /** The station of the filter. */
  station?: string;
  onAll: () => void;
  onNone: () => void;
  onDone: () => void;
}

/** The same for many trips: what it would touch is counted first, and each trip answers for itself. */
export function BulkActions({ trips, shown, stations, station, onAll, onNone, onDone }: BulkActionsProps) {
  const { t } = useTranslation();
  const [action, setAction] = useState<TripsAction | null>(null);
  const tooMany = trips.length > MOST_TRIPS;
  return (
    <div className={css.bar} role="group" aria-label={t('bulk.title')}>
      <span aria-live="polite">{tooMany ? t('bulk.tooMany', { limit: MOST_TRIPS }) : t('bulk.picked', { count: trips.length })}</span>
      <Button variant="subtle" size="compact-md" onClick={trips.length < shown ? onAll : onNone}>
        {t(trips.length < shown ? 'bulk.all' : 'bulk.none')}
      </Button>
      {ACTIONS.map((one) => (
        <Button key={one} variant="light" size="compact-md" color={one === 'CANCEL' ? 'red' : undefined} disabled={trips.length === 0 || tooMany} onClick={() => setAction(one)}>
          {t(`bulk.action.${one}`)}
        </Button>
      ))}
      {action && (
        <BulkDialog
          action={action}
          trips={trips}
          stations={stations}
          station={station}
          onClose={(changed) => {
            setAction(null);
            if (changed) onDone();
          }}
        />
      )}
    </div>
  );
}

interface BulkDialogProps {
  action: TripsAction;
  trips: Trip[];
  stations: { id: string; name: string }[];
  station?: string;
  onClose: (changed: boolean) => void;
}

function BulkDialog({ action, trips: picked, stations, station, onClose }: BulkDialogProps) {
  const { t } = useTranslation();
  // The list is read again beneath; the question stays about these.
  const [trips] = useState(picked);
  const [minutes, setMinutes] = useState<number | ''>(30);
  const wrongMinutes = wrongDelay(minutes);
  const [place, setPlace] = useState(station ?? stations[0]?.id ?? '');
  const [sign, setSign] = useState('');
  const [notify, setNotify] = useState(true);
  const [outcomes, setOutcomes] = useState<Outcomes | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [{ fetching, error }, send] = useMutation(ChangeTripsDocument);
  const platform = action === 'SET_PLATFORM';
  const told = action === 'DELAY' || platform;
  const confirm = async () => {
    setWrong(null);
    const input = { tripIds: trips.map((one) => one.id), action, minutes: action === 'DELAY' ? Number(minutes) : null, stationId: platform ? place : null, platform: platform ? sign || null : null, notify };
    const answer = (await send({ input })).data?.changeTrips;
    if (answer?.__typename === 'TripsChanged') setOutcomes(answer.outcomes);
    else if (answer) setWrong(wordsOf(answer));
  };
  return (
    <Modal opened onClose={() => onClose(outcomes !== null)} size="lg" title={t(`bulk.sure.${action}`, { count: trips.length })} closeButtonProps={{ 'aria-label': t('run.back') }}>
      {outcomes ? (
        <Answers trips={trips} outcomes={outcomes} onClose={() => onClose(true)} />
      ) : (
        <div className={css.dialog}>
          {action === 'DELAY' && <NumberField label={t('run.minutes')} value={minutes} onChange={setMinutes} error={wrongMinutes && t(wrongMinutes)} step={5} w={200} data-autofocus />}
          {platform && (
            <>
              <NativeSelect label={t('trips.station')} value={place} onChange={(event) => setPlace(event.currentTarget.value)} data={stations.map((one) => ({ value: one.id, label: one.name }))} />
              <TextInput label={t('trip.platform')} description={t('otherPlatform.empty')} maxLength={12} value={sign} onChange={(event) => setSign(event.currentTarget.value)} />
            </>
          )}
          {told && <Checkbox checked={notify} onChange={(event) => setNotify(event.currentTarget.checked)} label={t('run.notify')} />}
          <Touched trips={trips} station={platform ? place : undefined} money={action === 'CANCEL'} told={action === 'CANCEL' || (told && notify)} />
          {action === 'CANCEL' && <Notice tone="warn" title={t('run.forGood')} />}
          {wrong && <Notice live tone="error" title={wrong} />}
          {error && <ProblemNotice error={error} />}
          <div className={css.buttons}>
            <Button color={action === 'CANCEL' ? 'red' : undefined} loading={fetching} disabled={action === 'DELAY' && (minutes === '' || wrongMinutes !== undefined)} onClick={() => void confirm()}>
              {t(`bulk.action.${action}`)}
            </Button>
            <Button variant="default" onClick={() => onClose(false)}>
              {t('run.back')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  );
}

/** Whom it touches, all together and trip by trip. */
function Touched({ trips, station, money, told }: { trips: Trip[]; station?: string; money: boolean; told: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, error }] = useQuery({ query: TripsConsequencesDocument, variables: { ids: trips.map((one) => one.id), station: station ?? null }, requestPolicy: 'network-only' });
  const found = data?.tripsConsequences;
  if (error) return <ProblemNotice error={error} />;
  if (!found) return <p aria-live="polite">{t('run.counting')}</p>;
  const sums = (of: ConsequencePartsFragment) => of.paid.map((sum) => format.money(sum)).join(', ');
  const { total } = found;
  return (
    <>
      <ul aria-live="polite">
        <li>{t('run.passengers', { count: total.passengers })}</li>
        {total.held > 0 && <li>{t('run.held', { count: total.held })}</li>}
        {told && <li>{t('run.told', { mails: total.withEmail, sms: total.withPhone })}</li>}
        {money && total.paid.length > 0 && <li>{t('run.money', { amount: sums(total) })}</li>}
      </ul>
      <TableBox label={t('bulk.byTrip')} columns={[t('trips.number'), t('trips.departure'), t('bulk.passengers'), ...(money ? [t('bulk.money')] : [])]}>
        {trips.map((trip) => {
          const of = found.trips.find((one) => one.trip.id === trip.id)?.consequences;
          return (
            <tr key={trip.id}>
              <td>{trip.number}</td>
              <td>{trip.calls[0] && clock(trip.calls[0].departure)}</td>
              <td>{of?.passengers ?? '—'}</td>
              {money && <td>{(of && sums(of)) || '—'}</td>}
            </tr>
          );
        })}
      </TableBox>
    </>
  );
}

/** How it went, trip by trip. */
function Answers({ trips, outcomes, onClose }: { trips: Trip[]; outcomes: Outcomes; onClose: () => void }) {
  const { t } = useTranslation();
  const count = (kind: Outcomes[number]['kind']) => outcomes.filter((one) => one.kind === kind).length;
  const rejected = count('REJECTED');
  const what = (one: Outcomes[number]) => [one.message, one.messages > 0 && t('bulk.messages', { count: one.messages }), one.ordersReturned > 0 && t('bulk.returned', { count: one.ordersReturned })].filter(Boolean).join(', ') || '—';
  return (
    <div className={css.dialog}>
      <Notice live tone={rejected > 0 ? 'warn' : 'ok'} title={t('bulk.outcome', { done: count('DONE'), unchanged: count('UNCHANGED'), rejected })} />
      <TableBox label={t('bulk.byTrip')} columns={[t('trips.number'), t('trips.departure'), t('bulk.result'), t('bulk.details')]}>
        {outcomes.map((one) => {
          const trip = trips.find((its) => its.id === one.tripId);
          return (
            <tr key={one.tripId}>
              <td>{trip?.number ?? '—'}</td>
              <td>{trip?.calls[0] && clock(trip.calls[0].departure)}</td>
              <td>
                <Badge tone={TONES[one.kind]}>{t(`bulk.kind.${one.kind}`)}</Badge>
              </td>
              <td>{what(one)}</td>
            </tr>
          );
        })}
      </TableBox>
      <div className={css.buttons}>
        <Button onClick={onClose}>{t('bulk.close')}</Button>
      </div>
    </div>
  );
}
