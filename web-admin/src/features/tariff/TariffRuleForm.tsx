import { ActionIcon, Button, Checkbox, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon, useMutation } from 'web-shared';
import { AmountField } from '../../app/AmountField';
import { CHANNELS } from '../../app/channels';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import { dayIn } from '../../app/homeDay';
import { NamesFields, type ThreeNames } from '../../app/NamesFields';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { SaveTariffRuleDocument, type SalesChannel, type SaveTariffRuleInput, type TariffRuleKind, type TariffRulePartsFragment } from '../../gql/graphql';
import { SEAT_CLASSES } from '../layout/plan';
import { namedRoutes, RoutesField } from '../route/RoutesField';
import { CLASSES, REACHES, read, write } from './scopes';
import { DemandFields, demandOf, noDemand, typedDemand } from './DemandFields';
import css from './Tariff.module.css';

interface TariffRuleFormProps {
  /** Of the home station. */
  zone: string;
  kind: TariffRuleKind;
  rule: TariffRulePartsFragment | undefined;
  carriers: { id: string; name: string }[];
  reread: () => void;
  onSaved: (planned: boolean) => void;
}

const amountOf = (money: { amount: string } | null | undefined): number | '' => (money ? Number(money.amount) : '');
const numberOf = (value: number | string | null | undefined): number | '' => (value === null || value === undefined ? '' : Number(value));
/** The names alone, whatever else the answer has. */
const namesOf = (names: ThreeNames | null | undefined): ThreeNames => ({ ru: names?.ru ?? '', ky: names?.ky ?? '', en: names?.en ?? '' });
/** Nothing typed is nothing. */
const orNull = <T,>(value: T | ''): T | null => (value === '' ? null : value);
const text = (value: number | ''): string | null => (value === '' ? null : String(value));

const valuesOf = (rule: TariffRulePartsFragment | undefined, zone: string) => ({
  names: namesOf(rule?.names),
  conditions: namesOf(rule?.conditions),
  scopes: rule?.scopes ?? ['all'],
  carrierId: rule?.carrier?.id ?? '',
  routes: namedRoutes(rule?.routes),
  channels: rule?.channels ?? ([] as SalesChannel[]),
  from: rule?.state === 'PLANNED' && rule.validFrom ? dayIn(zone, rule.validFrom) : '',
  category: rule?.category ?? '',
  percentOff: numberOf(rule?.percentOff),
  ageFrom: numberOf(rule?.ageFrom),
  ageTo: numberOf(rule?.ageTo),
  ownSeat: rule?.ownSeat ?? true,
  quotaPerTrip: numberOf(rule?.quotaPerTrip),
  seasonFrom: rule?.seasonFrom ?? '',
  seasonTo: rule?.seasonTo ?? '',
  minGroup: numberOf(rule?.minGroup),
  proofRequired: rule?.proofRequired ?? false,
  amount: amountOf(rule?.amount),
  currency: rule?.amount?.currency ?? rule?.most?.currency ?? 'KGS',
  maxCount: numberOf(rule?.maxCount ?? 1),
  ofStation: rule?.ofStation ?? false,
  percent: numberOf(rule?.percent),
  most: amountOf(rule?.most),
  minutesBefore: numberOf(rule?.minutesBefore),
  seatClass: rule?.seatClass ?? 'comfort',
  step: amountOf(rule?.step),
  demand: rule?.demand ? demandOf(rule.demand) : noDemand,
});
type Values = ReturnType<typeof valuesOf>;

const inputOf = (kind: TariffRuleKind, code: string | null, typed: Values, version: number | null): SaveTariffRuleInput => ({
  kind,
  code,
  version,
  names: typed.names,
  conditions: typed.conditions.ru ? typed.conditions : null,
  scopes: typed.scopes,
  carrierId: orNull(typed.carrierId),
  routes: typed.routes.map((one) => one.id),
  channels: typed.channels,
  from: orNull(typed.from),
  category: kind === 'DISCOUNT' ? orNull(typed.category) : null,
  percentOff: text(typed.percentOff),
  ageFrom: orNull(typed.ageFrom),
  ageTo: orNull(typed.ageTo),
  ownSeat: typed.ownSeat,
  quotaPerTrip: orNull(typed.quotaPerTrip),
  seasonFrom: orNull(typed.seasonFrom),
  seasonTo: orNull(typed.seasonTo),
  minGroup: orNull(typed.minGroup),
  proofRequired: typed.proofRequired,
  amount: text(typed.amount),
  currency: typed.currency,
  maxCount: orNull(typed.maxCount),
  ofStation: typed.ofStation,
  percent: text(typed.percent),
  most: text(typed.most),
  minutesBefore: orNull(typed.minutesBefore),
  seatClass: kind === 'CLASS' ? typed.seatClass : null,
  step: text(typed.step),
  demand: kind === 'DYNAMIC' ? typedDemand(typed.demand) : null,
});

