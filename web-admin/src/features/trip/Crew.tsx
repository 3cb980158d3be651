import { Button, Modal, MultiSelect, NativeSelect, Skeleton } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import form from '../../app/FormFrame.module.css';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { AssignTripDocument, CrewChoicesDocument, TripCrewDocument, type AssignTripMutation, type CrewPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { Against } from './Against';

type Outcome = AssignTripMutation['assignTrip'];

/** Which vehicle runs the trip and who drives. */
export function Crew({ tripId, over, onChanged }: { tripId: string; over: boolean; onChanged: () => void }) {
  const { t } = useTranslation();
  const assigns = useCan()('RUN_TRIPS');
  const [asked, setAsked] = useState(false);
  const [{ data, error }, reload] = useQuery({ query: TripCrewDocument, variables: { id: tripId }, requestPolicy: 'cache-and-network' });
  const crew = data?.trip?.crew;
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <section className={page.card} aria-labelledby="crew">
      <h2 id="crew">{t('crew.title')}</h2>
      {error && <ProblemNotice error={error} onRetry={again} />}
      {crew && (
        <dl className={page.facts}>
          <div>
            <dt>{t('vehicle.title')}</dt>
            <dd>{crew.vehicle ? <GoLink to={`/vehicles/${encodeURIComponent(crew.vehicle.id)}`}>{`${crew.vehicle.make}, ${crew.vehicle.plate}`}</GoLink> : t('crew.undecided')}</dd>
          </div>
          <div>
            <dt>{t('drivers.title')}</dt>
            <dd>{crew.drivers.map((one) => [one.name, one.phone].filter(Boolean).join(', ')).join('; ') || t('crew.undecided')}</dd>
          </div>
        </dl>
      )}
      {crew && !over && crew.objections.length > 0 && (
        <Notice tone="warn" title={t('crew.against')}>
          {crew.objections.map((one) => one.message).join('; ')}
        </Notice>
      )}
      {crew?.leftOut && !over && (
        <Notice tone="warn" title={t('crew.leftOut', { plate: crew.leftOut.vehicle.plate })}>
          {t('crew.leftOutText', { why: crew.leftOut.objections.map((one) => one.message).join('; ') })}
        </Notice>
      )}
      {assigns && !over && (
        <div className={page.tools}>
          <Button variant="default" disabled={!crew} onClick={() => setAsked(true)}>
            {t('crew.assign')}
          </Button>
          <GoLink to={`/trips/${encodeURIComponent(tripId)}/vehicle`} className={page.action}>
            {t('swap.title')}
          </GoLink>
        </div>
      )}
      <Modal opened={asked} onClose={() => setAsked(false)} title={t('crew.assign')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked && crew && (
          <CrewForm
            key={crew.version}
            tripId={tripId}
            crew={crew}
            reread={again}
            onAssigned={() => {
              setAsked(false);
              again();
              onChanged();
            }}
          />
        )}
      </Modal>
    </section>
  );
}

function CrewForm({ tripId, crew, reread, onAssigned }: { tripId: string; crew: CrewPartsFragment; reread: () => void; onAssigned: () => void }) {
  const { t } = useTranslation();
  const [{ data, error: unread }] = useQuery({ query: CrewChoicesDocument, variables: { id: tripId }, requestPolicy: 'network-only' });
  const [{ fetching, error }, assign] = useMutation(AssignTripDocument);
  const [vehicle, setVehicle] = useState(crew.vehicle?.id ?? '');
  const [drivers, setDrivers] = useState(crew.drivers.map((one) => one.id));
  const [reason, setReason] = useState('');
  const [outcome, setOutcome] = useState<Outcome | undefined>();
  const choices = data?.crewChoices;
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
    const answer = (await assign({ input: { tripId, version: crew.version, vehicleId: vehicle || null, driverIds: drivers, overrule: reason || null } })).data?.assignTrip;
    setOutcome(answer);
    if (answer?.__typename === 'TripChanged') onAssigned();
    else if (answer?.__typename === 'ChangedMeanwhile') reread();
  };
  const mark = (name: string, objections: number) => (objections > 0 ? `${name} — ${t('crew.objection')}` : name);
  return (
    <form className={form.form} noValidate onSubmit={(event) => void send(event)}>
      <NativeSelect
        label={t('vehicle.title')}
        description={t('crew.sameSeatsOnly')}
        value={vehicle}
        error={wrong('vehicleId')}
        onChange={(event) => setVehicle(event.currentTarget.value)}
        data={[{ value: '', label: t('crew.undecided') }, ...choices.vehicles.filter((one) => one.sameSeats).map((one) => ({ value: one.vehicle.id, label: mark(`${one.vehicle.plate}, ${one.vehicle.make}`, one.objections.length) }))]}
      />
      <MultiSelect
        label={t('drivers.title')}
        value={drivers}
        error={wrong('driverIds')}
        onChange={setDrivers}
        data={choices.drivers.map((one) => ({ value: one.driver.id, label: mark(one.driver.name, one.objections.length) }))}
        searchable
        maxValues={4}
        nothingFoundMessage={t('drivers.none')}
        placeholder={drivers.length === 0 ? t('crew.undecided') : undefined}
      />
      <Against told={told} reason={reason} missing={outcome?.__typename === 'OverruleNeeded'} onReason={setReason} />
      {(outcome?.__typename === 'ChangedMeanwhile' || wrong('tripId')) && <Notice live tone="error" title={wordsOf(outcome)} />}
      {error && <ProblemNotice error={error} />}
      <div className={form.buttons}>
        <Button type="submit" loading={fetching}>
          {t('crew.sure')}
        </Button>
      </div>
    </form>
  );
}
