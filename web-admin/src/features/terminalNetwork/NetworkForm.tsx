import { Button, Checkbox, CopyButton, Fieldset, NativeSelect, Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { NamesFields } from '../../app/NamesFields';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { SaveTerminalNetworkDocument, TerminalChoicesDocument, type TerminalNetworkPartsFragment, type TerminalOutcome, type TerminalSumForm } from '../../gql/graphql';
import css from './Terminals.module.css';

const FORMS: TerminalSumForm[] = ['POINT', 'COMMA', 'MINOR'];

type Numbers = Partial<Record<TerminalOutcome, number | ''>>;
type Table = readonly { outcome: TerminalOutcome; number: number }[];

const numbersOf = (results: Table): Numbers => Object.fromEntries(results.map((one) => [one.outcome, one.number]));

const valuesOf = (one: TerminalNetworkPartsFragment | undefined) => ({
  code: one?.code ?? '',
  names: { ru: one?.names.ru ?? '', ky: one?.names.ky ?? '', en: one?.names.en ?? '' },
  enabled: one?.enabled ?? false,
  login: one?.login ?? '',
  addresses: one?.addresses.join('\n') ?? '',
  smallest: Number(one?.smallest.amount ?? 10) as number | '',
  largest: Number(one?.largest.amount ?? 15_000) as number | '',
  tolerance: Number(one?.tolerance.amount ?? 200) as number | '',
  feePercent: Number(one?.feePercent ?? 0) as number | '',
  sumForm: one?.sumForm ?? ('POINT' as TerminalSumForm),
  cancels: one?.cancels ?? true,
  tellsStatus: one?.tellsStatus ?? true,
  results: numbersOf(one?.results ?? []),
});

/** Letters and digits that are not confused when they are read aloud. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const newPassword = (): string => Array.from(crypto.getRandomValues(new Uint32Array(24)), (one) => LETTERS[one % LETTERS.length]).join('');

interface NetworkFormProps {
  network: TerminalNetworkPartsFragment | undefined;
  reread: () => void;
  onSaved: (name: string) => void;
}

/** One network. Its password is in no draft, and is sent only where it is another. */
export function NetworkForm({ network, reread, onSaved }: NetworkFormProps) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  /** The password that was sent last: another one is not known to be wrong. */
  const [sent, setSent] = useState<string | null>(null);
  const [{ fetching, error }, save] = useMutation(SaveTerminalNetworkDocument);
  const [{ data: choices }] = useQuery({ query: TerminalChoicesDocument });
  const form = useForm({
    name: `terminal.${network?.id ?? 'new'}`,
    version: network?.version ?? null,
    saved: valuesOf(network),
    reread,
    send: async ({ addresses, results, ...typed }, version) => {
      const input = {
        ...typed,
        id: network?.id ?? null,
        version,
        password: password || null,
        addresses: lines(addresses),
        smallest: String(typed.smallest || 0),
        largest: String(typed.largest || 0),
        tolerance: String(typed.tolerance || 0),
        feePercent: String(typed.feePercent || 0),
        results: Object.entries(results).flatMap(([outcome, number]) => (typeof number === 'number' ? [{ outcome: outcome as TerminalOutcome, number }] : [])),
      };
      setSent(password);
      const outcome = (await save({ input })).data?.saveTerminalNetwork;
      if (outcome?.__typename === 'TerminalNetworkSaved') onSaved(outcome.network.name);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`terminal.${field}`);
  const usual = choices?.terminalPresets[0]?.results ?? [];
  const amount = (field: 'smallest' | 'largest' | 'tolerance' | 'feePercent', suffix: string) => (
    <AmountField label={label(field)} description={field === 'tolerance' ? label('toleranceHint') : undefined} suffix={suffix} value={values[field]} error={wrong(field)} onChange={(value) => set({ [field]: value } as Partial<typeof values>)} />
  );
  const wrongAddress = lines(values.addresses)
    .map((_, n) => wrong(`addresses.${n}`, 'addresses'))
    .find(Boolean);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]))}>
      <div className={pairs.pair}>
        <TextInput label={label('code')} description={network ? network.url : label('codeHint')} maxLength={24} autoComplete="off" disabled={network !== undefined} {...form.text('code')} />
        <NativeSelect
          label={label('dialect')}
          description={label('dialectHint')}
          value=""
          onChange={(event) => {
            const preset = choices?.terminalPresets.find((one) => one.dialect === event.currentTarget.value);
            if (preset) set({ results: numbersOf(preset.results), sumForm: preset.sumForm, cancels: preset.cancels, tellsStatus: preset.tellsStatus });
          }}
          data={[{ value: '', label: label('asItIs') }, ...(choices?.terminalPresets ?? []).map((one) => ({ value: one.dialect, label: label(`dialects.${one.dialect}`) }))]}
        />
      </div>
      <div className={pairs.pair}>
        <NamesFields value={values.names} onChange={(names) => set({ names })} wrong={(language) => wrong(`names.${language}`)} />
      </div>
      <TextInput label={label('login')} maxLength={40} autoComplete="off" {...form.text('login')} />
      <div className={css.password}>
        <TextInput
          label={label('password')}
          description={label(network ? 'passwordKeeps' : 'passwordHint')}
          // The field stands beside its buttons, so that what is wrong is said above it.
          inputWrapperOrder={['label', 'description', 'error', 'input']}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          value={password}
          error={password === sent && wrong('password')}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button variant="default" onClick={() => setPassword(newPassword())}>
          {label('generate')}
        </Button>
        {password && (
          <CopyButton value={password}>
            {({ copied, copy }) => (
              <Button variant="light" onClick={copy}>
                <span aria-live="polite">{t(copied ? 'partner.copied' : 'partner.copy')}</span>
              </Button>
            )}
          </CopyButton>
        )}
      </div>
      <Textarea label={label('addresses')} description={label('addressesHint')} autosize minRows={2} maxRows={8} spellCheck={false} value={values.addresses} error={wrongAddress ?? wrong('addresses')} onChange={(event) => set({ addresses: event.currentTarget.value })} />
      <div className={`${pairs.pair} ${css.ends}`}>
        {amount('smallest', ` ${network?.currency ?? 'KGS'}`)}
        {amount('largest', ` ${network?.currency ?? 'KGS'}`)}
        {amount('tolerance', ` ${network?.currency ?? 'KGS'}`)}
        {amount('feePercent', ' %')}
        <NativeSelect label={label('sumForm')} value={values.sumForm} onChange={(event) => set({ sumForm: event.currentTarget.value as TerminalSumForm })} data={FORMS.map((one) => ({ value: one, label: label(`sumForms.${one}`) }))} />
        <div className={pairs.checks}>
          <Checkbox label={label('cancels')} checked={values.cancels} onChange={(event) => set({ cancels: event.currentTarget.checked })} />
          <Checkbox label={label('tellsStatus')} checked={values.tellsStatus} onChange={(event) => set({ tellsStatus: event.currentTarget.checked })} />
        </div>
      </div>
      <Fieldset legend={label('results')}>
        <p className="bk-muted">{label('resultsHint')}</p>
        <div className={css.numbers}>
          {usual.map((one) => (
            <NumberField
              key={one.outcome}
              label={`${t(`terminal.outcome.${one.outcome}`)}${one.retried ? ' ↻' : ''}`}
              value={values.results[one.outcome] ?? one.number}
              error={wrong(`results.${one.outcome}`)}
              min={0}
              max={9999}
              allowDecimal={false}
              hideControls
              onChange={(number) => set({ results: { ...values.results, [one.outcome]: number } })}
            />
          ))}
        </div>
      </Fieldset>
      <Switch label={label('enabled')} description={label('enabledHint')} checked={values.enabled} onChange={(event) => set({ enabled: event.currentTarget.checked })} />
    </FormFrame>
  );
}

const lines = (text: string): string[] =>
  text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter(Boolean);
