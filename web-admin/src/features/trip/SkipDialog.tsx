import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, stopName, useMutation } from 'web-shared';
import { wordsOf } from '../../app/wordsOf';
import { SkipStopDocument, type SkipStopMutation, type TripPageQuery } from '../../gql/graphql';
import { Consequences } from './Consequences';
import css from './Swap.module.css';

type Trip = NonNullable<TripPageQuery['trip']>;

interface SkipDialogProps {
  trip: Trip;
  call: Trip['calls'][number];
  onClose: () => void;
  /** With how many orders are being returned. */
  onChanged: (orders: number) => void;
}

/** A stop at which the trip does not stop, or does again, with whom it concerns. */
export function SkipDialog({ trip, call, onClose, onChanged }: SkipDialogProps) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<SkipStopMutation['skipStop'] | undefined>();
  const [{ fetching, error }, send] = useMutation(SkipStopDocument);
  const save = async () => {
    const answer = (await send({ input: { tripId: trip.id, call: call.sequence, skip: !call.skipped } })).data?.skipStop;
    setOutcome(answer);
    if (answer?.__typename === 'TripChanged') onChanged(answer.ordersReturned);
  };
  return (
    <Modal opened onClose={onClose} title={t(call.skipped ? 'skip.titleBack' : 'skip.title', { stop: stopName(call.stop) })} closeButtonProps={{ 'aria-label': t('run.back') }}>
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
