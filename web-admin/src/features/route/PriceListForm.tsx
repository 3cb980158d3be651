import { Button, NativeSelect, Switch, TextInput, VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useAsk, useMutation } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import { FormFrame } from '../../app/FormFrame';
import pairs from '../../app/FormFrame.module.css';
import page from '../../app/Page.module.css';
import { useForm } from '../../app/useForm';
import { PricesByDistanceDocument, SavePriceListDocument, type PriceListPartsFragment } from '../../gql/graphql';
import { SEAT_CLASSES } from '../layout/plan';
import { ends, type RouteDetail } from './Paths';
import { amountOf, pairOf, plain, type Prices } from './prices';
import css from './Route.module.css';
import { WEEK, WeekdaysField } from './WeekdaysField';

interface PriceListFormProps {
  route: RouteDetail;
  list: PriceListPartsFragment | undefined;
  /** What a new one begins with. */
  like?: PriceListPartsFragment;
  onSaved: () => void;
  reread: () => void;
}

const CURRENCIES = ['KGS', 'KZT', 'UZS', 'RUB', 'USD'];

/** A matrix from stop to stop, filled in by hand or by distance, with the dates on which it holds. */
export function PriceListForm({ route, list, like, onSaved, reread }: PriceListFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SavePriceListDocument);
  const [pathId, setPathId] = useState(route.paths[0]?.id ?? '');
  const from = list ?? like;
  const prices: Prices = Object.fromEntries((from?.prices ?? []).map((one) => [pairOf(one.fromId, one.toId), plain(one.price.amount)]));
  const form = useForm({
    name: `priceList.${list?.id ?? (like ? `like.${like.id}` : `new.${route.id}`)}`,
    version: list?.version ?? null,
    saved: { name: list?.name ?? (like ? t('prices.copyOf', { name: like.name }) : ''), firstDate: from?.firstDate ?? '', lastDate: from?.lastDate ?? '', weekdays: from?.weekdays ?? WEEK, currency: from?.currency ?? 'KGS', prices, seatClass: from?.seatClass ?? '', active: list?.active ?? true },
    reread,
    onSaved,
    send: async (values, version) => {
      if (!values.firstDate) return { __typename: 'InvalidInput', fields: [{ path: 'firstDate', message: t('form.required') }] };
      const written = Object.entries(values.prices).filter(([, amount]) => amount.trim() !== '');
      const nonsense = written.find(([, amount]) => !/^\d+(\.\d+)?$/.test(amountOf(amount)));
      if (nonsense) return { __typename: 'InvalidInput', fields: [{ path: nonsense[0], message: t('prices.notAmount') }, { path: 'prices', message: t('prices.notAmount') }] };
      const rows = written.map(([pair, amount]) => {
        const [fromId, toId] = pair.split(' ') as [string, string];
        return { fromId, toId, amount: amountOf(amount) };
      });
      const outcome = (await save({ input: { id: list?.id, version, routeId: route.id, ...values, lastDate: values.lastDate || null, seatClass: values.seatClass || null, prices: rows } })).data?.savePriceList;
      if (outcome?.__typename !== 'InvalidInput') return outcome;
      // The server counts the prices that were sent; the form knows them by their pair.
      const fields = outcome.fields.map((field) => {
        const index = /^prices\.(\d+)\./.exec(field.path)?.[1];
        return index === undefined ? field : { ...field, path: written[Number(index)]![0] };
      });
      return { ...outcome, fields };
    },
  });
  const { values, set, wrong } = form;
  const path = route.paths.find((one) => one.id === pathId);
  const stops = path?.stops ?? [];
  const set1 = (pair: string, amount: string) => set({ prices: { ...values.prices, [pair]: amount } });
  const wrongs = Object.keys(values.prices).some((pair) => wrong(pair));
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ name: t('prices.name'), firstDate: t('departure.firstDate'), lastDate: t('departure.lastDate'), weekdays: t('departure.weekdays'), currency: t('prices.currency'), seatClass: t('prices.seatClass'), prices: t('prices.title'), active: t('path.active') }}>
      <div className={pairs.pair}>
        <TextInput label={t('prices.name')} placeholder={t('prices.nameHint')} maxLength={120} autoComplete="off" data-autofocus {...form.text('name')} />
        <NativeSelect label={t('prices.currency')} value={values.currency} error={wrong('currency')} onChange={(event) => set({ currency: event.currentTarget.value })} data={[...new Set([...CURRENCIES, values.currency])]} />
        <NativeSelect label={t('prices.seatClass')} description={t('prices.seatClassHint')} value={values.seatClass} error={wrong('seatClass')} onChange={(event) => set({ seatClass: event.currentTarget.value })} data={[{ value: '', label: t('prices.allSeats') }, ...[...new Set([...SEAT_CLASSES.filter((one) => one !== 'standard'), values.seatClass])].filter(Boolean).map((one) => ({ value: one, label: t(`layout.seatClass.${one}`, one) }))]} />
      </div>
      <div className={pairs.pair}>
        <DayInput label={t('prices.firstDate')} value={values.firstDate} error={wrong('firstDate')} onChange={(firstDate) => set({ firstDate })} />
        <DayInput label={t('prices.lastDate')} clearable value={values.lastDate} error={wrong('lastDate')} onChange={(lastDate) => set({ lastDate })} />
      </div>
      <WeekdaysField value={values.weekdays} error={wrong('weekdays')} onChange={(weekdays) => set({ weekdays })} />
      {route.paths.length > 1 && <NativeSelect label={t('prices.path')} value={pathId} onChange={(event) => setPathId(event.currentTarget.value)} data={route.paths.map((one) => ({ value: one.id, label: ends(one) }))} />}
      {path && <FillByDistance pathId={path.id} currency={values.currency} onFilled={(filled) => set({ prices: { ...values.prices, ...filled } })} />}
      <p className="bk-muted">{t('prices.hint')}</p>
      <div className={page.scroll}>
        <table className={css.matrix}>
          <caption className="bk-muted" style={{ textAlign: 'start' }}>
            {path && ends(path)}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>{t('prices.from')}</VisuallyHidden>
              </th>
              {stops.slice(1).map((call) => (
                <th key={call.stop.id} scope="col">
                  {call.stop.place?.name ?? call.stop.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {stops.slice(0, -1).map((from, row) => (
              <tr key={from.stop.id}>
                <th scope="row">{from.stop.place?.name ?? from.stop.name}</th>
                {stops.slice(1).map((to, column) => {
                  const sold = column >= row && from.boarding && to.alighting && (from.cabotage === null || from.cabotage !== to.cabotage);
                  const pair = pairOf(from.stop.id, to.stop.id);
                  return <td key={to.stop.id}>{sold && <TextInput aria-label={t('prices.ofPair', { from: from.stop.place?.name ?? from.stop.name, to: to.stop.place?.name ?? to.stop.name })} inputMode="decimal" autoComplete="off" value={values.prices[pair] ?? ''} error={wrong(pair)} onChange={(event) => set1(pair, event.currentTarget.value)} />}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {wrong('prices') && !wrongs && <p className={css.wrong}>{wrong('prices')}</p>}
      {list && <Switch label={t('path.active')} checked={values.active} onChange={(event) => set({ active: event.currentTarget.checked })} />}
    </FormFrame>
  );
}

interface FillProps {
  pathId: string;
  currency: string;
  onFilled: (prices: Prices) => void;
}

/** So much to begin with and so much for a kilometre, in steps. */
function FillByDistance({ pathId, currency, onFilled }: FillProps) {
  const { t } = useTranslation();
  const ask = useAsk();
  const [rule, setRule] = useState({ base: '0', perKm: '', step: '10', least: '0' });
  const [outcome, setOutcome] = useState<{ error?: Parameters<typeof ProblemNotice>[0]['error']; count?: number }>({});
  const fill = async () => {
    const numbers = Object.fromEntries(Object.entries(rule).map(([field, text]) => [field, amountOf(text) || '0'])) as typeof rule;
    const { data, error } = await ask(PricesByDistanceDocument, { path: pathId, rule: { ...numbers, currency } });
    setOutcome({ error, count: data?.pricesByDistance.length });
    if (data) onFilled(Object.fromEntries(data.pricesByDistance.map((one) => [pairOf(one.fromId, one.toId), plain(one.price.amount)])));
  };
  return (
    <fieldset className={css.exceptions}>
      <legend>{t('prices.byDistance')}</legend>
      <div className={page.filters}>
        {(['base', 'perKm', 'step', 'least'] as const).map((field) => (
          <TextInput key={field} label={t(`prices.rule.${field}`)} inputMode="decimal" autoComplete="off" value={rule[field]} onChange={(event) => setRule({ ...rule, [field]: event.currentTarget.value })} />
        ))}
        <Button variant="default" disabled={rule.perKm.trim() === ''} onClick={() => void fill()}>
          {t('prices.fill')}
        </Button>
      </div>
      {outcome.error && <ProblemNotice error={outcome.error} />}
      {outcome.count === 0 && <p className={css.wrong}>{t('prices.noDistances')}</p>}
    </fieldset>
  );
}
