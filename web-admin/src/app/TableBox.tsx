import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Page.module.css';
import type { Sorting } from './sorting';

/** A head of a column that the list can be sorted by. */
export interface Column {
  title: string;
  /** The key of the list's order. */
  sort?: string;
  /** What of it goes into a file, by the codes of the list's columns there. */
  sheet?: readonly string[];
}

interface TableBoxProps {
  label: string;
  columns: readonly (string | Column)[];
  sorting?: Sorting;
  onSort?: (key: string) => void;
  /** Before the others: a box to select all rows with. */
  first?: ReactNode;
  /** Rows. */
  children: ReactNode;
}

/** More columns than these stand closer together. */
const MANY = 7;

export const titleOf = (column: string | Column): string => (typeof column === 'string' ? column : column.title);
export const sortOf = (column: string | Column): string | undefined => (typeof column === 'string' ? undefined : column.sort);

/** A table in its frame: a wide one scrolls sideways, by the keyboard too; on a narrow screen each row is a card. */
export function TableBox({ label, columns, sorting, onSort, first, children }: TableBoxProps) {
  const titles = columns.map(titleOf);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.tableBox} tabIndex={0} role="region" aria-label={label}>
      <table className={`${css.table} ${css.cards}`} data-many={columns.length > MANY || undefined} style={columnNames(first ? ['', ...titles] : titles)}>
        <thead>
          <tr>
            {first && <th className={css.pick}>{first}</th>}
            {columns.map((column) => {
              const key = onSort && sortOf(column);
              return key ? <SortedHead key={key} title={titleOf(column)} direction={sorting?.sort === key ? sorting.direction : undefined} onPress={() => onSort(key)} /> : <PlainHead key={titleOf(column)} title={titleOf(column)} />;
            })}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

const PlainHead = ({ title }: { title: string }) => <th scope="col">{title}</th>;

function SortedHead({ title, direction, onPress }: { title: string; direction?: 'ASC' | 'DESC'; onPress: () => void }) {
  const { t } = useTranslation();
  return (
    <th scope="col" aria-sort={direction && (direction === 'ASC' ? 'ascending' : 'descending')}>
      <button type="button" className={css.sort} title={t('list.sortBy', { column: title })} onClick={onPress}>
        {title}
        <span aria-hidden="true">{direction === 'ASC' ? '▲' : direction === 'DESC' ? '▼' : '↕'}</span>
      </button>
    </th>
  );
}

/** For the style sheet: on a narrow screen each cell says of which column it is. */
function columnNames(columns: string[]): CSSProperties {
  return Object.fromEntries(columns.map((column, index) => [`--column-${index + 1}`, JSON.stringify(column)])) as CSSProperties;
}
