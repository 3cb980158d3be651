import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { dayIn, useHomeZone } from '../../app/homeDay';
import { useForm } from '../../app/useForm';
import { CorrectReceiptDocument, RegisterChoicesDocument, type CorrectionKind } from '../../gql/graphql';
import { useKey } from '../shift/useKey';

const KINDS: CorrectionKind[] = ['SALE', 'RETURN'];

/** What was not recorded in its time, or not as it should have been. */
export function CorrectionForm({ onMade }: { onMade: () => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, correct] = useMutation(CorrectReceiptDocument);
  const [{ data }] = useQuery({ query: RegisterChoicesDocument });
  const registers = (data?.fiscalRegisters.nodes ?? []).filter((one) => one.enabled);
  const zone = useHomeZone();
  const [opened] = useState(() => new Date().toISOString());
  const today = zone ? dayIn(zone, opened) : '';
  const attempt = useKey();
  const form = useForm({
    name: 'fiscalReceipt.correction',
    version: null,
    saved: { registerId: '', kind: 'SALE' as CorrectionKind, name: '', cash: '' as number | '', cashless: '' as number | '', taxPercent: '' as number | '', basis: '', settledOn: '' },
    send: async (values) => {
      const input = {
        ...values,
        registerId: values.registerId || (registers[0]?.id ?? ''),
        settledOn: values.settledOn || today,
        cash: String(values.cash || 0),
        cashless: String(values.cashless || 0),
        taxPercent: values.taxPercent === '' ? null : String(values.taxPercent),
        idempotencyKey: attempt.key(),
      };
      const answer = (await correct({ input })).data?.correctReceipt;
      if (answer) attempt.used();
      return answer;
    },
    onSaved: () => {
      form.discard();
      onMade();
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`fiscal.correction.${field}`);
  const sum = (field: 'cash' | 'cashless' | 'taxPercent', suffix: string) => <AmountField label={label(field)} suffix={suffix} value={values[field]} error={wrong(field)} onChange={(value) => set({ [field]: value } as Partial<typeof values>)} />;
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('fiscal.correction.send')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]))}>
      <p className="bk-muted" style={{ margin: 0 }}>
        {label('text')}
      </p>
      <div className={pairs.pair}>
        <NativeSelect label={label('registerId')} value={values.registerId} error={wrong('registerId')} onChange={(event) => set({ registerId: event.currentTarget.value })} data={registers.map((one) => ({ value: one.id, label: one.name }))} />
        <NativeSelect label={label('kind')} value={values.kind} onChange={(event) => set({ kind: event.currentTarget.value as CorrectionKind })} data={KINDS.map((one) => ({ value: one, label: label(`kinds.${one}`) }))} />
      </div>
      <TextInput label={label('name')} description={label('nameHint')} maxLength={128} autoComplete="off" data-autofocus {...form.text('name')} />
      <div className={pairs.pair}>
        {sum('cash', ' KGS')}
        {sum('cashless', ' KGS')}
      </div>
      <div className={pairs.pair}>
        {sum('taxPercent', ' %')}
        <DayInput label={label('settledOn')} value={values.settledOn || today} error={wrong('settledOn')} onChange={(settledOn) => set({ settledOn })} />
      </div>
      <TextInput label={label('basis')} description={label('basisHint')} maxLength={200} autoComplete="off" {...form.text('basis')} />
    </FormFrame>
  );
}
