import { Button, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Notice, ProblemNotice, stopName, useMutation } from 'web-shared';
import { useReturnFocus } from '../../app/useReturnFocus';
import { wordsOf } from '../../app/wordsOf';
import { SkipStopDocument, type SkipStopMutation, type TripPageQuery } from '../../gql/graphql';
import { Consequences } from './Consequences';
import css from './Swap.module.css';

type Trip = NonNullable<TripPageQuery['trip']>;
type Call = Trip['calls'][number];

/** What may be left out: a trip stops where it begins and ends, and staff of some stations decide for these alone. */
export const stopsBetween = (trip: Trip, stations: { id: string }[] = []): Call[] =>
  trip.calls.slice(1, -1).filter(({ stop }) => stations.length === 0 || stations.some((one) => one.id === stop.id || one.id === stop.station?.id));

interface SkipDialogProps {
  trip: Trip;
  /** Which stop; the first of those that are offered. */
  call: Call;
  /** Stops to choose from, where none was chosen yet. */
  choices?: Call[];
  onClose: () => void;
  /** With what is told of it. */
  onChanged: (said: string) => void;
}

/** A stop at which the trip does not stop, or does again, with whom it concerns. */
export function SkipDialog({ trip, call: first, choices, onClose, onChanged }: SkipDialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [chosen, setChosen] = useState(first.sequence);
  const call = choices?.find((one) => one.sequence === chosen) ?? first;
  const [outcome, setOutcome] = useState<SkipStopMutation['skipStop'] | undefined>();
  const [{ fetching, error }, send] = useMutation(SkipStopDocument);
  const save = async () => {
    const answer = (await send({ input: { tripId: trip.id, call: call.sequence, skip: !call.skipped } })).data?.skipStop;
    setOutcome(answer);
    if (answer?.__typename === 'TripChanged') onChanged(call.skipped ? t('skip.doneBack') : t('skip.done', { count: answer.ordersReturned }));
  };
  return (
    <Modal opened onClose={onClose} title={t(call.skipped ? 'skip.titleBack' : 'skip.title', { stop: stopName(call.stop) })} closeButtonProps={{ 'aria-label': t('run.back') }}>
      {choices && (
        <NativeSelect
          label={t('trip.stop')}
          data-autofocus
          mb="md"
          value={String(chosen)}
          onChange={(event) => {
            setChosen(Number(event.currentTarget.value));
            setOutcome(undefined);
          }}
          data={choices.map((one) => ({ value: String(one.sequence), label: [clock(one.departure), stopName(one.stop), one.skipped && t('skip.passes')].filter(Boolean).join(' · ') }))}
        />
      )}
      {call.skipped ? <p>{t('skip.leadBack')}</p> : <p>{t('skip.lead')}</p>}
      {!call.skipped && <Consequences id={trip.id} stoppingAt={call.sequence} money />}
      {outcome && outcome.__typename !== 'TripChanged' && <Notice live tone="error" title={wordsOf(outcome)} />}
      {error && <ProblemNotice error={error} />}
      <div className={css.buttons}>
        <Button color={call.skipped ? undefined : 'red'} loading={fetching} onClick={() => void save()}>
          {t(call.skipped ? 'skip.sureBack' : 'skip.sure')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('run.back')}
        </Button>
      </div>
    </Modal>
  );
}
