import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, stopName, useMutation, useQuery } from 'web-shared';
import { useReturnFocus } from '../../app/useReturnFocus';
import { wordsOf } from '../../app/wordsOf';
import { SetPlatformDocument, TripConsequencesDocument, type SetPlatformMutation, type TripPageQuery } from '../../gql/graphql';
import css from './Swap.module.css';

type Trip = NonNullable<TripPageQuery['trip']>;

interface PlatformDialogProps {
  trip: Trip;
  call: Trip['calls'][number];
  onClose: () => void;
  onChanged: (messages: number) => void;
}

/** Another platform at one stop, with whom it concerns. */
export function PlatformDialog({ trip, call, onClose, onChanged }: PlatformDialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  const [sign, setSign] = useState(call.platform ?? '');
  const [notify, setNotify] = useState(true);
  const [outcome, setOutcome] = useState<SetPlatformMutation['setPlatform'] | undefined>();
  const [{ fetching, error }, send] = useMutation(SetPlatformDocument);
  const [{ data }] = useQuery({ query: TripConsequencesDocument, variables: { id: trip.id, boardingAt: call.sequence }, requestPolicy: 'network-only' });
  const found = data?.tripConsequences;
  const save = async () => {
    const answer = (await send({ input: { tripId: trip.id, call: call.sequence, platform: sign || null, notify } })).data?.setPlatform;
    setOutcome(answer);
    if (answer?.__typename === 'TripChanged') onChanged(answer.messages);
  };
  return (
    <Modal opened onClose={onClose} title={t('otherPlatform.title', { stop: stopName(call.stop) })} closeButtonProps={{ 'aria-label': t('run.back') }}>
      <form
        noValidate
        style={{ display: 'grid', gap: 'var(--mantine-spacing-md)' }}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {call.platformChoices.length > 0 ? (
          <NativeSelect label={t('trip.platform')} value={sign} onChange={(event) => setSign(event.currentTarget.value)} data={[{ value: '', label: t('otherPlatform.planned') }, ...call.platformChoices.map((one) => ({ value: one, label: one }))]} />
        ) : (
          <TextInput label={t('trip.platform')} description={t('otherPlatform.empty')} maxLength={12} value={sign} onChange={(event) => setSign(event.currentTarget.value)} />
        )}
        <Checkbox checked={notify} onChange={(event) => setNotify(event.currentTarget.checked)} label={t('run.notify')} />
        <ul aria-live="polite">
          {found ? (
            <>
              <li>{t('run.passengers', { count: found.passengers })}</li>
              {notify && <li>{t('run.told', { mails: found.withEmail, sms: found.withPhone })}</li>}
            </>
          ) : (
            <li>{t('run.counting')}</li>
          )}
        </ul>
        {outcome && outcome.__typename !== 'TripChanged' && <Notice live tone="error" title={wordsOf(outcome)} />}
        {error && <ProblemNotice error={error} />}
        <div className={css.buttons} style={{ marginTop: 0 }}>
          <Button type="submit" loading={fetching} disabled={sign === (call.platform ?? '')}>
            {t('otherPlatform.sure')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('run.back')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
