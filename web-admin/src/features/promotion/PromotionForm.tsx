import { Checkbox, MultiSelect, SegmentedControl, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'web-shared';
import { CHANNELS } from '../../app/channels';
import { AmountField } from '../../app/AmountField';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { dayIn } from '../../app/homeDay';
import { NamesFields } from '../../app/NamesFields';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { PromotionChoicesDocument, SavePromotionDocument, type PromotionPartsFragment, type SalesChannel } from '../../gql/graphql';
import { namedRoutes, RoutesField } from '../route/RoutesField';
import { WEEK, WeekdaysField } from '../route/WeekdaysField';

interface PromotionFormProps {
  /** Of the home station. */
  zone: string;
  promotion: PromotionPartsFragment | undefined;
  reread: () => void;
  onSaved: () => void;
}

const numberOf = (value: number | string | null | undefined): number | '' => (value === null || value === undefined ? '' : Number(value));

const valuesOf = (one: PromotionPartsFragment | undefined, zone: string) => ({
  byCode: one ? one.code !== null : true,
  code: one?.code ?? '',
  names: { ru: one?.names.ru ?? '', ky: one?.names.ky ?? '', en: one?.names.en ?? '' },
  percent: numberOf(one?.percent),
  amount: numberOf(one?.amount?.amount),
  currency: one?.currency ?? 'KGS',
  minimum: numberOf(one?.minimum.amount ?? 0),
  soldFrom: dayIn(zone, one?.soldFrom),
  soldTo: dayIn(zone, one?.soldTo, true),
  travelFrom: one?.travelFrom ?? '',
  travelTo: one?.travelTo ?? '',
  routes: namedRoutes(one?.routes),
  carriers: one?.carriers.map((carrier) => carrier.id) ?? ([] as string[]),
  usesLimit: numberOf(one?.usesLimit),
  customerLimit: numberOf(one?.customerLimit),
  weekdays: one?.weekdays ?? WEEK,
  channels: one?.channels ?? ([] as SalesChannel[]),
  categories: one?.categories ?? ([] as string[]),
  combinable: one?.combinable ?? false,
  budget: numberOf(one?.budget?.amount),
  active: one?.active ?? true,
});
type Values = ReturnType<typeof valuesOf>;

const orNull = <T,>(value: T | ''): T | null => (value === '' ? null : value);
const text = (value: number | ''): string | null => (value === '' ? null : String(value));

/** One code; what it takes off stays as it was made. */
export function PromotionForm({ zone, promotion, reread, onSaved }: PromotionFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SavePromotionDocument);
  const [{ data: choices }] = useQuery({ query: PromotionChoicesDocument });
  const form = useForm({
    name: `promotion.${promotion?.id ?? 'new'}`,
    version: promotion?.version ?? null,
    saved: valuesOf(promotion, zone),
    reread,
    send: async ({ byCode, ...typed }, version) => {
      const input = {
        ...typed,
        id: promotion?.id ?? null,
        version,
        code: byCode ? typed.code : null,
        combinable: byCode && typed.combinable,
        budget: byCode ? null : text(typed.budget),
        percent: text(typed.percent),
        amount: text(typed.amount),
        minimum: (byCode ? text(typed.minimum) : null) ?? '0',
        soldFrom: orNull(typed.soldFrom),
        soldTo: orNull(typed.soldTo),
        travelFrom: orNull(typed.travelFrom),
        travelTo: orNull(typed.travelTo),
        routes: typed.routes.map((one) => one.id),
        usesLimit: orNull(typed.usesLimit),
        customerLimit: byCode ? orNull(typed.customerLimit) : null,
      };
      const outcome = (await save({ input })).data?.savePromotion;
      if (outcome?.__typename === 'PromotionSaved') onSaved();
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`promotion.${field}`);
  const fixed = promotion !== undefined;
  const amount = (field: 'percent' | 'amount' | 'minimum' | 'budget', more: { suffix?: string; description?: string; disabled?: boolean } = {}) => (
    <AmountField label={label(field)} description={more.description} suffix={more.suffix} disabled={more.disabled ?? false} value={values[field]} error={wrong(field)} onChange={(value) => set({ [field]: value } as Partial<Values>)} />
  );
  const { byCode } = values;
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]))}>
      {!fixed && (
        <SegmentedControl
          aria-label={label('byCode')}
          style={{ justifySelf: 'start' }}
          value={byCode ? 'code' : 'campaign'}
          onChange={(value) => set({ byCode: value === 'code' })}
          data={[
            { value: 'code', label: label('byTyping') },
            { value: 'campaign', label: label('byItself') },
          ]}
        />
      )}
      {!byCode && <p className="bk-muted">{label('campaignHint')}</p>}
      <div className={pairs.pair}>
        {byCode && <TextInput label={label('code')} description={label('codeHint')} maxLength={24} autoComplete="off" disabled={fixed} {...form.text('code')} />}
        {amount('percent', { suffix: ' %', disabled: fixed, description: label('perTicket') })}
        {amount('amount', { disabled: fixed, description: label('orAmount') })}
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
        {byCode && amount('minimum')}
        <NumberField label={label(byCode ? 'usesLimit' : 'ticketsLimit')} description={label('noLimit')} value={values.usesLimit} error={wrong('usesLimit')} min={1} allowDecimal={false} onChange={(value) => set({ usesLimit: value })} />
        {byCode ? <NumberField label={label('customerLimit')} description={label('noLimit')} value={values.customerLimit} error={wrong('customerLimit')} min={1} allowDecimal={false} onChange={(value) => set({ customerLimit: value })} /> : amount('budget', { description: label('noLimit') })}
      </div>
      <RoutesField label={label('routes')} none={label('all')} value={values.routes} error={wrong('routes')} onChange={(routes) => set({ routes })} />
      <MultiSelect label={label('carriers')} placeholder={values.carriers.length > 0 ? '' : label('all')} searchable value={values.carriers} error={wrong('carriers')} onChange={(carriers) => set({ carriers })} data={(choices?.carriers ?? []).map((carrier) => ({ value: carrier.id, label: carrier.name }))} />
      <MultiSelect label={label('categories')} placeholder={values.categories.length > 0 ? '' : label('all')} searchable value={values.categories} error={wrong('categories')} onChange={(categories) => set({ categories })} data={(choices?.passengerCategories ?? []).map((one) => ({ value: one.code, label: one.name }))} />
      <WeekdaysField value={values.weekdays} error={wrong('weekdays')} onChange={(weekdays) => set({ weekdays })} />
      <Checkbox.Group label={t('tariff.channels')} description={t('tariff.channelsHint')} value={values.channels} onChange={(channels) => set({ channels: channels as SalesChannel[] })}>
        <div className={pairs.checks}>
          {CHANNELS.map((one) => (
            <Checkbox key={one} value={one} label={t(`today.channel.${one}`)} />
          ))}
        </div>
      </Checkbox.Group>
      {byCode && <Switch label={label('combinable')} description={label('combinableHint')} checked={values.combinable} onChange={(event) => set({ combinable: event.currentTarget.checked })} />}
      {fixed && <Switch label={label('active')} checked={values.active} onChange={(event) => set({ active: event.currentTarget.checked })} />}
    </FormFrame>
  );
}
