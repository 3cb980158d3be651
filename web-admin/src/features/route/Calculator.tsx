import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useQuery } from 'web-shared';
import { CHANNELS } from '../../app/channels';
import { DayInput } from '../../app/DayInput';
import page from '../../app/Page.module.css';
import { NumberField } from '../../app/NumberField';
import { AncillaryChoicesDocument, CalculatorStopsDocument, PriceCalculationDocument, type SalesChannel } from '../../gql/graphql';
import { SEAT_CLASSES } from '../layout/plan';
import type { RouteDetail } from './Paths';
import css from './Route.module.css';

/** What passengers pay for a ride on a date, line by line. */
export function Calculator({ route }: { route: RouteDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  // A line of a file has no ways of the office: its departures know where they call.
  const [{ data: filed }] = useQuery({ query: CalculatorStopsDocument, variables: { id: route.id }, pause: route.paths.length > 0 });
  const calls = route.paths.length > 0 ? route.paths.flatMap((path) => path.stops) : (filed?.routeRecord.departures.reduce((longest, one) => (one.calls.length > longest.calls.length ? one : longest), { calls: [] as { stop: { id: string; name: string; place: { name: string } | null } }[] }).calls ?? []);
  const stops = [...new Map(calls.map((call) => [call.stop.id, call.stop.place?.name ?? call.stop.name])).entries()];
  const [chosen, setChosen] = useState({ from: '', to: '', date: '', soldOn: '', channel: 'WEB' as SalesChannel, ancillary: '', promoCode: '', seatClass: '', occupied: 0 });
  // From end to end until somebody says otherwise.
  const asked = { ...chosen, soldOn: chosen.soldOn || null, seatClass: chosen.seatClass || null, ancillaries: chosen.ancillary ? [chosen.ancillary] : [], from: chosen.from || (stops[0]?.[0] ?? ''), to: chosen.to || (stops.at(-1)?.[0] ?? '') };
  const ready = Boolean(asked.from && asked.to && asked.date && asked.from !== asked.to);
  const [{ data, error }] = useQuery({ query: PriceCalculationDocument, variables: { route: route.id, ...asked }, pause: !ready, requestPolicy: 'network-only' });
  const [{ data: offered }] = useQuery({ query: AncillaryChoicesDocument });
  const ancillaries = [...(offered?.baggage.nodes ?? []), ...(offered?.extras.nodes ?? [])];
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
        <NativeSelect label={t('prices.seatClass')} value={chosen.seatClass} onChange={(event) => setChosen({ ...chosen, seatClass: event.currentTarget.value })} data={[{ value: '', label: t('prices.anySeat') }, ...SEAT_CLASSES.map((one) => ({ value: one, label: t(`layout.seatClass.${one}`) }))]} />
        <NumberField label={t('prices.occupied')} suffix=" %" min={0} max={100} allowDecimal={false} value={chosen.occupied} onChange={(occupied) => setChosen({ ...chosen, occupied: typeof occupied === 'number' ? occupied : 0 })} />
        <TextInput label={t('prices.promoCode')} autoComplete="off" maxLength={24} value={chosen.promoCode} onChange={(event) => setChosen({ ...chosen, promoCode: event.currentTarget.value })} />
        <NativeSelect label={t('prices.ancillary')} value={chosen.ancillary} onChange={(event) => setChosen({ ...chosen, ancillary: event.currentTarget.value })} data={[{ value: '', label: '—' }, ...ancillaries.map((one) => ({ value: one.code, label: one.name }))]} />
      </div>
      {error && <ProblemNotice error={error} />}
      {ready && data?.priceCalculation.length === 0 && <p className="bk-muted">{t('prices.notSold')}</p>}
      {ready && data && (
        <dl className={page.facts} aria-live="polite">
          {data.priceCalculation.map((one) => (
            <div key={one.category.code}>
              <dt>{one.category.name}</dt>
              <dd>{format.money(one.total)}</dd>
              <dd className={css.why}>
                <ul>
                  {one.lines.map((line, index) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <li key={index}>
                      <span>{line.detail ? `${line.title}, ${line.detail}` : line.title}</span>
                      <span>{format.money(line.amount)}</span>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </fieldset>
  );
}
