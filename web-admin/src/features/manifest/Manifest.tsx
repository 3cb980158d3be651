import { Button, NativeSelect, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, townName, useAsk, useFormat, useMutation, useQuery } from 'web-shared';
import { Badge, type Tone } from '../../app/Badge';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { MakeManifestDocument, ManifestFileDocument, ManifestsDocument, ResendManifestDocument, type DeliveryState, type ManifestChangeKind, type ManifestEntryPartsFragment, type ManifestFileFormat, type ManifestPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { saveFile } from '../../app/saveFile';

const CHANGE: Record<ManifestChangeKind, Tone> = { ADDED: 'good', REMOVED: 'bad', MOVED: 'warn', CORRECTED: 'warn' };
const DELIVERY: Record<DeliveryState, Tone> = { DELIVERED: 'good', WAITING: 'warn', FAILED: 'bad' };

const nameOf = (entry: ManifestEntryPartsFragment) => [entry.lastName, entry.firstName, entry.middleName].filter(Boolean).join(' ');

/** The list for the driver and the control post: its versions, what has changed, files, and who has been sent it. */
export function Manifest({ tripId, travellers }: { tripId: string; travellers: number }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const [{ data, fetching, error }, reload] = useQuery({ query: ManifestsDocument, variables: { trip: tripId }, requestPolicy: 'cache-and-network' });
  const [making, make] = useMutation(MakeManifestDocument);
  const [chosen, setChosen] = useState<string | null>(null);
  const [loading, setLoading] = useState<ManifestFileFormat | null>(null);
  const [said, setSaid] = useState<{ tone: 'ok' | 'error'; text: string } | null>(null);
  const versions = data?.manifests ?? [];
  const shown = versions.find((one) => one.id === chosen) ?? versions[0];

  const makeNow = async () => {
    const outcome = (await make({ trip: tripId })).data?.makeManifest;
    if (outcome?.__typename === 'ManifestMade') {
      setSaid({ tone: 'ok', text: t(outcome.isNew ? 'manifest.made' : 'manifest.same', { number: outcome.manifest.number }) });
      setChosen(outcome.manifest.id);
      reload({ requestPolicy: 'network-only' });
    } else if (outcome) setSaid({ tone: 'error', text: wordsOf(outcome) });
  };
  const download = async (format: ManifestFileFormat) => {
    if (!shown) return;
    setLoading(format);
    const result = await ask(ManifestFileDocument, { id: shown.id, format });
    setLoading(null);
    if (result.data) saveFile(result.data.manifestFile);
    else setSaid({ tone: 'error', text: t('manifest.noFile') });
  };

  return (
    <section className={page.card} aria-labelledby="manifest">
      <h2 id="manifest">{t('manifest.title')}</h2>
      {said && <Notice live tone={said.tone} title={said.text} />}
      {error && !data && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {making.error && <ProblemNotice error={making.error} />}
      {fetching && !data && <Skeleton height={80} radius="md" />}
      {data && versions.length === 0 && <p className="bk-muted">{t('manifest.none')}</p>}
      {versions.length > 1 && shown && (
        <NativeSelect label={t('manifest.version')} value={shown.id} onChange={(event) => setChosen(event.currentTarget.value)} data={versions.map((one) => ({ value: one.id, label: t('manifest.named', { number: one.number, count: one.passengerCount }) }))} />
      )}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'var(--mantine-spacing-xs)' }}>
        <Button variant="light" disabled={travellers === 0 && versions.length === 0} loading={making.fetching} onClick={() => void makeNow()}>
          {t(versions.length === 0 ? 'manifest.make' : 'manifest.renew')}
        </Button>
        {shown &&
          (['PDF', 'CSV'] as const).map((format) => (
            <Button key={format} variant="default" loading={loading === format} onClick={() => void download(format)}>
              {t('manifest.file', { format })}
            </Button>
          ))}
      </div>
      {shown && <Version manifest={shown} onResent={() => reload({ requestPolicy: 'network-only' })} />}
    </section>
  );
}

