import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, ProblemNotice } from 'web-shared';
import css from './Page.module.css';
import { TableBox } from './TableBox';
import type { Pages } from './usePages';

interface PagedTableProps<Node> {
  label: string;
  columns: string[];
  pages: Pages<Node>;
  row: (node: Node) => ReactNode;
  empty: { title: string; text?: string };
}

/** A table with words for every state of its list. */
export function PagedTable<Node>({ label, columns, pages, row, empty }: PagedTableProps<Node>) {
  const { t } = useTranslation();
  if (pages.error) return <ProblemNotice error={pages.error} onRetry={pages.reload} />;
  if (pages.loading && pages.nodes.length === 0) return <Skeleton height={320} radius="lg" />;
  if (pages.nodes.length === 0) return <Empty title={empty.title}>{empty.text}</Empty>;
  return (
    <>
      <TableBox label={label} columns={columns}>
        {pages.nodes.map(row)}
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
