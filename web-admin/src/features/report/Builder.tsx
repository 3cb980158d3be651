import { Button, Checkbox, Fieldset, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import type { ReportCatalogueQuery, ReportMeasureKind, ReportPart, ReportPeriodKind } from '../../gql/graphql';
import { isTime, moved, type Asked } from './definition';
import { FilterRow } from './FilterRow';
import css from './Report.module.css';

export type DataSet = ReportCatalogueQuery['reportDataSets'][number];

const PERIODS: ReportPeriodKind[] = ['TODAY', 'YESTERDAY', 'LAST_7_DAYS', 'LAST_30_DAYS', 'THIS_MONTH', 'LAST_MONTH', 'THIS_YEAR', 'LAST_YEAR', 'BETWEEN'];
const PARTS: ReportPart[] = ['DAY', 'MONTH', 'WEEKDAY', 'HOUR'];
const MEASURES: ReportMeasureKind[] = ['COUNT', 'SUM', 'AVERAGE', 'SHARE_OF_TOTAL', 'SHARE_OF_GROUP'];

interface BuilderProps {
  sets: readonly DataSet[];
  asked: Asked;
  onChange: (asked: Asked) => void;
  onShow: () => void;
  /** What the server says of a field. */
  wrong: (path: string) => string | undefined;
}

/** What a report is made of: data, days, groups, figures, conditions, columns. */
export function Builder({ sets, asked, onChange, onShow, wrong }: BuilderProps) {
  const { t } = useTranslation();
  const set = sets.find((one) => one.code === asked.dataSet);
  const columns = set?.columns ?? [];
  const change = (patch: Partial<Asked>) => onChange({ ...asked, ...patch });
  const kindOf = (code: string | null | undefined) => columns.find((one) => one.code === code)?.kind;
  const replaced = <T,>(list: readonly T[], at: number, one: T): T[] => list.map((other, n) => (n === at ? one : other));
  const without = <T,>(list: readonly T[], at: number): T[] => list.filter((_, n) => n !== at);
  const groupable = columns.filter((one) => one.groups).map((one) => ({ value: one.code, label: one.name }));
  const summed = columns.filter((one) => one.addsUp || one.kind === 'SHARE').map((one) => ({ value: one.code, label: one.name }));
  const group = (column: string, part: ReportPart | null) => ({ column, part: isTime(kindOf(column) ?? 'TEXT') ? (part ?? ('DAY' as const)) : null });
  const move = (label: string, list: readonly unknown[], n: number, by: 1 | -1, take: () => void) => (
    <Button variant="subtle" size="compact-md" aria-label={t(by === 1 ? 'reports.down' : 'reports.up', { name: label })} disabled={by === 1 ? n === list.length - 1 : n === 0} onClick={take}>
      {by === 1 ? '↓' : '↑'}
    </Button>
  );
  const remove = (label: string, take: () => void) => (
    <Button variant="subtle" size="compact-md" aria-label={t('reports.remove', { name: label })} onClick={take}>
      <Icon name="close" size={18} />
    </Button>
  );
  const nameOf = (code: string | null | undefined) => columns.find((one) => one.code === code)?.name ?? '';
  const sorts = [
    { value: '', label: t('reports.byName') },
    ...asked.measures.map((one, n) => ({ value: `m${n}`, label: [t(`reports.measure.${one.kind}`), nameOf(one.column)].filter(Boolean).join(': ') })),
    ...[...new Set([...asked.groups.map((one) => one.column), ...asked.columns])].map((code) => ({ value: `c${code}`, label: nameOf(code) })),
  ];
  const sortNow = asked.sort ? (asked.sort.column ? `c${asked.sort.column}` : `m${asked.sort.measure ?? 0}`) : '';
  const sortBy = (value: string, descending: boolean) =>
    change({ sort: value ? { column: value.startsWith('c') ? value.slice(1) : null, measure: value.startsWith('m') ? Number(value.slice(1)) : null, descending } : null });
  return (
    <form
      className={css.builder}
      onSubmit={(event) => {
        event.preventDefault();
        onShow();
      }}
    >
      <div className={css.row}>
        <NativeSelect label={t('reports.dataSet')} error={wrong('dataSet')} value={asked.dataSet} onChange={(event) => onChange({ ...asked, dataSet: event.currentTarget.value, columns: [], groups: [], measures: [{ kind: 'COUNT', column: null }], filters: [], sort: null })} data={sets.map((one) => ({ value: one.code, label: one.name }))} />
        {set?.period !== null && <NativeSelect label={t('reports.period')} error={wrong('period')} value={asked.period.kind} onChange={(event) => change({ period: { ...asked.period, kind: event.currentTarget.value as ReportPeriodKind } })} data={PERIODS.map((kind) => ({ value: kind, label: t(`reports.periods.${kind}`) }))} />}
        {set?.period !== null && asked.period.kind === 'BETWEEN' && (
          <>
            <DayInput label={t('reports.from')} value={asked.period.from ?? ''} onChange={(from) => change({ period: { ...asked.period, from: from || null } })} />
            <DayInput label={t('reports.to')} value={asked.period.to ?? ''} onChange={(to) => change({ period: { ...asked.period, to: to || null } })} />
          </>
        )}
        <Button type="submit">{t('reports.show')}</Button>
      </div>
      <details>
        <summary>{t('reports.settings')}</summary>
        <div className={css.parts}>
          <Fieldset legend={t('reports.groups')}>
            <div className={css.rows}>
              {asked.groups.map((one, n) => (
                // oxlint-disable-next-line react/no-array-index-key
                <div key={n} className={css.row}>
                  <NativeSelect aria-label={t('reports.groupNumber', { n: n + 1 })} error={wrong(`groups.${n}`)} value={one.column} onChange={(event) => change({ groups: replaced(asked.groups, n, group(event.currentTarget.value, one.part ?? null)) })} data={groupable} />
                  {one.part && <NativeSelect aria-label={t('reports.partNumber', { n: n + 1 })} value={one.part} onChange={(event) => change({ groups: replaced(asked.groups, n, { ...one, part: event.currentTarget.value as ReportPart }) })} data={PARTS.map((part) => ({ value: part, label: t(`reports.parts.${part}`) }))} />}
                  {move(nameOf(one.column), asked.groups, n, -1, () => change({ groups: moved(asked.groups, n, -1) }))}
                  {remove(nameOf(one.column), () => change({ groups: without(asked.groups, n) }))}
                </div>
              ))}
              <Button variant="light" disabled={asked.groups.length >= 4 || groupable.length === 0} onClick={() => change({ groups: [...asked.groups, group(groupable.find((one) => asked.groups.every((other) => other.column !== one.value))?.value ?? groupable[0]?.value ?? '', null)] })}>
                {t('reports.addGroup')}
              </Button>
            </div>
          </Fieldset>
          <Fieldset legend={t('reports.measures')}>
            <div className={css.rows}>
              {asked.measures.map((one, n) => (
                // oxlint-disable-next-line react/no-array-index-key
                <div key={n} className={css.row}>
                  <NativeSelect
                    aria-label={t('reports.measureNumber', { n: n + 1 })}
                    error={wrong(`measures.${n}`)}
                    value={one.kind}
                    onChange={(event) => {
                      const kind = event.currentTarget.value as ReportMeasureKind;
                      const column = kind === 'COUNT' ? null : (one.column ?? (kind === 'SUM' || kind === 'AVERAGE' ? (summed[0]?.value ?? null) : null));
                      change({ measures: replaced(asked.measures, n, { kind, column }) });
                    }}
                    data={MEASURES.map((kind) => ({ value: kind, label: t(`reports.measure.${kind}`) }))}
                  />
                  {one.kind !== 'COUNT' && (
                    <NativeSelect
                      aria-label={t('reports.ofNumber', { n: n + 1 })}
                      value={one.column ?? ''}
                      onChange={(event) => change({ measures: replaced(asked.measures, n, { ...one, column: event.currentTarget.value || null }) })}
                      data={[...(one.kind.startsWith('SHARE') ? [{ value: '', label: t('reports.ofRows') }] : []), ...summed]}
                    />
                  )}
                  {move(t(`reports.measure.${one.kind}`), asked.measures, n, -1, () => change({ measures: moved(asked.measures, n, -1), sort: null }))}
                  {remove(t(`reports.measure.${one.kind}`), () => change({ measures: without(asked.measures, n), sort: null }))}
                </div>
              ))}
              <Button variant="light" disabled={asked.measures.length >= 8} onClick={() => change({ measures: [...asked.measures, summed[0] ? { kind: 'SUM', column: summed[0].value } : { kind: 'SHARE_OF_TOTAL', column: null }] })}>
                {t('reports.addMeasure')}
              </Button>
            </div>
          </Fieldset>
          <Fieldset legend={t('reports.filters')}>
            <div className={css.rows}>
              {asked.filters.map((one, n) => (
                <FilterRow
                  // oxlint-disable-next-line react/no-array-index-key
                  key={n}
                  number={n + 1}
                  asked={asked}
                  columns={columns}
                  filter={one}
                  error={wrong(`filters.${n}`) ?? wrong(`filters.${n}.values`) ?? wrong(`filters.${n}.operator`) ?? wrong(`filters.${n}.column`)}
                  onChange={(filter) => change({ filters: replaced(asked.filters, n, filter) })}
                  onRemove={() => change({ filters: without(asked.filters, n) })}
                />
              ))}
              <Button
                variant="light"
                disabled={asked.filters.length >= 12}
                onClick={() => {
                  const first = columns.find((one) => one.kind === 'WORD' || one.kind === 'REFERENCE') ?? columns.find((one) => one.operators.length > 0);
                  if (first?.operators[0]) change({ filters: [...asked.filters, { column: first.code, operator: first.operators[0], values: [] }] });
                }}
              >
                {t('reports.addFilter')}
              </Button>
            </div>
          </Fieldset>
          <Fieldset legend={t('reports.columns')}>
            <p className="bk-muted">{t('reports.columnsHint')}</p>
            <div className={css.columns}>
              {[...asked.columns.flatMap((code) => columns.filter((one) => one.code === code)), ...columns.filter((one) => !asked.columns.includes(one.code))].map((one) => {
                const n = asked.columns.indexOf(one.code);
                return (
                  <div key={one.code}>
                    <Checkbox label={one.name} checked={n >= 0} onChange={(event) => change({ columns: event.currentTarget.checked ? [...asked.columns, one.code] : without(asked.columns, n) })} />
                    {n >= 0 && (
                      <span>
                        {move(one.name, asked.columns, n, -1, () => change({ columns: moved(asked.columns, n, -1) }))}
                        {move(one.name, asked.columns, n, 1, () => change({ columns: moved(asked.columns, n, 1) }))}
                      </span>
                    )}
                  </div>
                );
              })}
            </div>
          </Fieldset>
          <Fieldset legend={t('reports.look')}>
            <div className={css.rows}>
              <NativeSelect label={t('reports.sort')} error={wrong('sort')} value={sortNow} onChange={(event) => sortBy(event.currentTarget.value, asked.sort?.descending ?? true)} data={sorts} />
              {asked.sort && <Checkbox label={t('reports.descending')} checked={asked.sort.descending} onChange={(event) => sortBy(sortNow, event.currentTarget.checked)} />}
              <NativeSelect label={t('reports.chart')} value={asked.chart} onChange={(event) => change({ chart: event.currentTarget.value as Asked['chart'] })} data={(['NONE', 'BARS', 'LINE'] as const).map((kind) => ({ value: kind, label: t(`reports.charts.${kind}`) }))} />
            </div>
          </Fieldset>
        </div>
      </details>
    </form>
  );
}
