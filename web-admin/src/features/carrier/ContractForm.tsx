import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon, useMutation } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import css from '../../app/FormFrame.module.css';
import { useForm } from '../../app/useForm';
import { SaveContractDocument, type CommissionKind, type ContractPartsFragment } from '../../gql/graphql';
import type { CarrierDetail } from './CarrierPage';

interface ContractFormProps {
  carrier: CarrierDetail;
  contract?: ContractPartsFragment;
  onSaved: () => void;
  reread: () => void;
}

/** People write a comma. */
const decimal = (text: string) => text.trim().replace(',', '.') || '0';

/** Period, commission and station's fee; routes with a commission of their own. */
export function ContractForm({ carrier, contract, onSaved, reread }: ContractFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveContractDocument);
  const form = useForm({
    name: `contract.${carrier.id}.${contract?.id ?? 'new'}`,
    version: contract?.version ?? null,
    saved: {
      number: contract?.number ?? '',
      startsOn: contract?.startsOn ?? '',
      endsOn: contract?.endsOn ?? '',
      kind: contract?.commission.kind ?? ('PERCENT' as CommissionKind),
      value: contract ? String(Number(contract.commission.value)) : '',
      stationFee: contract ? String(Number(contract.stationFee.amount)) : '0',
      routes: (contract?.routes ?? []).map((one) => ({ route: one.route?.id ?? '', kind: one.commission.kind, value: String(Number(one.commission.value)) })),
    },
    reread,
    onSaved,
    send: async (values, version) => {
      const commission = (of: { kind: CommissionKind; value: string }) => ({ kind: of.kind, value: decimal(of.value) });
      const routes = values.routes.map((one) => ({ routeId: one.route, commission: commission(one) }));
      const { number, startsOn, endsOn } = values;
      if (!startsOn) return { __typename: 'InvalidInput', fields: [{ path: 'startsOn', message: t('form.required') }] };
      return (await save({ input: { id: contract?.id, version, carrierId: carrier.id, number, startsOn, endsOn: endsOn || null, commission: commission(values), stationFee: decimal(values.stationFee), routes } })).data?.saveContract;
    },
  });
  const { values, set, wrong } = form;
  const kinds = (['PERCENT', 'FIXED'] as const).map((kind) => ({ value: kind, label: t(`contract.kind.${kind}`) }));
  const setRoute = (n: number, patch: Partial<(typeof values.routes)[number]>) => set({ routes: values.routes.map((one, at) => (at === n ? { ...one, ...patch } : one)) });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ number: t('contract.number'), startsOn: t('contract.startsOn'), endsOn: t('contract.endsOn'), kind: t('contract.kindOf'), value: t('contract.commission'), stationFee: t('contract.stationFee'), routes: t('contract.routes') }}>
      <TextInput label={t('contract.number')} autoComplete="off" data-autofocus {...form.text('number')} />
      <div className={css.pair}>
        <DayInput label={t('contract.startsOn')} value={values.startsOn} error={wrong('startsOn')} onChange={(startsOn) => set({ startsOn })} />
        <DayInput label={t('contract.endsOn')} value={values.endsOn} error={wrong('endsOn')} clearable onChange={(endsOn) => set({ endsOn })} />
      </div>
      <div className={css.pair}>
        <NativeSelect label={t('contract.kindOf')} value={values.kind} data={kinds} onChange={(event) => set({ kind: event.currentTarget.value as CommissionKind })} />
        <TextInput label={t(`contract.value.${values.kind}`)} inputMode="decimal" {...form.text('value', 'commission.value')} />
      </div>
      <TextInput label={t('contract.stationFeeEach')} inputMode="decimal" {...form.text('stationFee')} />
      <fieldset style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: '0.7rem' }}>
        <legend>{t('contract.routes')}</legend>
        {values.routes.map((one, n) => (
          // oxlint-disable-next-line react/no-array-index-key
          <div key={n} style={{ display: 'grid', gap: '0.6rem', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'end' }}>
            <div className={css.pair}>
              <NativeSelect label={t('contract.route')} value={one.route} error={wrong(`routes.${n}.routeId`)} data={[{ value: '', label: '—' }, ...carrier.routes.map((route) => ({ value: route.id, label: `${route.number} ${route.name}` }))]} onChange={(event) => setRoute(n, { route: event.currentTarget.value })} />
              <NativeSelect label={t('contract.kindOf')} value={one.kind} data={kinds} onChange={(event) => setRoute(n, { kind: event.currentTarget.value as CommissionKind })} />
              <TextInput label={t(`contract.value.${one.kind}`)} inputMode="decimal" value={one.value} error={wrong(`routes.${n}.commission.value`)} onChange={(event) => setRoute(n, { value: event.currentTarget.value })} />
            </div>
            <ActionIcon variant="subtle" size="lg" aria-label={t('contract.dropRoute', { n: n + 1 })} onClick={() => set({ routes: values.routes.filter((_, at) => at !== n) })}>
              <Icon name="close" />
            </ActionIcon>
          </div>
        ))}
        <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => set({ routes: [...values.routes, { route: '', kind: 'PERCENT', value: '' }] })}>
          {t('contract.addRoute')}
        </Button>
      </fieldset>
    </FormFrame>
  );
}
