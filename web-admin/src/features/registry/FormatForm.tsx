import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useMutation, useQuery } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { useForm } from '../../app/useForm';
import { RegistryFormatsDocument, SaveRegistryFormatDocument, type RegistryFormatsQuery } from '../../gql/graphql';
import css from './Registries.module.css';

type Format = RegistryFormatsQuery['registryFormats'][number];

const OPTIONAL = ['fee', 'time', 'kind'] as const;

/** Which column of whose files is what. */
export function FormatForm({ onSaved }: { onSaved: () => void }) {
  const { t } = useTranslation();
  const [{ data, error }, reread] = useQuery({ query: RegistryFormatsDocument, requestPolicy: 'network-only' });
  const [method, setMethod] = useState('');
  const formats = data?.registryFormats ?? [];
  const format = formats.find((one) => one.method === method) ?? formats[0];
  return (
    <div className={css.stack}>
      <p>{t('registry.formatText')}</p>
      {error && <ProblemNotice error={error} />}
      <NativeSelect label={t('registry.whose')} value={format?.method ?? ''} onChange={(event) => setMethod(event.currentTarget.value)} data={formats.map((one) => ({ value: one.method, label: one.methodName }))} />
      {format && <Columns key={format.method} format={format} reread={() => reread({ requestPolicy: 'network-only' })} onSaved={onSaved} />}
    </div>
  );
}

function Columns({ format, reread, onSaved }: { format: Format; reread: () => void; onSaved: () => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveRegistryFormatDocument);
  const { columns } = format;
  const form = useForm({
    name: `registry.${format.method}`,
    version: format.version,
    saved: { reference: columns.reference, amount: columns.amount, fee: columns.fee ?? '', time: columns.time ?? '', kind: columns.kind ?? '', refundWords: columns.refundWords.join(', ') },
    reread,
    send: async ({ refundWords, ...typed }, version) => {
      const words = refundWords
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean);
      const input = { method: format.method, version: version ?? 0, columns: { ...typed, fee: typed.fee || null, time: typed.time || null, kind: typed.kind || null, refundWords: words } };
      const outcome = (await save({ input })).data?.saveRegistryFormat;
      if (outcome?.__typename === 'RegistryFormatSaved') onSaved();
      return outcome;
    },
  });
  const label = (field: string) => t(`registry.columns.${field}`);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={Object.fromEntries(Object.keys(form.values).map((field) => [field, label(field)]))}>
      <div className={pairs.pair}>
        <TextInput label={label('reference')} maxLength={60} {...form.text('reference', 'columns.reference')} />
        <TextInput label={label('amount')} maxLength={60} {...form.text('amount', 'columns.amount')} />
        {OPTIONAL.map((field) => (
          <TextInput key={field} label={label(field)} maxLength={60} {...form.text(field, `columns.${field}`)} />
        ))}
        <TextInput label={label('refundWords')} maxLength={200} {...form.text('refundWords', 'columns.refundWords')} />
      </div>
    </FormFrame>
  );
}
