import { Button, FileInput, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useQuery } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import pairs from '../../app/FormFrame.module.css';
import { RegistryFormatsDocument } from '../../gql/graphql';
import { loadFile } from './loadFile';
import css from './Registries.module.css';

/** A file, whose it is, and of which days. */
export function LoadForm({ onLoaded }: { onLoaded: (words: string) => void }) {
  const { t } = useTranslation();
  const [{ data, error }] = useQuery({ query: RegistryFormatsDocument });
  const [method, setMethod] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const formats = data?.registryFormats ?? [];
  const chosen = method || (formats[0]?.method ?? '');
  const send = async () => {
    if (!file || !from || !to || !chosen) {
      setWrong(t('registry.all'));
      return;
    }
    setBusy(true);
    setWrong(null);
    const outcome = await loadFile(chosen, from, to, file);
    setBusy(false);
    if ('id' in outcome) onLoaded(t(outcome.again ? 'registry.again' : 'registry.taken', { name: file.name }));
    else setWrong(t(`registry.refused.${outcome.code}`, { column: outcome.column }));
  };
  return (
    <form
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p>{t('registry.loadText')}</p>
      {error && <ProblemNotice error={error} />}
      <NativeSelect label={t('registry.whose')} value={chosen} onChange={(event) => setMethod(event.currentTarget.value)} data={formats.map((one) => ({ value: one.method, label: one.methodName }))} />
      <div className={pairs.pair}>
        <DayInput label={t('registry.from')} value={from} onChange={setFrom} />
        <DayInput label={t('registry.to')} value={to} onChange={setTo} />
      </div>
      <FileInput size="md" label={t('registry.fileLabel')} placeholder={t('registry.choose')} accept=".csv,.txt,.xlsx" value={file} onChange={setFile} clearable clearButtonProps={{ 'aria-label': t('registry.clear') }} />
      {wrong && <Notice live tone="error" title={wrong} />}
      <Button type="submit" loading={busy} className={css.start}>
        {t('registry.load')}
      </Button>
    </form>
  );
}
