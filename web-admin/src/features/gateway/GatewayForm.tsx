import { Checkbox, Fieldset, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { CHANNELS } from '../../app/channels';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { NamesFields } from '../../app/NamesFields';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { SaveGatewayDocument, type GatewayKind, type GatewayPartsFragment, type SalesChannel } from '../../gql/graphql';
import css from './Gateways.module.css';

const KINDS: GatewayKind[] = ['QR', 'ELQR', 'CARD', 'SANDBOX'];
const ELQR = ['router', 'provider', 'service', 'recipient', 'merchant', 'mcc', 'name'] as const;

const valuesOf = (one: GatewayPartsFragment | undefined) => ({
  code: one?.code ?? '',
  kind: one?.kind ?? ('QR' as GatewayKind),
  names: { ru: one?.names.ru ?? '', ky: one?.names.ky ?? '', en: one?.names.en ?? '' },
  enabled: one?.enabled ?? false,
  position: (one?.position ?? 10) as number | '',
  channels: [...(one?.channels ?? (['WEB', 'BOT'] as SalesChannel[]))],
  currency: one?.currency ?? 'KGS',
  smallest: Number(one?.smallest.amount ?? 10) as number | '',
  largest: Number(one?.largest.amount ?? 50_000) as number | '',
  feePercent: Number(one?.feePercent ?? 0) as number | '',
  feeFixed: Number(one?.feeFixed.amount ?? 0) as number | '',
  address: one?.address ?? '',
  merchant: one?.merchant ?? '',
  elqr: {
    router: one?.elqr?.router ?? 'https://pay.payqr.kg/',
    provider: one?.elqr?.provider ?? '',
    service: one?.elqr?.service ?? '',
    recipient: one?.elqr?.recipient ?? '',
    merchant: one?.elqr?.merchant ?? '',
    mcc: one?.elqr?.mcc ?? '4131',
    name: one?.elqr?.name ?? '',
  },
});

interface GatewayFormProps {
  gateway: GatewayPartsFragment | undefined;
  reread: () => void;
  onSaved: (name: string) => void;
}

/** One gateway. Its key is in no draft, and is sent only where it is another. */
export function GatewayForm({ gateway, reread, onSaved }: GatewayFormProps) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState('');
  /** The key that was sent last: another one is not known to be wrong. */
  const [sent, setSent] = useState<string | null>(null);
  const [{ fetching, error }, save] = useMutation(SaveGatewayDocument);
  const form = useForm({
    name: `gateway.${gateway?.id ?? 'new'}`,
    version: gateway?.version ?? null,
    saved: valuesOf(gateway),
    reread,
    send: async ({ elqr, ...typed }, version) => {
      const input = {
        ...typed,
        id: gateway?.id ?? null,
        version,
        secret: secret || null,
        position: typed.position || 0,
        smallest: String(typed.smallest || 0),
        largest: String(typed.largest || 0),
        feePercent: String(typed.feePercent || 0),
        feeFixed: String(typed.feeFixed || 0),
        address: typed.address || null,
        merchant: typed.merchant || null,
        elqr: typed.kind === 'ELQR' ? { ...elqr, merchant: elqr.merchant || null } : null,
      };
      setSent(secret);
      const outcome = (await save({ input })).data?.saveGateway;
      if (outcome?.__typename === 'GatewaySaved') onSaved(outcome.gateway.name);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`gateway.${field}`);
  const amount = (field: 'smallest' | 'largest' | 'feePercent' | 'feeFixed', suffix: string) => (
    <AmountField label={label(field)} suffix={suffix} value={values[field]} error={wrong(field)} onChange={(value) => set({ [field]: value } as Partial<typeof values>)} />
  );
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]))}>
      <div className={`${pairs.pair} ${css.ends}`}>
        <TextInput label={label('code')} description={label('codeHint')} maxLength={24} autoComplete="off" disabled={gateway !== undefined} {...form.text('code')} />
        <NativeSelect label={label('kind')} disabled={gateway !== undefined} value={values.kind} error={wrong('kind')} onChange={(event) => set({ kind: event.currentTarget.value as GatewayKind })} data={KINDS.map((one) => ({ value: one, label: label(`kinds.${one}`) }))} />
      </div>
      <div className={pairs.pair}>
        <NamesFields value={values.names} onChange={(names) => set({ names })} wrong={(language) => wrong(`names.${language}`)} />
      </div>
      <Checkbox.Group label={label('channels')} value={values.channels} error={wrong('channels')} onChange={(channels) => set({ channels: channels as SalesChannel[] })}>
        <div className={css.channels}>
          {CHANNELS.map((one) => (
            <Checkbox key={one} value={one} label={t(`today.channel.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      <div className={`${pairs.pair} ${css.ends}`}>
        {amount('smallest', ` ${values.currency}`)}
        {amount('largest', ` ${values.currency}`)}
        {amount('feePercent', ' %')}
        {amount('feeFixed', ` ${values.currency}`)}
        <NumberField label={label('position')} description={label('positionHint')} value={values.position} error={wrong('position')} min={0} max={9999} allowDecimal={false} hideControls onChange={(position) => set({ position })} />
        <TextInput label={label('currency')} description={label('currencyHint')} maxLength={3} disabled={gateway !== undefined} {...form.text('currency')} />
      </div>
      {values.kind !== 'SANDBOX' && (
        <Fieldset legend={label('bank')} className={css.stack}>
          {gateway && (
            <p className={`bk-muted ${css.url}`}>
              {label('callbackUrl')} {gateway.callbackUrl}
            </p>
          )}
          <TextInput label={label('address')} description={label('addressHint')} maxLength={300} autoComplete="off" placeholder="https://" {...form.text('address')} />
          <div className={`${pairs.pair} ${css.ends}`}>
            <TextInput label={label('merchant')} maxLength={60} autoComplete="off" {...form.text('merchant')} />
            <TextInput label={label('secret')} description={label(gateway?.hasSecret ? 'secretKeeps' : 'secretHint')} maxLength={200} autoComplete="off" spellCheck={false} value={secret} error={secret === (sent ?? '') && wrong('secret')} onChange={(event) => setSecret(event.currentTarget.value)} />
          </div>
        </Fieldset>
      )}
      {values.kind === 'ELQR' && (
        <Fieldset legend={label('kinds.ELQR')} className={css.stack}>
          <p className="bk-muted">{label('elqrHint')}</p>
          <div className={pairs.pair}>
            {ELQR.map((field) => (
              <TextInput key={field} label={label(`elqrOf.${field}`)} maxLength={field === 'router' ? 200 : 32} autoComplete="off" value={values.elqr[field]} error={wrong(`elqr.${field}`)} onChange={(event) => set({ elqr: { ...values.elqr, [field]: event.currentTarget.value } })} />
            ))}
          </div>
        </Fieldset>
      )}
      <Switch label={label('enabled')} description={label('enabledHint')} checked={values.enabled} onChange={(event) => set({ enabled: event.currentTarget.checked })} />
    </FormFrame>
  );
}
