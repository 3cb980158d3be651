import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { useForm } from '../../app/useForm';
import { SaveFiscalRegisterDocument, type FiscalRegisterPartsFragment } from '../../gql/graphql';

const valuesOf = (one: FiscalRegisterPartsFragment | undefined) => ({
  name: one?.name ?? '',
  url: one?.url ?? '',
  organisation: one?.organisation ?? '',
  inn: one?.inn ?? '',
  regNumber: one?.regNumber ?? '',
  place: one?.place ?? '',
  feeTaxPercent: (one?.feeTaxPercent ? Number(one.feeTaxPercent) : '') as number | '',
  servesAll: one?.servesAll ?? false,
});

interface RegisterFormProps {
  register: FiscalRegisterPartsFragment | undefined;
  reread: () => void;
  onSaved: (name: string) => void;
}

/** One cash register. Its token is in no draft, and is sent only where it is another. */
export function RegisterForm({ register, reread, onSaved }: RegisterFormProps) {
  const { t } = useTranslation();
  const [token, setToken] = useState('');
  /** The token that was sent last: another one is not known to be wrong. */
  const [sent, setSent] = useState<string | null>(null);
  const [{ fetching, error }, save] = useMutation(SaveFiscalRegisterDocument);
  const form = useForm({
    name: `fiscalRegister.${register?.id ?? 'new'}`,
    version: register?.version ?? null,
    saved: valuesOf(register),
    reread,
    send: async ({ feeTaxPercent, ...typed }, version) => {
      setSent(token);
      const input = { ...typed, id: register?.id ?? null, version, token: token || null, feeTaxPercent: feeTaxPercent === '' ? null : String(feeTaxPercent) };
      const outcome = (await save({ input })).data?.saveFiscalRegister;
      if (outcome?.__typename === 'FiscalRegisterSaved') onSaved(outcome.register.name);
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`fiscal.${field}`);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]))}>
      <TextInput label={label('name')} maxLength={60} autoComplete="off" data-autofocus {...form.text('name')} />
      <TextInput label={label('url')} description={label('urlHint')} maxLength={200} autoComplete="off" spellCheck={false} {...form.text('url')} />
      <TextInput
        label={label('token')}
        description={label(register ? 'tokenKeeps' : 'tokenHint')}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        value={token}
        error={token === sent && wrong('token')}
        onChange={(event) => setToken(event.currentTarget.value)}
      />
      <TextInput label={label('organisation')} description={label('organisationHint')} maxLength={120} autoComplete="off" {...form.text('organisation')} />
      <TextInput label={label('place')} description={label('placeHint')} maxLength={200} autoComplete="off" {...form.text('place')} />
      <div className={pairs.pair}>
        <TextInput label={label('inn')} maxLength={14} inputMode="numeric" autoComplete="off" {...form.text('inn')} />
        <TextInput label={label('regNumber')} maxLength={20} inputMode="numeric" autoComplete="off" {...form.text('regNumber')} />
      </div>
      <AmountField label={label('feeTaxPercent')} description={label('feeTaxHint')} suffix=" %" value={values.feeTaxPercent} error={wrong('feeTaxPercent')} onChange={(feeTaxPercent) => set({ feeTaxPercent })} />
      <Switch label={label('servesAll')} description={label('servesAllHint')} checked={values.servesAll} error={wrong('servesAll')} onChange={(event) => set({ servesAll: event.currentTarget.checked })} />
    </FormFrame>
  );
}
