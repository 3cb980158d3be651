import { Button, Skeleton } from '@mantine/core';
import { Children, cloneElement, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ProblemNotice } from 'web-shared';
import { useGo, useSearchText } from 'web-shared/routing';
import { hiddenColumns } from '../features/savedView/settings';
import { Views } from '../features/savedView/Views';
import css from './Page.module.css';
import { pressed, type Sorting } from './sorting';
import { sortOf, TableBox, type Column } from './TableBox';
import type { Pages } from './usePages';

interface PagedTableProps<Node> {
  label: string;
  /** A list of its own at the address of this name: with saved views, an order, and columns to choose. */
  list?: string;
  columns: (string | Column)[];
  /** How it is sorted, where it is a list of its own. */
  sorting?: Sorting;
  pages: Pages<Node>;
  /** A `tr` with a `td` for each column. */
  row: (node: Node) => ReactElement<{ children?: ReactNode }>;
  empty: { title: string; text?: string };
}

/** A table with words for every state of its list. */
export function PagedTable<Node>({ list, ...table }: PagedTableProps<Node>) {
  const go = useGo();
  const search = useSearchText();
  if (!list) return <Rows {...table} hidden={[]} />;
  const hidden = hiddenColumns(search.hide, table.columns.length);
  const sort = (value: string | undefined) => void go({ to: `/${list}`, search: { ...search, sort: value }, replace: true, keepScroll: true });
  return (
    <>
      <Views list={list} columns={table.columns} hidden={hidden} sorting={table.sorting} onSort={sort} />
      <Rows {...table} hidden={hidden} onSort={table.sorting && ((key) => sort(pressed(key, table.sorting!, table.columns.map(sortOf))))} />
    </>
  );
}

interface RowsProps<Node> extends Omit<PagedTableProps<Node>, 'list'> {
  hidden: number[];
  onSort?: (key: string) => void;
}

function Rows<Node>({ label, columns, sorting, onSort, pages, row, empty, hidden }: RowsProps<Node>) {
  const { t } = useTranslation();
  if (pages.error) return <ProblemNotice error={pages.error} onRetry={pages.reload} />;
  if (pages.loading && pages.nodes.length === 0) return <Skeleton height={320} radius="lg" />;
  if (pages.nodes.length === 0) return <Empty title={empty.title}>{empty.text}</Empty>;
  return (
    <>
      <TableBox label={label} columns={columns.filter((_, index) => !hidden.includes(index))} sorting={sorting} onSort={onSort}>
        {pages.nodes.map((node) => without(row(node), hidden))}
      </TableBox>
      <div className={css.more}>
        <span aria-live="polite">{pages.total === null ? t('list.shown', { count: pages.nodes.length }) : t('list.shownOf', { shown: pages.nodes.length, total: pages.total })}</span>
        {pages.more && (
          <Button variant="default" loading={pages.loading} onClick={pages.more}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </>
  );
}

function without(row: ReactElement<{ children?: ReactNode }>, hidden: number[]): ReactElement {
  if (hidden.length === 0) return row;
  return cloneElement(row, {}, Children.toArray(row.props.children).filter((_, index) => !hidden.includes(index)));
}