/** One rule: what it says, where it holds, and from when on. */
export function TariffRuleForm({ zone, kind, rule, carriers, reread, onSaved }: TariffRuleFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveTariffRuleDocument);
  const form = useForm({
    name: `tariff.${rule?.code ?? `new.${kind}`}`,
    version: rule?.version ?? null,
    saved: valuesOf(rule, zone),
    reread,
    send: async (values, version) => {
      const outcome = (await save({ input: inputOf(kind, rule?.code ?? null, values, version) })).data?.saveTariffRule;
      if (outcome?.__typename === 'TariffRuleSaved') onSaved(outcome.rule.state === 'PLANNED');
      return outcome;
    },
  });
  const { values, set, wrong } = form;
  const label = (field: string) => t(`tariff.${field}`);
  const count = (field: 'ageFrom' | 'ageTo' | 'quotaPerTrip' | 'minGroup' | 'maxCount' | 'minutesBefore', more: { min?: number; description?: string } = {}) => (
    <NumberField label={label(field)} description={more.description} value={values[field]} error={wrong(field)} min={more.min ?? 0} allowDecimal={false} onChange={(value) => set({ [field]: value } as Partial<Values>)} />
  );
  const amount = (field: 'percentOff' | 'amount' | 'percent' | 'most' | 'step', more: { description?: string; suffix?: string; below?: boolean } = {}) => (
    <AmountField label={label(field)} description={more.description} suffix={more.suffix} below={more.below} value={values[field]} error={wrong(field)} onChange={(value) => set({ [field]: value } as Partial<Values>)} />
  );
  const scope = (index: number, patch: { of?: string; reach?: string }) => set({ scopes: values.scopes.map((one, at) => (at === index ? write({ ...read(one), ...patch }) : one)) });
  const percent = { suffix: ' %' };
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={Object.fromEntries(Object.keys(values).map((field) => [field, label(field)]))}>
      <div className={pairs.pair}>
        <NamesFields value={values.names} onChange={(names) => set({ names })} wrong={(language) => wrong(`names.${language}`)} />
      </div>
      {kind === 'DISCOUNT' && (
        <>
          <div className={pairs.pair}>
            <TextInput label={label('category')} description={label('categoryHint')} maxLength={24} autoComplete="off" {...form.text('category')} />
            {amount('percentOff', percent)}
            {values.category === '' && count('minGroup', { min: 2 })}
          </div>
          {values.category !== '' && (
            <div className={pairs.pair}>
              {count('ageFrom')}
              {count('ageTo')}
              {count('quotaPerTrip', { min: 1, description: label('empty') })}
            </div>
          )}
          <div className={pairs.pair}>
            <TextInput label={label('seasonFrom')} placeholder="09-01" maxLength={5} autoComplete="off" {...form.text('seasonFrom')} />
            <TextInput label={label('seasonTo')} placeholder="06-30" maxLength={5} autoComplete="off" {...form.text('seasonTo')} />
          </div>
          {values.category !== '' && (
            <div className={css.channels}>
              <Switch label={label('ownSeat')} checked={values.ownSeat} onChange={(event) => set({ ownSeat: event.currentTarget.checked })} />
              <Switch label={label('proofRequired')} checked={values.proofRequired} onChange={(event) => set({ proofRequired: event.currentTarget.checked })} />
            </div>
          )}
        </>
      )}
      {(kind === 'BAGGAGE' || kind === 'EXTRA') && (
        <div className={pairs.pair}>
          {amount('amount', { description: label('zeroIncluded') })}
          <TextInput label={label('currency')} maxLength={3} autoComplete="off" {...form.text('currency')} />
          {count('maxCount', { min: 1 })}
        </div>
      )}
      {kind === 'FEE' && (
        <>
          <div className={pairs.pair}>
            {amount('amount', { description: label('orPercent') })}
            {amount('percent', percent)}
            {amount('most', { description: label('empty') })}
            <TextInput label={label('currency')} maxLength={3} autoComplete="off" {...form.text('currency')} />
          </div>
          <Switch label={label('ofStation')} checked={values.ofStation} onChange={(event) => set({ ofStation: event.currentTarget.checked })} />
        </>
      )}
      {kind === 'CLASS' && (
        <div className={pairs.pair}>
          <NativeSelect label={label('seatClass')} value={values.seatClass} error={wrong('seatClass')} onChange={(event) => set({ seatClass: event.currentTarget.value })} data={[...new Set([...SEAT_CLASSES, values.seatClass])].map((one) => ({ value: one, label: t(`layout.seatClass.${one}`, one) }))} />
          {amount('percent', { ...percent, description: label('dearer'), below: true })}
          {amount('amount', { description: label('orPercent'), below: true })}
          <TextInput label={label('currency')} maxLength={3} autoComplete="off" {...form.text('currency')} />
          {amount('step', { description: label('stepHint') })}
        </div>
      )}
      {kind === 'DYNAMIC' && <DemandFields value={values.demand} wrong={(path) => wrong(`demand.${path}`)} onChange={(demand) => set({ demand })} />}
      {kind === 'DYNAMIC' && <div className={pairs.pair}>{amount('step', { description: label('stepHint') })}</div>}
      {(kind === 'REFUND' || kind === 'EXCHANGE') && (
        <div className={pairs.pair}>
          {count('minutesBefore', { min: -86_400, description: label('minutesHint') })}
          {amount('percent', percent)}
        </div>
      )}
      {(kind === 'DISCOUNT' || kind === 'BAGGAGE' || kind === 'EXTRA') && (
        <div className={pairs.pair}>
          <NamesFields of={label('conditions')} value={values.conditions} onChange={(conditions) => set({ conditions })} wrong={(language) => wrong(`conditions.${language}`)} />
        </div>
      )}
      <fieldset className={css.set}>
        <legend>{label('scopes')}</legend>
        <ul>
          {values.scopes.map((one, index) => {
            const { of, reach } = read(one);
            return (
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <NativeSelect aria-label={t('tariff.classN', { n: index + 1 })} value={of} onChange={(event) => scope(index, { of: event.currentTarget.value })} data={CLASSES.map((tag) => ({ value: tag, label: t(`tariff.tag.${tag}`) }))} />
                <NativeSelect aria-label={t('tariff.reachN', { n: index + 1 })} value={reach} onChange={(event) => scope(index, { reach: event.currentTarget.value })} data={REACHES.map((tag) => ({ value: tag, label: tag === '' ? t('tariff.anyReach') : t(`tariff.tag.${tag}`) }))} />
                <ActionIcon variant="subtle" size="lg" aria-label={t('tariff.dropScopeN', { n: index + 1 })} onClick={() => set({ scopes: values.scopes.toSpliced(index, 1) })}>
                  <Icon name="close" size={18} />
                </ActionIcon>
              </li>
            );
          })}
        </ul>
        {wrong('scopes') && <p className={css.wrong}>{wrong('scopes')}</p>}
        <Button variant="default" size="compact-md" style={{ justifySelf: 'start' }} onClick={() => set({ scopes: [...values.scopes, 'all'] })}>
          {label('addScope')}
        </Button>
      </fieldset>
      <div className={pairs.pair}>
        <NativeSelect label={label('carrierId')} value={values.carrierId} error={wrong('carrierId')} onChange={(event) => set({ carrierId: event.currentTarget.value })} data={[{ value: '', label: label('anyCarrier') }, ...carriers.map((one) => ({ value: one.id, label: one.name }))]} />
        <DayInput label={label('from')} value={values.from} error={wrong('from')} clearable onChange={(from) => set({ from })} />
      </div>
      <RoutesField label={label('routes')} none={label('anyCarrier')} value={values.routes} error={wrong('routes')} onChange={(routes) => set({ routes })} />
      <fieldset className={css.set}>
        <legend>{label('channels')}</legend>
        <div className={css.channels}>
          {CHANNELS.map((one) => (
            <Checkbox key={one} label={t(`today.channel.${one}`)} checked={values.channels.includes(one)} onChange={(event) => set({ channels: event.currentTarget.checked ? [...values.channels, one] : values.channels.filter((other) => other !== one) })} />
          ))}
        </div>
        <p className="bk-muted" style={{ margin: 0 }}>
          {label('channelsHint')}
        </p>
      </fieldset>
      {rule && <p className="bk-muted">{label('ordersKeep')}</p>}
    </FormFrame>
  );
}
