import type { CSSProperties, ReactNode } from 'react';
import css from './Page.module.css';

interface TableBoxProps {
  label: string;
  columns: string[];
  /** Rows. */
  children: ReactNode;
}

/** A table in its frame: a wide one scrolls sideways, by the keyboard too; on a narrow screen each row is a card. */
export function TableBox({ label, columns, children }: TableBoxProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.tableBox} tabIndex={0} role="region" aria-label={label}>
      <table className={`${css.table} ${css.cards}`} style={columnNames(columns)}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** For the style sheet: on a narrow screen each cell says of which column it is. */
function columnNames(columns: string[]): CSSProperties {
  return Object.fromEntries(columns.map((column, index) => [`--column-${index + 1}`, JSON.stringify(column)])) as CSSProperties;
}
