import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useQuery } from 'web-shared';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { ReportBehindDocument } from '../../gql/graphql';
import { inputOf, type Asked } from './definition';
import css from './Report.module.css';
import { isFigure, useCellText } from './useCellText';

const FIRST = 50;

/** The rows behind a figure, page by page. */
export function RowsBehind({ asked, path, currency }: { asked: Asked; path: (string | null)[]; currency: string | null }) {
  const { t } = useTranslation();
  const text = useCellText();
  const [befores, setBefores] = useState<(string | null)[]>([null]);
  const after = befores.at(-1) ?? null;
  const [{ data, error, fetching }] = useQuery({ query: ReportBehindDocument, variables: { definition: inputOf(asked), path, currency, first: FIRST, after } });
  const answer = data?.reportRows;
  if (error) return <ProblemNotice error={error} />;
  if (!answer) return <p role="status">{t('reports.counting')}</p>;
  if (answer.__typename !== 'ReportDetails') return <Notice tone="error" title={wordsOf(answer)} />;
  const from = (befores.length - 1) * FIRST;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={page.tableBox} tabIndex={0} role="region" aria-label={t('reports.rows')}>
        <table className={page.table} aria-busy={fetching}>
          <thead>
            <tr>
              {answer.columns.map((head) => (
                <th key={head.name} scope="col" className={isFigure(head.kind) ? css.figure : undefined}>
                  {head.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.nodes.map((node, n) => (
              // Rows have no ids of their own here.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={from + n}>
                {answer.columns.map((head, c) => (
                  <td key={head.name} className={isFigure(head.kind) ? css.figure : undefined}>
                    {text(node.cells[c], head, node.currency)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={page.more}>
        <span role="status">{t('reports.shown', { from: answer.nodes.length === 0 ? 0 : from + 1, to: from + answer.nodes.length, total: answer.totalCount })}</span>
        <div className={page.tools}>
          <Button variant="default" disabled={befores.length === 1} onClick={() => setBefores(befores.slice(0, -1))}>
            {t('reports.back')}
          </Button>
          <Button variant="default" disabled={!answer.pageInfo.hasNextPage} onClick={() => setBefores([...befores, answer.pageInfo.endCursor ?? null])}>
            {t('reports.more')}
          </Button>
        </div>
      </div>
    </>
  );
}
