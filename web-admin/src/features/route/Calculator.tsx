import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useQuery } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import page from '../../app/Page.module.css';
import { BaggageChoicesDocument, PriceCalculationDocument, type SalesChannel } from '../../gql/graphql';
import type { RouteDetail } from './Paths';
import css from './Route.module.css';

const CHANNELS: SalesChannel[] = ['WEB', 'DESK', 'PARTNER', 'TERMINAL', 'ONBOARD', 'BOT'];

/** What passengers pay for a ride on a date, line by line. */
export function Calculator({ route }: { route: RouteDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stops = [...new Map(route.paths.flatMap((path) => path.stops).map((call) => [call.stop.id, call.stop.place?.name ?? call.stop.name])).entries()];
  const [chosen, setChosen] = useState({ from: '', to: '', date: '', soldOn: '', channel: 'WEB' as SalesChannel, baggage: '', promoCode: '' });
  // From end to end until somebody says otherwise.
  const asked = { ...chosen, soldOn: chosen.soldOn || null, baggage: chosen.baggage ? [chosen.baggage] : [], from: chosen.from || (stops[0]?.[0] ?? ''), to: chosen.to || (stops.at(-1)?.[0] ?? '') };
  const ready = Boolean(asked.from && asked.to && asked.date && asked.from !== asked.to);
  const [{ data, error }] = useQuery({ query: PriceCalculationDocument, variables: { route: route.id, ...asked }, pause: !ready, requestPolicy: 'network-only' });
  const [{ data: bags }] = useQuery({ query: BaggageChoicesDocument });
  if (stops.length === 0) return null;
  const choices = stops.map(([value, label]) => ({ value, label }));
  return (
    <fieldset className={css.exceptions}>
      <legend>{t('prices.calculator')}</legend>
      <div className={page.filters}>
        <NativeSelect label={t('prices.from')} value={asked.from} onChange={(event) => setChosen({ ...chosen, from: event.currentTarget.value })} data={choices} />
        <NativeSelect label={t('prices.to')} value={asked.to} onChange={(event) => setChosen({ ...chosen, to: event.currentTarget.value })} data={choices} />
        <DayInput label={t('prices.date')} value={asked.date} onChange={(date) => setChosen({ ...chosen, date })} />
        <DayInput label={t('prices.soldOn')} value={chosen.soldOn} clearable onChange={(soldOn) => setChosen({ ...chosen, soldOn })} />
        <NativeSelect label={t('prices.channel')} value={chosen.channel} onChange={(event) => setChosen({ ...chosen, channel: event.currentTarget.value as SalesChannel })} data={CHANNELS.map((one) => ({ value: one, label: t(`today.channel.${one}`) }))} />
        <TextInput label={t('prices.promoCode')} autoComplete="off" maxLength={24} value={chosen.promoCode} onChange={(event) => setChosen({ ...chosen, promoCode: event.currentTarget.value })} />
        <NativeSelect label={t('prices.baggage')} value={chosen.baggage} onChange={(event) => setChosen({ ...chosen, baggage: event.currentTarget.value })} data={[{ value: '', label: '—' }, ...(bags?.tariffRules ?? []).map((one) => ({ value: one.code, label: one.name }))]} />
      </div>
      {error && <ProblemNotice error={error} />}
      {ready && data?.priceCalculation.length === 0 && <p className="bk-muted">{t('prices.notSold')}</p>}
      {ready && data && (
        <dl className={page.facts} aria-live="polite">
          {data.priceCalculation.map((one) => (
            <div key={one.category.code}>
              <dt>{one.category.name}</dt>
              <dd>{format.money(one.total)}</dd>
              <dd style={{ fontWeight: 400, fontSize: '0.85rem' }} className="bk-muted">
                {one.lines.map((line) => `${line.title}${line.detail ? ` ${line.detail}` : ''}: ${format.money(line.amount)}`).join('; ')}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </fieldset>
  );
}
