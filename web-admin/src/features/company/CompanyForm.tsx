import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { SaveCompanyDocument, type CompanyPartsFragment } from '../../gql/graphql';
import { PriceFields, pricesOf, sentPrices } from './PriceFields';

interface CompanyFormProps {
  company?: CompanyPartsFragment;
  onSaved: (company: CompanyPartsFragment) => void;
  reread?: () => void;
}

const number = (text: string | number | null | undefined): number | '' => (text === null || text === undefined || text === '' ? '' : Number(text));

/** What is agreed with a company. */
export function CompanyForm({ company, onSaved, reread }: CompanyFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveCompanyDocument);
  const form = useForm({
    name: `company.${company?.id ?? 'new'}`,
    version: company?.version ?? null,
    saved: {
      name: company?.name ?? '',
      inn: company?.inn ?? '',
      address: company?.address ?? '',
      contact: company?.contact ?? '',
      email: company?.email ?? '',
      phone: company?.phone ?? '',
      contractNumber: company?.contractNumber ?? '',
      contractFrom: company?.contractFrom ?? '',
      contractTo: company?.contractTo ?? '',
      discountPercent: number(company?.discountPercent),
      prices: pricesOf(company),
      credit: number(company?.wallet.credit.amount ?? 0),
      termDays: number(company?.termDays ?? 14),
    },
    send: async ({ contractFrom, contractTo, discountPercent, prices, credit, termDays, address, contact, email, phone, ...rest }, version) => {
      const input = {
        ...rest,
        address: address || null,
        contact: contact || null,
        email: email || null,
        phone: phone || null,
        id: company?.id ?? null,
        version,
        contractFrom: contractFrom || null,
        contractTo: contractTo || null,
        discountPercent: discountPercent === '' ? null : String(discountPercent),
        prices: sentPrices(prices),
        credit: String(credit || 0),
        termDays: Number(termDays || 0),
      };
      const answer = (await save({ input })).data?.saveCompany;
      if (answer?.__typename === 'CompanyChanged') {
        form.discard();
        onSaved(answer.company);
      }
      return answer;
    },
    reread,
  });
  const { values, set, wrong, text } = form;
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('company.save')}>
      <TextInput label={t('company.name')} maxLength={200} {...text('name')} />
      <TextInput label={t('company.inn')} inputMode="numeric" maxLength={14} {...text('inn')} />
      <TextInput label={t('company.address')} {...text('address')} />
      <TextInput label={t('company.contact')} {...text('contact')} />
      <TextInput label={t('company.email')} type="email" {...text('email')} />
      <TextInput label={t('company.phone')} type="tel" {...text('phone')} />
      <TextInput label={t('company.contractNumber')} maxLength={60} {...text('contractNumber')} />
      <DayInput label={t('company.contractFrom')} value={values.contractFrom} error={wrong('contractFrom')} onChange={(contractFrom) => set({ contractFrom })} />
      <DayInput label={t('company.contractTo')} value={values.contractTo} clearable error={wrong('contractTo')} onChange={(contractTo) => set({ contractTo })} />
      <AmountField label={t('company.discount')} description={t('company.discountHint')} value={values.discountPercent} error={wrong('discountPercent')} onChange={(discountPercent) => set({ discountPercent })} />
      <PriceFields prices={values.prices} wrong={(path) => wrong(path, 'prices')} onChange={(prices) => set({ prices })} />
      <AmountField label={t('company.credit')} description={t('company.creditHint')} value={values.credit} error={wrong('credit')} onChange={(credit) => set({ credit })} />
      <NumberField label={t('company.termDays')} value={values.termDays} error={wrong('termDays')} hideControls onChange={(termDays) => set({ termDays })} />
    </FormFrame>
  );
}
