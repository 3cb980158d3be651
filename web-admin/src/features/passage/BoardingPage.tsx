import { Button, Checkbox, SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Empty, localDate, ProblemNotice, townName, useFormat, useMutation, useQuery } from 'web-shared';
import { GoLink, useParam } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { BoardingPageDocument, RecordPassageDocument, UndoPassageDocument, type BoardingPartsFragment, type PassageOutcome } from '../../gql/graphql';
import { TripBadge } from '../trip/TripBadge';
import css from './Boarding.module.css';
import { Camera } from './Camera';

type Passenger = BoardingPartsFragment['passengers'][number];

interface Said {
  tone: 'good' | 'warn' | 'bad';
  text: string;
  detail?: string;
}

const TONES: Record<PassageOutcome, Said['tone']> = { ACCEPTED: 'good', ALREADY: 'warn', WRONG_TRIP: 'bad', REFUNDED: 'bad', REPLACED: 'warn', UNKNOWN: 'bad' };

const nameOf = (one: Passenger) => [one.lastName, one.firstName].filter(Boolean).join(' ') || (one.blank ?? '');

/** Boarding of a trip on a phone: by the camera, a scanner that types, or the list. */
export function BoardingPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useParam('id');
  const [{ data, error, fetching }, reload] = useQuery({ query: BoardingPageDocument, variables: { trip: id }, requestPolicy: 'cache-and-network' });
  const [recording, record] = useMutation(RecordPassageDocument);
  const [undoing, undo] = useMutation(UndoPassageDocument);
  const [camera, setCamera] = useState(false);
  const [absent, setAbsent] = useState(false);
  const [code, setCode] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const boarding = data?.boarding;
  const trip = data?.trip;

  const send = async (input: { code?: string; lineId?: string }) => {
    // A reading that is sent again after a lost answer counts once.
    const nonce = crypto.randomUUID();
    let result = await record({ input: { tripId: id, nonce, ...input } });
    if (result.error?.networkError) result = await record({ input: { tripId: id, nonce, ...input } });
    const outcome = result.data?.recordPassage;
    if (outcome?.__typename === 'PassageRecorded') {
      const passenger = outcome.boarding.passengers.find((one) => one.lineId === outcome.lineId);
      const other = outcome.otherTrip && outcome.otherCall && t('boarding.forTrip', { number: outcome.otherTrip.number, destination: outcome.otherTrip.destination, date: format.date(localDate(outcome.otherCall.departure), 'weekday'), time: clock(outcome.otherCall.departure) });
      const seat = passenger?.seat ? t('manifest.seat', { seat: passenger.seat }) : '';
      setSaid({ tone: TONES[outcome.outcome], text: t(`boarding.outcome.${outcome.outcome}`), detail: [passenger && nameOf(passenger), seat, other, !passenger && outcome.ticket].filter(Boolean).join(', ') });
    } else if (outcome) setSaid({ tone: 'bad', text: wordsOf(outcome) });
    else setSaid({ tone: 'bad', text: t('boarding.notSent') });
    reload({ requestPolicy: 'network-only' });
  };
  const typed = (event: FormEvent) => {
    event.preventDefault();
    if (!code.trim()) return;
    void send({ code: code.trim() });
    setCode('');
    field.current?.focus();
  };
  const tick = async (one: Passenger) => {
    if (!one.boardedAt) return send({ lineId: one.lineId });
    const outcome = (await undo({ trip: id, line: one.lineId })).data?.undoPassage;
    setSaid(outcome?.__typename === 'PassageUndone' ? { tone: 'warn', text: t('boarding.undone'), detail: nameOf(one) } : { tone: 'bad', text: wordsOf(outcome) || t('boarding.notSent') });
    reload({ requestPolicy: 'network-only' });
  };

  if (!boarding || !trip) {
    return <Page title={t('boarding.title')}>{error ? <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} /> : fetching ? <Skeleton height={320} radius="lg" /> : <Empty title={t('trip.notFound')} />}</Page>;
  }
  const shown = boarding.passengers.filter((one) => !absent || !one.boardedAt);
  return (
    <Page title={t('boarding.named', { number: trip.number })} lead={`${format.date(trip.serviceDate, 'weekday')} · ${trip.destination}`} tools={<TripBadge trip={trip} />}>
      <div style={{ display: 'grid', gap: '1rem', maxWidth: '40rem' }}>
        <p className={css.counts} aria-live="polite">
          <strong>{boarding.boarded}</strong> {t('boarding.of', { expected: boarding.expected })}
        </p>
        <div className={css.said} data-tone={said?.tone} role="status">
          {said ? said.text : t('boarding.ready')}
          {said?.detail && <small>{said.detail}</small>}
        </div>
        <form className={css.entry} onSubmit={typed}>
          <TextInput ref={field} label={t('boarding.code')} description={t('boarding.codeHint')} value={code} onChange={(event) => setCode(event.currentTarget.value)} autoComplete="off" autoCapitalize="characters" spellCheck={false} />
          <Button type="submit" loading={recording.fetching}>
            {t('boarding.check')}
          </Button>
          <Button variant="default" aria-pressed={camera} onClick={() => setCamera(!camera)}>
            {t(camera ? 'boarding.closeCamera' : 'boarding.openCamera')}
          </Button>
        </form>
        {camera && <Camera onCode={(text) => void send({ code: text })} />}
        <section className={page.card} aria-labelledby="boarding-list">
          <h2 id="boarding-list">{t('trip.passengersTitle')}</h2>
          <SegmentedControl
            aria-label={t('filters')}
            value={absent ? 'absent' : 'all'}
            onChange={(value) => setAbsent(value === 'absent')}
            data={[
              { value: 'all', label: t('boarding.all') },
              { value: 'absent', label: t('boarding.absent', { count: boarding.expected - boarding.boarded }) },
            ]}
          />
          {boarding.passengers.length === 0 && <Empty title={t('trip.noPassengers')} />}
          {boarding.passengers.length > 0 && shown.length === 0 && <p>{t('boarding.everybody')}</p>}
          <ul className={css.list}>
            {shown.map((one) => (
              <li key={one.lineId}>
                <Checkbox
                  size="md"
                  disabled={recording.fetching || undoing.fetching}
                  checked={one.boardedAt !== null && one.boardedAt !== undefined}
                  onChange={() => void tick(one)}
                  label={
                    <>
                      <strong>{one.seat ?? '—'}</strong> {nameOf(one)}
                      <br />
                      <small>
                        {townName(one.from.stop)} — {townName(one.to.stop)}
                        {one.documentTail && ` · ••••${one.documentTail}`}
                      </small>
                    </>
                  }
                />
              </li>
            ))}
          </ul>
        </section>
        <GoLink to={`/trips/${encodeURIComponent(id)}`}>{t('boarding.toTrip')}</GoLink>
      </div>
    </Page>
  );
}
