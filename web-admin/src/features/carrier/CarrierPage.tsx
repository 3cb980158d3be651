import { Button, Modal, Skeleton, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { useRecord } from '../../app/useRecord';
import { wordsOf } from '../../app/wordsOf';
import { BlockCarrierDocument, CarrierRecordDocument, type CarrierRecordQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { History } from '../audit/History';
import { Papers } from '../permit/Papers';
import { CarrierForm } from './CarrierForm';
import { CarrierBadge } from './CarriersPage';
import { Contracts } from './Contracts';

export type CarrierDetail = CarrierRecordQuery['carrierRecord'];

/** One carrier: data, contracts, block, and what was done to it. */
export function CarrierPage() {
  const { t } = useTranslation();
  const can = useCan();
  const { data, error, again, done, said, changes } = useRecord(CarrierRecordDocument);
  const carrier = data?.carrierRecord;
  if (!carrier) {
    return <Page title={t('carrier.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  }
  const manages = can('MANAGE_CARRIERS');
  return (
    <Page
      title={carrier.name}
      lead={
        <>
          {carrier.code} · <CarrierBadge carrier={carrier} />
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      {carrier.blocked && <Blocked blocked={carrier.blocked} />}
      <div className={page.columns}>
        <div style={{ display: 'grid', gap: '1.2rem' }}>
          <Contracts carrier={carrier} onSaved={() => done(t('contract.saved'))} reread={again} />
          <Papers holder="CARRIER" holderId={carrier.id} permits={carrier.permits} onChanged={done} reread={again} />
          <History subjectKind="carrier" subjectId={carrier.id} changes={changes} />
        </div>
        <div style={{ display: 'grid', gap: '1.2rem' }}>
          <section className={page.card} aria-labelledby="data">
            <h2 id="data">{t('staff.data')}</h2>
            {manages ? <CarrierForm carrier={carrier} onSaved={() => done(t('carrier.saved'))} reread={again} /> : <Facts carrier={carrier} />}
          </section>
          {manages && <Block carrier={carrier} onDone={done} reread={again} />}
        </div>
      </div>
    </Page>
  );
}

function Blocked({ blocked }: { blocked: NonNullable<CarrierDetail['blocked']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Notice tone="error" title={t('carrier.blockedSince', { time: format.date(blocked.at, 'moment') })}>
      {blocked.reason}
    </Notice>
  );
}

/** For those who may only look. */
function Facts({ carrier }: { carrier: CarrierDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts: [string, string | null | undefined][] = [
    ['legalName', carrier.legal.name],
    ['inn', carrier.legal.inn],
    ['director', carrier.legal.director],
    ['address', carrier.legal.address],
    ['bank', carrier.legal.bank],
    ['bankAccount', carrier.legal.bankAccount],
    ['taxPercent', carrier.taxPercent && `${format.number(carrier.taxPercent)} %`],
    ['phone', carrier.phone],
    ['email', carrier.email],
    ['url', carrier.url],
  ];
  return (
    <dl className={page.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{t(`carrier.${name}`)}</dt>
          <dd style={{ overflowWrap: 'anywhere' }}>{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  );
}

function Block({ carrier, onDone, reread }: { carrier: CarrierDetail; onDone: (words: string) => void; reread: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching, error }, block] = useMutation(BlockCarrierDocument);
  const send = async (blocked: boolean) => {
    setProblem(null);
    const answer = (await block({ input: { id: carrier.id, version: carrier.version, blocked, reason: blocked ? reason : null } })).data?.blockCarrier;
    if (answer?.__typename === 'CarrierChanged') {
      setAsked(false);
      setReason('');
      onDone(t(blocked ? 'carrier.isBlocked' : 'carrier.isFree'));
    } else if (answer) {
      setProblem(wordsOf(answer));
      if (answer.__typename === 'ChangedMeanwhile') reread();
    }
  };
  return (
    <section className={page.card} aria-labelledby="block">
      <h2 id="block">{t('carrier.sale')}</h2>
      <p className="bk-muted">{t(carrier.blocked ? 'carrier.freeText' : 'carrier.blockText')}</p>
      {error && <ProblemNotice error={error} />}
      {!asked && problem && <Notice live tone="error" title={problem} />}
      {carrier.blocked ? (
        <Button loading={fetching} style={{ justifySelf: 'start' }} onClick={() => void send(false)}>
          {t('carrier.free')}
        </Button>
      ) : (
        <Button variant="light" color="red" style={{ justifySelf: 'start' }} onClick={() => setAsked(true)}>
          {t('carrier.block')}
        </Button>
      )}
      <Modal opened={asked} onClose={() => setAsked(false)} title={t('carrier.blockTitle', { name: carrier.name })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        <p>{t('carrier.blockCounts', { count: carrier.tripsAhead })}</p>
        <Textarea label={t('carrier.reason')} value={reason} error={problem} autosize minRows={2} data-autofocus onChange={(event) => setReason(event.currentTarget.value)} />
        <Button mt="md" color="red" loading={fetching} onClick={() => void send(true)}>
          {t('carrier.blockSure')}
        </Button>
      </Modal>
    </section>
  );
}
