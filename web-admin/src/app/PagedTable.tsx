import { Button, Checkbox, Skeleton } from '@mantine/core';
import { Children, cloneElement, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ProblemNotice } from 'web-shared';
import { useGo } from 'web-shared/routing';
import { hiddenColumns } from '../features/savedView/settings';
import { useKeptColumns } from '../features/savedView/useKeptColumns';
import { Views } from '../features/savedView/Views';
import css from './Page.module.css';
import { pressed, type Sorting } from './sorting';
import { sortOf, TableBox, type Column } from './TableBox';
import type { Pages } from './usePages';

export interface Pick<Node> {
  idOf: (node: Node) => string;
  /** What a row is called, for who cannot see where its box stands. */
  nameOf: (node: Node) => string;
  picked: ReadonlySet<string>;
  onPick: (picked: Set<string>) => void;
}

interface PagedTableProps<Node> {
  label: string;
  /** A list of its own at the address of this name: with saved views, an order, and columns to choose. */
  list?: string;
  /** The address of its page, where that is another than its name. */
  at?: string;
  columns: (string | Column)[];
  /** How it is sorted, where it is a list of its own. */
  sorting?: Sorting;
  pages: Pages<Node>;
  /** Rows may be picked, to do the same with many. */
  pick?: Pick<Node>;
  /** A `tr` with a `td` for each column. */
  row: (node: Node) => ReactElement<{ children?: ReactNode }>;
  empty: { title: string; text?: string };
}

/** A table with words for every state of its list. */
export function PagedTable<Node>({ list, ...table }: PagedTableProps<Node>) {
  return list ? <ListOfItsOwn list={list} {...table} /> : <Rows {...table} hidden={[]} />;
}

function ListOfItsOwn<Node>({ list, at = list, ...table }: PagedTableProps<Node> & { list: string }) {
  const go = useGo();
  const { search, keep } = useKeptColumns(list);
  const hidden = hiddenColumns(search.hide, table.columns.length);
  const sort = (value: string | undefined) => void go({ to: `/${at}`, search: { ...search, sort: value }, replace: true, keepScroll: true });
  return (
    <>
      <Views list={list} at={at} search={search} onHide={keep} columns={table.columns} hidden={hidden} sorting={table.sorting} onSort={sort} asked={table.pages.asked} />
      <Rows {...table} hidden={hidden} onSort={table.sorting && ((key) => sort(pressed(key, table.sorting!, table.columns.map(sortOf))))} />
    </>
  );
}

interface RowsProps<Node> extends Omit<PagedTableProps<Node>, 'list' | 'at'> {
  hidden: number[];
  onSort?: (key: string) => void;
}

function Rows<Node>({ label, columns, sorting, onSort, pages, row, empty, hidden, pick }: RowsProps<Node>) {
  const { t } = useTranslation();
  if (pages.error) return <ProblemNotice error={pages.error} onRetry={pages.reload} />;
  if (pages.loading && pages.nodes.length === 0) return <Skeleton height={320} radius="lg" />;
  if (pages.nodes.length === 0) return <Empty title={empty.title}>{empty.text}</Empty>;
  const all = pick && pages.nodes.every((node) => pick.picked.has(pick.idOf(node)));
  const pickAll = pick && <Checkbox aria-label={t('list.pickAll')} checked={all} indeterminate={!all && pick.picked.size > 0} onChange={() => pick.onPick(new Set(all ? [] : pages.nodes.map(pick.idOf)))} />;
  return (
    <>
      <TableBox first={pickAll} label={label} columns={columns.filter((_, index) => !hidden.includes(index))} sorting={sorting} onSort={onSort}>
        {pages.nodes.map((node) => picked(without(row(node), hidden), node, pick, t))}
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

/** The row with a box before its cells. */
function picked<Node>(row: ReactElement<{ children?: ReactNode }>, node: Node, pick: Pick<Node> | undefined, t: (key: string, values: Record<string, string>) => string) {
  if (!pick) return row;
  const id = pick.idOf(node);
  const others = new Set(pick.picked);
  const box = (
    <td key="pick" className={css.pick}>
      <Checkbox aria-label={t('list.pick', { name: pick.nameOf(node) })} checked={pick.picked.has(id)} onChange={() => pick.onPick(others.delete(id) ? others : others.add(id))} />
    </td>
  );
  return cloneElement(row, { 'data-picked': pick.picked.has(id) || undefined } as object, box, ...Children.toArray(row.props.children));
}

function without(row: ReactElement<{ children?: ReactNode }>, hidden: number[]): ReactElement<{ children?: ReactNode }> {
  if (hidden.length === 0) return row;
  return cloneElement(row, {}, Children.toArray(row.props.children).filter((_, index) => !hidden.includes(index)));
}

