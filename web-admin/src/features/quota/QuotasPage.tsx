import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { GoLink, useParam } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { DropQuotaDocument, SeatQuotasDocument, type QuotaPartsFragment, type QuotaPurpose, type SeatQuotasQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import css from './Quota.module.css';
import { QuotaForm } from './QuotaForm';
import { spoken } from './release';

export type Quotas = SeatQuotasQuery['seatQuotas'];

const TONES: Record<QuotaPurpose, 'good' | 'warn' | 'bad' | 'quiet'> = { CLOSED: 'bad', RESERVE: 'warn', STAFF: 'warn', CHANNELS: 'warn', PARTNER: 'warn', STOP: 'warn', OPEN: 'good' };

export const TripQuotasPage = () => <QuotasPage of="trip" />;
export const DepartureQuotasPage = () => <QuotasPage of="departure" />;

/** Seats that not everybody may take: of one trip, or of all that come of a departure. */
function QuotasPage({ of }: { of: 'trip' | 'departure' }) {
  const { t } = useTranslation();
  const can = useCan();
  const id = useParam('id');
  const variables = of === 'trip' ? { tripId: id } : { departureId: id };
  const [{ data, error }, reload] = useQuery({ query: SeatQuotasDocument, variables, requestPolicy: 'cache-and-network' });
  const [editing, setEditing] = useState<QuotaPartsFragment | undefined>();
  const [round, setRound] = useState(0);
  const [said, setSaid] = useState<{ tone: 'ok' | 'error'; text: string } | null>(null);
  const [dropping, drop] = useMutation(DropQuotaDocument);
  const reread = () => reload({ requestPolicy: 'network-only' });
  const known = data?.seatQuotas;

  if (!known) {
    return <Page title={t('quota.title')}>{error ? <ProblemNotice error={error} onRetry={reread} /> : <Skeleton height={420} radius="lg" />}</Page>;
  }
  const done = (tone: 'ok' | 'error', text: string) => {
    setSaid({ tone, text });
    setEditing(undefined);
    setRound((was) => was + 1);
    reread();
  };
  const takeBack = async (quota: QuotaPartsFragment) => {
    const outcome = (await drop({ input: { id: quota.id, version: quota.version } })).data?.dropQuota;
    if (outcome) done(outcome.__typename === 'QuotaSaved' ? 'ok' : 'error', outcome.__typename === 'QuotaSaved' ? t('quota.dropped', { count: outcome.trips }) : wordsOf(outcome));
  };
  const current = editing && known.quotas.find((one) => one.id === editing.id);
  return (
    <Page
      title={t('quota.title')}
      lead={`${known.number} · ${known.name} · ${t(of === 'trip' ? 'quota.ofTrip' : 'quota.ofDeparture')}`}
      tools={
        <div className={page.tools}>
          {of === 'trip' && (
            <GoLink to={`/trips/${encodeURIComponent(id)}`} className={page.action}>
              {t('quota.toTrip')}
            </GoLink>
          )}
          {of === 'trip' && can('MANAGE_TIMETABLE') && (
            <GoLink to={`/departures/${encodeURIComponent(known.departureId)}/seats`} className={page.action}>
              {t('quota.toDeparture')}
            </GoLink>
          )}
        </div>
      }
    >
      {said && <Notice live tone={said.tone} title={said.text} />}
      {dropping.error && <ProblemNotice error={dropping.error} />}
      <section className={page.card} aria-labelledby="quotas">
        <h2 id="quotas">{t('quota.rules')}</h2>
        {known.quotas.length === 0 && <p className="bk-muted">{t('quota.none')}</p>}
        <ul className={css.rules}>
          {known.quotas.map((one) => {
            const foreign = of === 'trip' && !one.ofTrip;
            const name = t('quota.named', { purpose: t(`quota.purposeOf.${one.purpose}`), seats: seatsOf(one) });
            return (
              <li key={one.id} data-editing={one.id === editing?.id || undefined}>
                <div>
                  <Badge tone={TONES[one.purpose]}>{t(`quota.purposeOf.${one.purpose}`)}</Badge> <strong>{one.seats.length > 0 ? t('quota.seatsNamed', { count: one.seats.length, seats: one.seats.join(', ') }) : t('quota.placesCount', { count: one.places })}</strong>
                  <small>{[whom(one, t), until(one, t), one.reason, foreign && t('quota.fromDeparture')].filter(Boolean).join(' · ')}</small>
                </div>
                {!foreign && (
                  <div className={css.buttons}>
                    <Button variant="light" size="compact-md" aria-label={t('quota.editNamed', { name })} onClick={() => setEditing(one)}>
                      {t('roles.edit')}
                    </Button>
                    <Button variant="subtle" color="red" size="compact-md" loading={dropping.fetching} aria-label={t('quota.dropNamed', { name })} onClick={() => void takeBack(one)}>
                      {t('quota.drop')}
                    </Button>
                  </div>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <QuotaForm
        key={`${editing?.id ?? 'new'}.${round}`}
        of={of}
        id={id}
        known={known}
        quota={current}
        reread={reread}
        onCancel={editing && (() => setEditing(undefined))}
        onSaved={(trips) => done('ok', t('quota.saved', { count: trips }))}
      />
    </Page>
  );
}

type Words = ReturnType<typeof useTranslation>['t'];

const seatsOf = (quota: QuotaPartsFragment): string => (quota.seats.length > 0 ? quota.seats.join(', ') : String(quota.places));

/** For whom, where the purpose does not say it. */
function whom(quota: QuotaPartsFragment, t: Words): string | null {
  if (quota.purpose === 'CHANNELS') return quota.channels.map((one) => t(`today.channel.${one}`)).join(', ');
  if (quota.purpose === 'PARTNER') return quota.partner?.name ?? '—';
  if (quota.purpose === 'STOP') return t('quota.fromStop', { stop: quota.stop?.name ?? '—' });
  return null;
}

/** Until when. */
function until(quota: QuotaPartsFragment, t: Words): string | null {
  if (quota.purpose === 'CLOSED' || quota.purpose === 'OPEN') return null;
  const { release, unit } = spoken(quota.releaseMinutes);
  return release === '' ? t('quota.never') : t(`quota.until.${unit}`, { count: release });
}

/** What the plan says of a seat, for the quotas it is in. */
export const keptAs = (quotas: QuotaPartsFragment[], label: string, t: Words): string =>
  quotas
    .filter((one) => one.seats.includes(label))
    .map((one) => t(`quota.purposeOf.${one.purpose}`))
    .join(', ');
