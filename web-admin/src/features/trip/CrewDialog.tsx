import { Button, Modal, MultiSelect, NativeSelect, Skeleton } from '@mantine/core';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import form from '../../app/FormFrame.module.css';
import { useReturnFocus } from '../../app/useReturnFocus';
import { wordsOf } from '../../app/wordsOf';
import { AssignTripDocument, CrewChoicesDocument, TripCrewDocument, type AssignTripMutation, type CrewPartsFragment } from '../../gql/graphql';
import { Against } from './Against';
import { Consequences } from './Consequences';

type Outcome = AssignTripMutation['assignTrip'];

interface Choice {
  vehicle: string;
  drivers: string[];
}

/** Another vehicle of the same seats, other drivers, with what speaks against them. */
export function CrewDialog({ tripId, onClose, onAssigned }: { tripId: string; onClose: () => void; onAssigned: () => void }) {
  const { t } = useTranslation();
  useReturnFocus();
  const [{ data, error }, reload] = useQuery({ query: TripCrewDocument, variables: { id: tripId }, requestPolicy: 'cache-and-network' });
  const crew = data?.trip?.crew;
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <Modal opened onClose={onClose} title={t('crew.assign')} closeButtonProps={{ 'aria-label': t('run.back') }}>
      {error && <ProblemNotice error={error} onRetry={again} />}
      {crew ? <CrewForm tripId={tripId} crew={crew} reread={again} onClose={onClose} onAssigned={onAssigned} /> : !error && <Skeleton height={220} radius="lg" />}
    </Modal>
  );
}

function CrewForm({ tripId, crew, reread, onClose, onAssigned }: { tripId: string; crew: CrewPartsFragment; reread: () => void; onClose: () => void; onAssigned: () => void }) {
  const { t } = useTranslation();
  const [{ data, error: unread }] = useQuery({ query: CrewChoicesDocument, variables: { id: tripId }, requestPolicy: 'network-only' });
  const [{ fetching, error }, assign] = useMutation(AssignTripDocument);
  // Who has chosen nothing yet sees what is on the trip, whoever puts it there; a choice is kept with the version it was made on.
  const [mine, setMine] = useState<(Choice & { version: number }) | null>(null);
  const { vehicle, drivers } = mine ?? { vehicle: crew.vehicle?.id ?? '', drivers: crew.drivers.map((one) => one.id) };
  const choose = (patch: Partial<Choice>) => setMine({ vehicle, drivers, version: mine?.version ?? crew.version, ...patch });
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const choices = data?.crewChoices;
  const first = useRef<HTMLSelectElement>(null);
  const ready = choices !== undefined;
  // The choices come when the dialog is open already, with nothing but its cross to go to.
  useEffect(() => {
    if (ready) first.current?.focus();
  }, [ready]);
  if (unread) return <ProblemNotice error={unread} />;
  if (!choices) return <Skeleton height={220} radius="lg" />;
  const wrong = (path: string) => (outcome?.__typename === 'InvalidInput' ? outcome.fields.find((field) => field.path.startsWith(path))?.message : undefined);
  // What speaks against those who are chosen is seen before it is sent.
  const said = [
    ...choices.vehicles.filter((one) => one.vehicle.id === vehicle).flatMap((one) => one.objections.map(({ message }) => `${one.vehicle.plate}: ${message}`)),
    ...choices.drivers.filter((one) => drivers.includes(one.driver.id)).flatMap((one) => one.objections.map(({ message }) => `${one.driver.name}: ${message}`)),
  ];
  // The server may know of more, said while the form was open.
  const told = outcome?.__typename === 'OverruleNeeded' && said.length < outcome.objections.length ? outcome.objections.map(({ message }) => message) : said;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    // What was sent is a choice, though nothing was touched: another's does not come in its place.
    choose({});
    const answer = (await assign({ input: { tripId, version: crew.version, vehicleId: vehicle || null, driverIds: drivers, overrule: reason || null } })).data?.assignTrip;
    setOutcome(answer);
    if (answer?.__typename === 'TripChanged') onAssigned();
    else if (answer?.__typename === 'ChangedMeanwhile') reread();
  };
  const meanwhile = mine !== null && mine.version !== crew.version;
  const mark = (name: string, objections: number) => (objections > 0 ? `${name} — ${t('crew.objection')}` : name);
  return (
    <form className={form.form} noValidate onSubmit={(event) => void send(event)}>
      <NativeSelect
        label={t('vehicle.title')}
        ref={first}
        description={t('crew.sameSeatsOnly')}
        value={vehicle}
        error={wrong('vehicleId')}
        onChange={(event) => choose({ vehicle: event.currentTarget.value })}
        data={[{ value: '', label: t('crew.undecided') }, ...choices.vehicles.filter((one) => one.sameSeats).map((one) => ({ value: one.vehicle.id, label: mark(`${one.vehicle.plate}, ${one.vehicle.make}`, one.objections.length) }))]}
      />
      <MultiSelect
        label={t('drivers.title')}
        value={drivers}
        error={wrong('driverIds')}
        onChange={(drivers) => choose({ drivers })}
        data={choices.drivers.map((one) => ({ value: one.driver.id, label: mark(one.driver.name, one.objections.length) }))}
        searchable
        maxValues={4}
        nothingFoundMessage={t('drivers.none')}
        placeholder={drivers.length === 0 ? t('crew.undecided') : undefined}
      />
      <Consequences id={tripId} quiet />
      <Against told={told} reason={reason} missing={outcome?.__typename === 'OverruleNeeded'} onReason={setReason} />
      {meanwhile && (
        <Notice live tone="error" title={t('form.conflict')}>
          <p>
            {t('crew.now', {
              vehicle: crew.vehicle ? `${crew.vehicle.plate}, ${crew.vehicle.make}` : t('crew.undecided'),
              drivers: crew.drivers.map((one) => one.name).join(', ') || t('crew.undecided'),
            })}
          </p>
          <p>{t('crew.yoursInstead')}</p>
        </Notice>
      )}
      {(wrong('tripId') || (outcome?.__typename === 'ChangedMeanwhile' && !meanwhile)) && <Notice live tone="error" title={wordsOf(outcome)} />}
      {error && <ProblemNotice error={error} />}
      <div className={form.buttons}>
        <Button type="submit" loading={fetching}>
          {t('crew.sure')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('run.back')}
        </Button>
      </div>
    </form>
  );
}
