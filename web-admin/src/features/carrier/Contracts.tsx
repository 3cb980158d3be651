import { Button, Modal, NativeSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useQuery } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import { ContractShareDocument, type ContractPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import type { CarrierDetail } from './CarrierPage';
import { ContractForm } from './ContractForm';

interface ContractsProps {
  carrier: CarrierDetail;
  onSaved: () => void;
  reread: () => void;
}

const TONES = { CURRENT: 'good', FUTURE: 'warn', ENDED: 'quiet' } as const;

/** What the station keeps of the carrier's fares, now and before. */
export function Contracts({ carrier, onSaved, reread }: ContractsProps) {
  const { t } = useTranslation();
  const can = useCan();
  const format = useFormat();
  const [edited, setEdited] = useState<string | null>(null);
  const manages = can('MANAGE_CARRIERS');
  const commission = (of: ContractPartsFragment['commission']) => (of.kind === 'PERCENT' ? `${format.number(of.value)} %` : format.money({ amount: of.value, currency: 'KGS' }));
  return (
    <section className={page.card} aria-labelledby="contracts">
      <h2 id="contracts">{t('contract.title')}</h2>
      {carrier.contracts.length === 0 && <p className="bk-muted">{t('contract.none')}</p>}
      {carrier.contracts.map((contract) => (
        <article key={contract.id} aria-label={t('contract.named', { number: contract.number })} style={{ display: 'grid', gap: '0.5rem', borderBlockEnd: '1px solid var(--bk-line)', paddingBlockEnd: '0.9rem' }}>
          <div style={{ display: 'flex', gap: '0.7rem', flexWrap: 'wrap', alignItems: 'center' }}>
            <strong>{t('contract.named', { number: contract.number })}</strong>
            <Badge tone={TONES[contract.state]}>{t(`contract.state.${contract.state}`)}</Badge>
            {manages && (
              <Button variant="light" size="compact-md" onClick={() => setEdited(contract.id)} aria-label={t('contract.editNamed', { number: contract.number })}>
                {t('roles.edit')}
              </Button>
            )}
          </div>
          <dl className={page.facts}>
            <div>
              <dt>{t('contract.period')}</dt>
              <dd>{contract.endsOn ? t('contract.fromTo', { from: format.date(contract.startsOn, 'full'), to: format.date(contract.endsOn, 'full') }) : t('contract.since', { from: format.date(contract.startsOn, 'full') })}</dd>
            </div>
            <div>
              <dt>{t('contract.commission')}</dt>
              <dd>{commission(contract.commission)}</dd>
            </div>
            <div>
              <dt>{t('contract.stationFee')}</dt>
              <dd>{format.money(contract.stationFee)}</dd>
            </div>
            {contract.routes.map((own) => (
              <div key={own.route?.id ?? ''}>
                <dt>{t('contract.onRoute', { number: own.route?.number ?? '—' })}</dt>
                <dd>{commission(own.commission)}</dd>
              </div>
            ))}
          </dl>
          {contract.state === 'CURRENT' && <Share carrier={carrier} contract={contract} />}
        </article>
      ))}
      {manages && (
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setEdited('new')}>
          {t('contract.new')}
        </Button>
      )}
      <Modal opened={edited !== null} onClose={() => setEdited(null)} size="lg" title={t(edited === 'new' ? 'contract.new' : 'contract.edit')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {edited && (
          <ContractForm
            carrier={carrier}
            contract={carrier.contracts.find((one) => one.id === edited)}
            reread={reread}
            onSaved={() => {
              setEdited(null);
              onSaved();
            }}
          />
        )}
      </Modal>
    </section>
  );
}

/** How a fare is divided: the sum that people ask about on the phone. */
function Share({ carrier, contract }: { carrier: CarrierDetail; contract: ContractPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [fare, setFare] = useState<number | ''>(500);
  const [route, setRoute] = useState('');
  const [asked] = useDebouncedValue(fare, 250);
  const [{ data, error }] = useQuery({ query: ContractShareDocument, variables: { carrier: carrier.id, fare: String(asked || 0), route: route || null } });
  const share = data?.carrierRecord.contracts.find((one) => one.id === contract.id)?.share;
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: '0.6rem' }}>
      <legend className="bk-muted">{t('contract.share')}</legend>
      <div className={page.filters}>
        <AmountField label={t('contract.fare')} value={fare} onChange={setFare} />
        <NativeSelect label={t('contract.route')} value={route} onChange={(event) => setRoute(event.currentTarget.value)} data={[{ value: '', label: t('contract.anyRoute') }, ...carrier.routes.map((one) => ({ value: one.id, label: `${one.number} ${one.name}` }))]} />
      </div>
      {error && <ProblemNotice error={error} />}
      {share && (
        <dl className={page.facts} aria-live="polite">
          {(['stationFee', 'commission', 'carrier'] as const).map((part) => (
            <div key={part}>
              <dt>{t(`contract.part.${part}`)}</dt>
              <dd>{format.money(share[part])}</dd>
            </div>
          ))}
        </dl>
      )}
    </fieldset>
  );
}
