import { Button, Skeleton } from '@mantine/core';
import { Children, cloneElement, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ProblemNotice } from 'web-shared';
import { useSearchText } from 'web-shared/routing';
import { hiddenColumns } from '../features/savedView/settings';
import { Views } from '../features/savedView/Views';
import css from './Page.module.css';
import { TableBox } from './TableBox';
import type { Pages } from './usePages';

interface PagedTableProps<Node> {
  label: string;
  /** A list of its own at the address of this name: with saved views, and columns to choose. */
  list?: string;
  columns: string[];
  pages: Pages<Node>;
  /** A `tr` with a `td` for each column. */
  row: (node: Node) => ReactElement<{ children?: ReactNode }>;
  empty: { title: string; text?: string };
}

/** A table with words for every state of its list. */
export function PagedTable<Node>({ list, ...table }: PagedTableProps<Node>) {
  const { hide } = useSearchText();
  if (!list) return <Rows {...table} hidden={[]} />;
  const hidden = hiddenColumns(hide, table.columns.length);
  return (
    <>
      <Views list={list} columns={table.columns} hidden={hidden} />
      <Rows {...table} hidden={hidden} />
    </>
  );
}

function Rows<Node>({ label, columns, pages, row, empty, hidden }: Omit<PagedTableProps<Node>, 'list'> & { hidden: number[] }) {
  const { t } = useTranslation();
  if (pages.error) return <ProblemNotice error={pages.error} onRetry={pages.reload} />;
  if (pages.loading && pages.nodes.length === 0) return <Skeleton height={320} radius="lg" />;
  if (pages.nodes.length === 0) return <Empty title={empty.title}>{empty.text}</Empty>;
  return (
    <>
      <TableBox label={label} columns={columns.filter((_, index) => !hidden.includes(index))}>
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
