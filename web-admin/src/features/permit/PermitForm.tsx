import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import css from '../../app/FormFrame.module.css';
import { useForm } from '../../app/useForm';
import { SavePermitDocument, type PermitHolder, type PermitKind, type PermitPartsFragment } from '../../gql/graphql';

/** Papers that a holder may have. */
export const KINDS: Record<PermitHolder, PermitKind[]> = {
  CARRIER: ['LICENCE', 'INSURANCE'],
  VEHICLE: ['INSURANCE', 'INSPECTION', 'ROAD_PERMIT'],
  DRIVER: ['DRIVING_LICENCE', 'MEDICAL'],
};

interface PermitFormProps {
  holder: PermitHolder;
  holderId: string;
  permit?: PermitPartsFragment;
  /** With the coming trips that its holder is on without a good paper. */
  onSaved: (tripsWithoutIt: number) => void;
  reread: () => void;
}

export function PermitForm({ holder, holderId, permit, onSaved, reread }: PermitFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SavePermitDocument);
  const form = useForm({
    name: `permit.${holderId}.${permit?.id ?? 'new'}`,
    version: permit?.version ?? null,
    saved: { kind: permit?.kind ?? KINDS[holder][0]!, number: permit?.number ?? '', issuedOn: permit?.issuedOn ?? '', expiresOn: permit?.expiresOn ?? '', note: permit?.note ?? '' },
    reread,
    send: async (values, version) => {
      if (!values.expiresOn) return { __typename: 'InvalidInput', fields: [{ path: 'expiresOn', message: t('form.required') }] };
      const answer = (await save({ input: { id: permit?.id, version, holder, holderId, ...values, issuedOn: values.issuedOn || null } })).data?.savePermit;
      if (answer?.__typename === 'PermitSaved') onSaved(answer.tripsWithoutIt);
      return answer;
    },
  });
  const { values, set, wrong } = form;
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ kind: t('permit.paper'), number: t('permit.number'), issuedOn: t('permit.issuedOn'), expiresOn: t('permit.expiresOn'), note: t('permit.note') }}>
      <NativeSelect label={t('permit.paper')} value={values.kind} error={wrong('kind')} data={KINDS[holder].map((kind) => ({ value: kind, label: t(`permit.kind.${kind}`) }))} onChange={(event) => set({ kind: event.currentTarget.value as PermitKind })} />
      <TextInput label={t('permit.number')} autoComplete="off" data-autofocus {...form.text('number')} />
      <div className={css.pair}>
        <DayInput label={t('permit.issuedOn')} value={values.issuedOn} error={wrong('issuedOn')} clearable onChange={(issuedOn) => set({ issuedOn })} />
        <DayInput label={t('permit.expiresOn')} value={values.expiresOn} error={wrong('expiresOn')} onChange={(expiresOn) => set({ expiresOn })} />
      </div>
      <TextInput label={t('permit.note')} autoComplete="off" {...form.text('note')} />
    </FormFrame>
  );
}
