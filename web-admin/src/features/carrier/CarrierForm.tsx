import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { FormFrame } from '../../app/FormFrame';
import css from '../../app/FormFrame.module.css';
import { NamesFields } from '../../app/NamesFields';
import { useForm } from '../../app/useForm';
import { SaveCarrierDocument, type CarrierPartsFragment } from '../../gql/graphql';

interface CarrierFormProps {
  /** None: a new one. */
  carrier?: CarrierPartsFragment;
  onSaved: (carrier: CarrierPartsFragment) => void;
  reread?: () => void;
}

/** Names, contacts and legal data of a carrier. */
export function CarrierForm({ carrier, onSaved, reread }: CarrierFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveCarrierDocument);
  const form = useForm({
    name: `carrier.${carrier?.id ?? 'new'}`,
    version: carrier?.version ?? null,
    saved: {
      code: carrier?.code ?? '',
      names: { ru: carrier?.names.ru ?? '', ky: carrier?.names.ky ?? '', en: carrier?.names.en ?? '' },
      phone: carrier?.phone ?? '',
      email: carrier?.email ?? '',
      url: carrier?.url ?? '',
      legalName: carrier?.legal.name ?? '',
      inn: carrier?.legal.inn ?? '',
      address: carrier?.legal.address ?? '',
      director: carrier?.legal.director ?? '',
      bank: carrier?.legal.bank ?? '',
      bankAccount: carrier?.legal.bankAccount ?? '',
      taxPercent: (carrier?.taxPercent ? Number(carrier.taxPercent) : '') as number | '',
    },
    reread,
    send: async ({ taxPercent, ...values }, version) => {
      const outcome = (await save({ input: { id: carrier?.id, version, ...values, taxPercent: taxPercent === '' ? null : String(taxPercent) } })).data?.saveCarrier;
      if (outcome?.__typename === 'CarrierChanged') onSaved(outcome.carrier);
      return outcome;
    },
  });
  const label = (field: string) => t(`carrier.${field}`);
  return (
    <FormFrame
      form={form}
      busy={fetching}
      error={error}
      submit={t(carrier ? 'form.save' : 'carrier.make')}
      names={{ phone: label('phone'), email: label('email'), url: label('url'), legalName: label('legalName'), inn: label('inn'), address: label('address'), director: label('director'), bank: label('bank'), bankAccount: label('bankAccount'), taxPercent: label('taxPercent'), names: t('names.title') }}
    >
      {!carrier && <TextInput label={label('code')} description={label('codeHint')} maxLength={12} autoComplete="off" data-autofocus {...form.text('code')} />}
      <NamesFields value={form.values.names} onChange={(names) => form.set({ names })} wrong={(language) => form.wrong(`names.${language}`)} />
      <div className={css.pair}>
        <TextInput label={label('phone')} type="tel" autoComplete="off" {...form.text('phone')} />
        <TextInput label={label('email')} type="email" autoComplete="off" {...form.text('email')} />
      </div>
      <TextInput label={label('url')} type="url" placeholder="https://" autoComplete="off" {...form.text('url')} />
      <TextInput label={label('legalName')} autoComplete="off" {...form.text('legalName')} />
      <div className={css.pair}>
        <TextInput label={label('inn')} inputMode="numeric" maxLength={14} autoComplete="off" {...form.text('inn')} />
        <TextInput label={label('director')} autoComplete="off" {...form.text('director')} />
      </div>
      <TextInput label={label('address')} autoComplete="off" {...form.text('address')} />
      <div className={css.pair}>
        <TextInput label={label('bank')} autoComplete="off" {...form.text('bank')} />
        <TextInput label={label('bankAccount')} autoComplete="off" {...form.text('bankAccount')} />
      </div>
      <AmountField label={label('taxPercent')} description={label('taxHint')} suffix=" %" value={form.values.taxPercent} error={form.wrong('taxPercent')} onChange={(taxPercent) => form.set({ taxPercent })} />
    </FormFrame>
  );
}
