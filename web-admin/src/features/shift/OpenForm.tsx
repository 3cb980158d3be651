import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { DesksDocument, OpenShiftDocument } from '../../gql/graphql';
import { decimalOf, minorOf } from './amounts';
import { useKey } from './useKey';

/** A cashier sits down at a desk, with cash to give change with. */
export function OpenForm({ onOpened }: { onOpened: () => void }) {
  const { t } = useTranslation();
  const [{ data, error: unread }, again] = useQuery({ query: DesksDocument, variables: {}, requestPolicy: 'cache-and-network' });
  const [{ fetching, error }, open] = useMutation(OpenShiftDocument);
  const attempt = useKey();
  const desks = data?.desks.filter((one) => one.active) ?? [];
  const form = useForm({
    name: 'shift.open',
    version: null,
    saved: { desk: '', float: '' as number | '' },
    send: async ({ desk, float }) => {
      const cash = minorOf(float) > 0 ? [{ amount: decimalOf(minorOf(float)), currency: 'KGS' }] : [];
      const answer = (await open({ input: { deskId: desk || (desks[0]?.id ?? ''), float: cash, idempotencyKey: attempt.key() } })).data?.openShift;
      if (answer) attempt.used();
      return answer;
    },
    onSaved: onOpened,
  });
  if (unread && !data) return <ProblemNotice error={unread} onRetry={() => again({ requestPolicy: 'network-only' })} />;
  if (data && desks.length === 0) return <Notice tone="warn" title={t('shift.noDesks')} />;
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('shift.open')} names={{ desk: t('shift.desk'), float: t('shift.float') }}>
      <NativeSelect
        label={t('shift.desk')}
        value={form.values.desk}
        error={form.wrong('deskId')}
        onChange={(event) => form.set({ desk: event.currentTarget.value })}
        data={desks.map((one) => ({ value: one.id, label: [one.sign, one.station?.name, one.note].filter(Boolean).join(' · ') }))}
      />
      <AmountField label={t('shift.float')} description={t('shift.floatHint')} value={form.values.float} error={form.wrong('float.0.amount')} onChange={(float) => form.set({ float })} />
    </FormFrame>
  );
}
