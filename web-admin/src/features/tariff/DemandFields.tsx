import { ActionIcon, Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from 'web-shared';
import pairs from '../../app/FormFrame.module.css';
import { NumberField } from '../../app/NumberField';
import type { DemandInput, TariffRulePartsFragment } from '../../gql/graphql';
import css from './Tariff.module.css';

interface TypedStep {
  from: number | '';
  percent: number | '';
}

export interface TypedDemand {
  /** By per cent of seats sold. */
  occupancy: TypedStep[];
  /** By days before departure: people think in days, the rule counts hours. */
  ahead: TypedStep[];
  floor: number | '';
  ceiling: number | '';
}

export const noDemand: TypedDemand = { occupancy: [{ from: 80, percent: 10 }], ahead: [], floor: 80, ceiling: 130 };

export const demandOf = (demand: NonNullable<TariffRulePartsFragment['demand']>): TypedDemand => ({
  occupancy: demand.occupancy.map((one) => ({ from: one.from, percent: Number(one.percent) })),
  ahead: demand.ahead.map((one) => ({ from: one.from / 24, percent: Number(one.percent) })),
  floor: Number(demand.floor),
  ceiling: Number(demand.ceiling),
});

export const typedDemand = (typed: TypedDemand): DemandInput => {
  const steps = (all: TypedStep[], hours: number) => all.map((one) => ({ from: one.from === '' ? -1 : Math.round(one.from * hours), percent: String(one.percent || 0) }));
  return { occupancy: steps(typed.occupancy, 1), ahead: steps(typed.ahead, 24), floor: String(typed.floor || 0), ceiling: String(typed.ceiling || 0) };
};

interface DemandFieldsProps {
  value: TypedDemand;
  wrong: (path: string) => ReactNode;
  onChange: (value: TypedDemand) => void;
}

/** How full a bus is and how early one buys, step by step, between a floor and a ceiling. */
export function DemandFields({ value, wrong, onChange }: DemandFieldsProps) {
  const { t } = useTranslation();
  const bound = (field: 'floor' | 'ceiling') => <NumberField label={t(`tariff.${field}`)} description={t(`tariff.${field}Hint`)} suffix=" %" decimalScale={2} value={value[field]} error={wrong(field)} onChange={(typed) => onChange({ ...value, [field]: typed })} />;
  return (
    <>
      <Steps of="occupancy" value={value} wrong={wrong} onChange={onChange} />
      <Steps of="ahead" value={value} wrong={wrong} onChange={onChange} />
      <div className={pairs.pair}>
        {bound('floor')}
        {bound('ceiling')}
      </div>
    </>
  );
}

function Steps({ of, value, wrong, onChange }: DemandFieldsProps & { of: 'occupancy' | 'ahead' }) {
  const { t } = useTranslation();
  const steps = value[of];
  const change = (index: number, patch: Partial<TypedStep>) => onChange({ ...value, [of]: steps.map((one, at) => (at === index ? { ...one, ...patch } : one)) });
  return (
    <fieldset className={css.set}>
      <legend>{t(`tariff.${of}`)}</legend>
      <p className="bk-muted" style={{ margin: 0 }}>
        {t(`tariff.${of}Hint`)}
      </p>
      <ol className={css.steps}>
        {steps.map((one, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <NumberField aria-label={t(`tariff.${of}From`, { n: index + 1 })} prefix={t('tariff.fromPrefix')} suffix={of === 'occupancy' ? ' %' : ` ${t('tariff.days')}`} min={0} decimalScale={of === 'ahead' ? 2 : 0} value={one.from} error={wrong(`${of}.${index}.from`)} onChange={(from) => change(index, { from })} />
            <NumberField aria-label={t(`tariff.${of}Percent`, { n: index + 1 })} prefix={typeof one.percent === 'number' && one.percent > 0 ? '+' : ''} suffix=" %" decimalScale={2} value={one.percent} error={wrong(`${of}.${index}.percent`)} onChange={(percent) => change(index, { percent })} />
            <ActionIcon variant="subtle" size="lg" aria-label={t('tariff.dropStep', { n: index + 1 })} onClick={() => onChange({ ...value, [of]: steps.toSpliced(index, 1) })}>
              <Icon name="close" size={18} />
            </ActionIcon>
          </li>
        ))}
      </ol>
      {of === 'occupancy' && wrong('occupancy') && <p className={css.wrong}>{wrong('occupancy')}</p>}
      <Button variant="default" size="compact-md" style={{ justifySelf: 'start' }} disabled={steps.length >= 12} onClick={() => onChange({ ...value, [of]: [...steps, { from: '', percent: '' }] })}>
        {t('tariff.addStep')}
      </Button>
    </fieldset>
  );
}