function Version({ manifest, onResent }: { manifest: ManifestPartsFragment; onResent: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <p>
        {t('manifest.named', { number: manifest.number, count: manifest.passengerCount })}, {format.date(manifest.madeAt, 'moment')}, {t(`manifest.cause.${manifest.cause}`)}
      </p>
      {manifest.changes.length > 0 && (
        <>
          <h3>{t('manifest.changes')}</h3>
          <ul style={{ margin: 0, paddingInlineStart: 0, listStyle: 'none', display: 'grid', gap: '0.35rem' }}>
            {manifest.changes.map((change) => (
              <li key={`${change.kind} ${change.entry.ticket}`}>
                <Badge tone={CHANGE[change.kind]}>{t(`manifest.change.${change.kind}`)}</Badge> {nameOf(change.entry)}
                {change.entry.seat && `, ${t('manifest.seat', { seat: change.formerSeat ? `${change.formerSeat} → ${change.entry.seat}` : change.entry.seat })}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={page.scroll} tabIndex={0} role="region" aria-labelledby="manifest">
        <table className={page.table}>
          <thead>
            <tr>
              <th scope="col">{t('trip.seat')}</th>
              <th scope="col">{t('trip.passenger')}</th>
              <th scope="col">{t('order.document')}</th>
              <th scope="col">{t('trip.way')}</th>
              <th scope="col">{t('order.ticket')}</th>
            </tr>
          </thead>
          <tbody>
            {manifest.entries.map((entry) => (
              <tr key={entry.ticket}>
                <td className={page.number}>{entry.seat ?? '—'}</td>
                <td>
                  {nameOf(entry)}
                  <small>{[entry.birthDate && format.date(entry.birthDate, 'full'), entry.citizenship].filter(Boolean).join(', ')}</small>
                </td>
                <td>
                  {entry.documentNumber}
                  <small>{entry.documentKind && t(`document.${entry.documentKind}`)}</small>
                </td>
                <td>
                  {townName(entry.from.stop)}&nbsp;— {townName(entry.to.stop)}
                </td>
                <td className={page.number}>{entry.ticket}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {manifest.deliveries.length > 0 && <Deliveries manifest={manifest} onResent={onResent} />}
    </>
  );
}

function Deliveries({ manifest, onResent }: { manifest: ManifestPartsFragment; onResent: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const [{ fetching, error }, resend] = useMutation(ResendManifestDocument);
  const [problem, setProblem] = useState('');
  const again = async (id: string) => {
    const outcome = (await resend({ id })).data?.resendManifest;
    setProblem(outcome?.__typename === 'InvalidInput' ? wordsOf(outcome) : '');
    onResent();
  };
  return (
    <>
      <h3>{t('manifest.sent')}</h3>
      {problem && <Notice live tone="error" title={problem} />}
      {error && <ProblemNotice error={error} />}
      <ul style={{ margin: 0, paddingInlineStart: 0, listStyle: 'none', display: 'grid', gap: '0.5rem' }}>
        {manifest.deliveries.map((one) => (
          <li key={one.id} style={{ display: 'flex', flexWrap: 'wrap', gap: '0.4rem 0.8rem', alignItems: 'center' }}>
            <Badge tone={DELIVERY[one.state]}>{t(`manifest.delivery.${one.state}`)}</Badge>
            <span>{one.destination}</span>
            <span className="bk-muted">
              {[one.attempts > 0 && t('manifest.attempts', { count: one.attempts }), one.state !== 'DELIVERED' && one.attempts > 0 && (one.lastStatus ? t('manifest.answer', { status: one.lastStatus }) : t('manifest.noAnswer'))].filter(Boolean).join(', ')}
            </span>
            {one.state === 'FAILED' && can('RUN_TRIPS') && (
              <Button size="compact-sm" variant="default" loading={fetching} onClick={() => void again(one.id)} aria-label={t('manifest.resendNamed', { name: one.destination })}>
                {t('manifest.resend')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
