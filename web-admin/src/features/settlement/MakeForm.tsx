import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { MakeSettlementDocument } from '../../gql/graphql';

export const CURRENCIES = ['KGS', 'KZT', 'UZS'];

interface MakeFormProps {
  carriers: readonly { id: string; name: string }[];
  onMade: (id: string) => void;
}

/** A draft with a carrier: the first day follows the settlement before. */
export function MakeForm({ carriers, onMade }: MakeFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, make] = useMutation(MakeSettlementDocument);
  const form = useForm({
    name: 'settlement.new',
    version: null,
    saved: { carrierId: '', currency: 'KGS', endsOn: '' },
    send: async (values) => {
      const missing = (['carrierId', 'endsOn'] as const).filter((field) => !values[field]);
      if (missing.length > 0) return { __typename: 'InvalidInput', fields: missing.map((path) => ({ path, message: t('form.required') })) };
      const answer = (await make({ input: values })).data?.makeSettlement;
      if (answer?.__typename === 'SettlementChanged') {
        form.discard();
        onMade(answer.settlement.id);
      }
      return answer;
    },
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('settlement.make')}>
      <NativeSelect label={t('settlement.carrier')} data-autofocus {...form.text('carrierId')} data={[{ value: '', label: t('settlement.choose') }, ...carriers.map((one) => ({ value: one.id, label: one.name }))]} />
      <NativeSelect label={t('settlement.currency')} {...form.text('currency')} data={CURRENCIES} />
      <DayInput label={t('settlement.lastDay')} value={form.values.endsOn} error={form.wrong('endsOn')} onChange={(endsOn) => form.set({ endsOn })} />
      <p className="bk-muted">{t('settlement.firstDay')}</p>
    </FormFrame>
  );
}
