import { MultiSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { NamesFields } from '../../app/NamesFields';
import { useForm } from '../../app/useForm';
import { PromotionChoicesDocument, SavePromotionDocument, type PromotionPartsFragment } from '../../gql/graphql';

interface PromotionFormProps {
  promotion: PromotionPartsFragment | undefined;
  reread: () => void;
  onSaved: () => void;
}

/** The day of an instant at the home station; of an end, the day before it. Swedish days are written YYYY-MM-DD. */
const dayOf = (at: string | null | undefined, back = 0): string => (at ? new Date(Date.parse(at) - back).toLocaleDateString('sv-SE', { timeZone: 'Asia/Bishkek' }) : '');
const numberOf = (value: number | string | null | undefined): number | '' => (value === null || value === undefined ? '' : Number(value));

const valuesOf = (one: PromotionPartsFragment | undefined) => ({
  code: one?.code ?? '',
  names: { ru: one?.names.ru ?? '', ky: one?.names.ky ?? '', en: one?.names.en ?? '' },
  percent: numberOf(one?.percent),
  amount: numberOf(one?.amount?.amount),
  currency: one?.currency ?? 'KGS',
  minimum: numberOf(one?.minimum.amount ?? 0),
  soldFrom: dayOf(one?.soldFrom),
  soldTo: dayOf(one?.soldTo, 1),
  travelFrom: one?.travelFrom ?? '',
  travelTo: one?.travelTo ?? '',
  routes: one?.routes.map((route) => route.id) ?? ([] as string[]),
  carriers: one?.carriers.map((carrier) => carrier.id) ?? ([] as string[]),
  usesLimit: numberOf(one?.usesLimit),
  customerLimit: numberOf(one?.customerLimit),
  active: one?.active ?? true,
});
type Values = ReturnType<typeof valuesOf>;

const orNull = <T,>(value: T | ''): T | null => (value === '' ? null : value);
const text = (value: number | ''): string | null => (value === '' ? null : String(value));

/** One code; what it takes off stays as it was made. */
export function PromotionForm({ promotion, reread, onSaved }: PromotionFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SavePromotionDocument);
  const [{ data: choices }] = useQuery({ query: PromotionChoicesDocument });
  const form = useForm({
    name: `promotion.${promotion?.id ?? 'new'}`,
    version: promotion?.version ?? null,
    saved: valuesOf(promotion),
    reread,
    send: async (typed, version) => {
      const input = {
        ...typed,
        id: promotion?.id ?? null,
        version,
        percent: text(typed.percent),
        amount: text(typed.amount),
        minimum: text(typed.minimum) ?? '0',
        soldFrom: orNull(typed.soldFrom),
        soldTo: orNull(typed.soldTo),
        travelFrom: orNull(typed.travelFrom),
        travelTo: orNull(typed.travelTo),
        usesLimit: orNull(typed.usesLimit),
        customerLimit: orNull(typed.customerLimit),
      };
      const outcome = (await save({ input })).data?.savePromotion;
      if (outcome?.__typename === 'PromotionSaved') onSaved();
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`promotion.${field}`);
  const fixed = promotion !== undefined;
  const count = (field: 'percent' | 'amount' | 'minimum' | 'usesLimit' | 'customerLimit', more: { decimal?: boolean; suffix?: string; description?: string; disabled?: boolean } = {}) => (
    <NumberInput label={label(field)} description={more.description} suffix={more.suffix} disabled={more.disabled ?? false} value={values[field]} error={wrong(field)} min={0} allowDecimal={more.decimal ?? false} decimalScale={2} onChange={(value) => set({ [field]: typeof value === 'number' ? value : '' } as Partial<Values>)} />
  );
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]))}>
      <div className={pairs.pair}>
        <TextInput label={label('code')} description={label('codeHint')} maxLength={24} autoComplete="off" disabled={fixed} {...form.text('code')} />
        {count('percent', { decimal: true, suffix: ' %', disabled: fixed, description: label('perTicket') })}
        {count('amount', { decimal: true, disabled: fixed, description: label('orAmount') })}
        <TextInput label={label('currency')} maxLength={3} autoComplete="off" disabled={fixed} {...form.text('currency')} />
      </div>
      {fixed && <p className="bk-muted">{label('fixed')}</p>}
      <div className={pairs.pair}>
        <NamesFields value={values.names} onChange={(names) => set({ names })} wrong={(language) => wrong(`names.${language}`)} />
      </div>
      <div className={pairs.pair}>
        <DayInput label={label('soldFrom')} value={values.soldFrom} clearable onChange={(soldFrom) => set({ soldFrom })} />
        <DayInput label={label('soldTo')} value={values.soldTo} error={wrong('soldTo')} clearable onChange={(soldTo) => set({ soldTo })} />
        <DayInput label={label('travelFrom')} value={values.travelFrom} clearable onChange={(travelFrom) => set({ travelFrom })} />
        <DayInput label={label('travelTo')} value={values.travelTo} error={wrong('travelTo')} clearable onChange={(travelTo) => set({ travelTo })} />
      </div>
      <div className={pairs.pair}>
        {count('minimum', { decimal: true })}
        {count('usesLimit', { description: label('noLimit') })}
        {count('customerLimit', { description: label('noLimit') })}
      </div>
      <MultiSelect label={label('routes')} placeholder={values.routes.length > 0 ? '' : label('all')} searchable value={values.routes} error={wrong('routes')} onChange={(routes) => set({ routes })} data={(choices?.routeRecords?.nodes ?? []).map((route) => ({ value: route.id, label: `${route.number} ${route.name}` }))} />
      <MultiSelect label={label('carriers')} placeholder={values.carriers.length > 0 ? '' : label('all')} searchable value={values.carriers} error={wrong('carriers')} onChange={(carriers) => set({ carriers })} data={(choices?.carriers ?? []).map((carrier) => ({ value: carrier.id, label: carrier.name }))} />
      {fixed && <Switch label={label('active')} checked={values.active} onChange={(event) => set({ active: event.currentTarget.checked })} />}
    </FormFrame>
  );
}
