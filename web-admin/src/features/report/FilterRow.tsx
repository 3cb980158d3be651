import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon, useQuery } from 'web-shared';
import { DayInput } from '../../app/DayInput';
import { ReportChoicesDocument, type ReportOperator } from '../../gql/graphql';
import type { DataSet } from './Builder';
import { inputOf, isTime, type Asked } from './definition';
import css from './Report.module.css';

type Filter = Asked['filters'][number];

interface FilterRowProps {
  number: number;
  asked: Asked;
  columns: DataSet['columns'];
  filter: Filter;
  error: string | undefined;
  onChange: (filter: Filter) => void;
  onRemove: () => void;
}

/** One condition: what can be chosen is what the data of these days has. */
export function FilterRow({ number, asked, columns, filter, error, onChange, onRemove }: FilterRowProps) {
  const { t } = useTranslation();
  const column = columns.find((one) => one.code === filter.column);
  const chosen = filter.operator === 'ANY_OF' || filter.operator === 'NONE_OF';
  const listed = chosen && column !== undefined && ['WORD', 'REFERENCE'].includes(column.kind);
  const definition = inputOf({ ...asked, columns: [], groups: [{ column: filter.column, part: null }], measures: [], filters: [], sort: null, chart: 'NONE' });
  const [{ data }] = useQuery({ query: ReportChoicesDocument, variables: { definition }, pause: !listed });
  const rows = data?.report.__typename === 'ReportTable' ? data.report.rows : [];
  const known = rows.flatMap((row) => (row.keys[0]?.value ? [{ value: row.keys[0].value, label: row.keys[0].text ?? row.keys[0].value }] : []));
  const choices = [...known, ...filter.values.filter((value) => known.every((one) => one.value !== value)).map((value) => ({ value, label: value }))];
  const value = filter.values[0] ?? '';
  const set = (text: string) => onChange({ ...filter, values: text === '' ? [] : [text] });
  const label = t('reports.valueNumber', { n: number });
  return (
    <div className={css.row}>
      <NativeSelect
        aria-label={t('reports.filterNumber', { n: number })}
        value={filter.column}
        onChange={(event) => {
          const other = columns.find((one) => one.code === event.currentTarget.value);
          if (other?.operators[0]) onChange({ column: other.code, operator: other.operators[0], values: [] });
        }}
        data={columns.filter((one) => one.operators.length > 0).map((one) => ({ value: one.code, label: one.name }))}
      />
      <NativeSelect aria-label={t('reports.operatorNumber', { n: number })} value={filter.operator} onChange={(event) => onChange({ ...filter, operator: event.currentTarget.value as ReportOperator, values: [] })} data={(column?.operators ?? []).map((one) => ({ value: one, label: t(`reports.operator.${one}`) }))} />
      {filter.operator !== 'EMPTY' &&
        filter.operator !== 'FILLED' &&
        (listed ? (
          <MultiSelect aria-label={label} error={error} searchable data={choices} value={filter.values} onChange={(values) => onChange({ ...filter, values })} />
        ) : column && isTime(column.kind) ? (
          <DayInput label={label} error={error} value={value} onChange={set} />
        ) : (
          <TextInput aria-label={label} error={error} value={value} onChange={(event) => set(event.currentTarget.value)} />
        ))}
      <Button variant="subtle" size="compact-md" aria-label={t('reports.remove', { name: column?.name ?? '' })} onClick={onRemove}>
        <Icon name="close" size={18} />
      </Button>
    </div>
  );
}
