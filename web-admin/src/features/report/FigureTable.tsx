import { useTranslation } from 'react-i18next';
import page from '../../app/Page.module.css';
import type { ReportFiguresQuery, ReportLineFragment } from '../../gql/graphql';
import css from './Report.module.css';
import { isFigure, useCellText } from './useCellText';

export type Table = Extract<ReportFiguresQuery['report'], { __typename: 'ReportTable' }>;

interface FigureTableProps {
  table: Table;
  rows: readonly ReportLineFragment[];
  label: string;
  /** Opens the rows behind a figure. */
  onOpen: (row: ReportLineFragment) => void;
}

/** Groups with their figures: each figure leads to its rows. */
export function FigureTable({ table, rows, label, onOpen }: FigureTableProps) {
  const { t } = useTranslation();
  const text = useCellText();
  const line = (row: ReportLineFragment, name: string) =>
    table.measures.map((head, n) => (
      <td key={head.name} className={isFigure(head.kind) ? css.figure : undefined}>
        <button type="button" className={css.into} aria-label={t('reports.openNamed', { name, measure: head.name, value: text(row.measures[n], head, row.currency) })} onClick={() => onOpen(row)}>
          {text(row.measures[n], head, row.currency)}
        </button>
      </td>
    ));
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={page.tableBox} tabIndex={0} role="region" aria-label={label}>
      <table className={`${page.table} ${css.table}`}>
        <thead>
          <tr>
            {table.groups.map((head) => (
              <th key={head.name} scope="col">
                {head.name}
              </th>
            ))}
            {table.groups.length === 0 && <th scope="col">{t('reports.total')}</th>}
            {table.measures.map((head) => (
              <th key={head.name} scope="col" className={isFigure(head.kind) ? css.figure : undefined}>
                {head.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const names = row.keys.map((key, n) => text(key, table.groups[n] ?? { kind: 'TEXT' }));
            return (
              <tr key={JSON.stringify([row.currency, row.keys.map((key) => key.value)])} data-level={row.level}>
                {table.groups.map((head, n) =>
                  n === row.level - 1 ? (
                    <th key={head.name} scope="row">
                      {names[n]}
                    </th>
                  ) : (
                    <td key={head.name}>{n < row.level && <span className="bk-muted">{names[n]}</span>}</td>
                  ),
                )}
                {line(row, names.join(' · '))}
              </tr>
            );
          })}
          {table.totals.map((row) => (
            <tr key={row.currency ?? ''} data-total>
              <th scope="row" colSpan={Math.max(table.groups.length, 1)}>
                {t('reports.total')}
                {table.totals.length > 1 && ` ${row.currency}`}
              </th>
              {line(row, t('reports.total'))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
