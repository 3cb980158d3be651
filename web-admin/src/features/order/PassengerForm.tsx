import { NativeSelect, Select, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { countries, Notice, useFormat, useMutation } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { ChangePassengerDocument, type DocumentKind, type OrderPageQuery } from '../../gql/graphql';

type Order = NonNullable<OrderPageQuery['order']>;

const KINDS: DocumentKind[] = ['ID_CARD', 'PASSPORT', 'FOREIGN_PASSPORT', 'BIRTH_CERTIFICATE', 'PIN'];

interface PassengerFormProps {
  order: Order;
  passenger: Order['passengers'][number];
  onSaved: () => void;
  reread: () => void;
}

/** A passenger's name and document put right. The number itself is never shown: left empty, it stays. */
export function PassengerForm({ order, passenger, onSaved, reread }: PassengerFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const lands = useMemo(() => countries(format.language), [format.language]);
  const [{ fetching, error }, change] = useMutation(ChangePassengerDocument);
  const form = useForm({
    name: `passenger.${passenger.id}`,
    version: order.version,
    saved: {
      lastName: passenger.lastName ?? '',
      firstName: passenger.firstName ?? '',
      middleName: passenger.middleName ?? '',
      birthDate: passenger.birthDate ?? '',
      citizenship: passenger.citizenship ?? 'KG',
      documentKind: passenger.documentKind ?? ('ID_CARD' as DocumentKind),
      documentNumber: '',
    },
    reread,
    onSaved,
    send: async (values, version) => {
      if (!values.birthDate) return { __typename: 'InvalidInput', fields: [{ path: 'birthDate', message: t('form.required') }] };
      const input = { ...values, documentNumber: values.documentNumber.trim() || null, orderId: order.id, passengerId: passenger.id, version: version ?? 0 };
      return (await change({ input })).data?.changePassenger;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`passengerForm.${field}`);
  const over = wrong('passengerId');
  const names = Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]));
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={names}>
      {over && <Notice live tone="error" title={over} />}
      <TextInput label={label('lastName')} autoComplete="off" data-autofocus {...form.text('lastName')} />
      <TextInput label={label('firstName')} autoComplete="off" {...form.text('firstName')} />
      <TextInput label={label('middleName')} autoComplete="off" {...form.text('middleName')} />
      <DayInput label={label('birthDate')} value={values.birthDate} error={wrong('birthDate')} onChange={(birthDate) => set({ birthDate })} />
      <Select label={label('citizenship')} searchable data={lands} value={values.citizenship} error={wrong('citizenship')} onChange={(citizenship) => set({ citizenship: citizenship ?? '' })} />
      <NativeSelect label={label('documentKind')} value={values.documentKind} error={wrong('documentKind')} onChange={(event) => set({ documentKind: event.currentTarget.value as DocumentKind })} data={KINDS.map((value) => ({ value, label: t(`document.${value}`) }))} />
      <TextInput label={label('documentNumber')} description={t('passengerForm.numberHint', { number: passenger.documentNumber ?? '—' })} autoComplete="off" {...form.text('documentNumber')} />
      <p className="bk-muted">{t('passengerForm.newTicket')}</p>
    </FormFrame>
  );
}
