import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { GoLink, useGo, useSearchText } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { ExportReportDocument, ReportCatalogueDocument, ReportFiguresDocument, type ExportFormat, type ReportLineFragment } from '../../gql/graphql';
import { DownloadAs } from '../export/Download';
import { Builder } from './Builder';
import { Chart } from './Chart';
import { inputOf, readAsked, readPath, writeAsked, type Asked } from './definition';
import { FigureTable, type Table } from './FigureTable';
import { RowsBehind } from './RowsBehind';
import { SaveReport } from './SaveReport';
import { useCellText } from './useCellText';

const FIRST = 200;

/** A report: what it asks for is in the address, so that it can be sent on and comes back after a reload. */
export function ReportPage() {
  const { t } = useTranslation();
  const go = useGo();
  const search = useSearchText();
  const asked = readAsked(search.d);
  const [draft, setDraft] = useState<Asked>(asked);
  // Another report has come with the address.
  useEffect(() => setDraft(readAsked(search.d)), [search.d]);
  const [{ data: catalogue, error: failure }] = useQuery({ query: ReportCatalogueDocument });
  const [after, setAfter] = useState<string | null>(null);
  useEffect(() => setAfter(null), [search.d]);
  const variables = { definition: inputOf(asked), first: FIRST, after };
  const [{ data, error, fetching }, reload] = useQuery({ query: ReportFiguresDocument, variables, requestPolicy: 'cache-and-network' });
  const [exported, send] = useMutation(ExportReportDocument);
  const answer = data?.report;
  const path = readPath(search.path);
  const behind = useRef<HTMLElement>(null);
  useEffect(() => {
    if (search.path) behind.current?.focus();
  }, [search.path]);
  const wrong = (field: string) => (answer?.__typename === 'InvalidInput' ? answer.fields.find((one) => one.path === field)?.message : undefined);
  const show = () => {
    const d = writeAsked(draft);
    if (d === search.d) reload({ requestPolicy: 'network-only' });
    return go({ to: '/reports/build', search: { d, name: search.name }, keepScroll: true });
  };
  const open = (row: ReportLineFragment) =>
    go({ to: '/reports/build', search: { ...search, path: JSON.stringify(row.keys.map((key) => key.value ?? null)), currency: row.currency ?? undefined }, keepScroll: true });
  const ask = (of: (string | null)[] | null) => async (format: ExportFormat) => {
    const input = { definition: inputOf(asked), format, path: of, currency: of && (search.currency ?? null) };
    const ready = (await send({ input })).data?.exportReport;
    return ready?.__typename === 'ExportReady' ? { url: ready.url } : ready && { words: wordsOf(ready) };
  };
  const text = useCellText();
  const namesOf = (table: Table, keys: (string | null)[]) => {
    const row = table.rows.find((one) => one.keys.length === keys.length && one.keys.every((key, n) => (key.value ?? null) === keys[n]));
    return keys.map((key, n) => text(row?.keys[n] ?? { value: key }, table.groups[n] ?? { kind: 'TEXT' })).join(' · ');
  };
  const set = catalogue?.reportDataSets.find((one) => one.code === asked.dataSet);
  const title = search.name ?? set?.name ?? t('nav.reports');
  const rowsAlone = asked.groups.length === 0;
  return (
    <Page
      title={title}
      lead={answer?.__typename === 'ReportTable' && <Days table={answer} />}
      tools={
        <div className={page.tools}>
          <GoLink to="/reports" className={page.action}>
            {t('reports.all')}
          </GoLink>
          <SaveReport asked={asked} name={search.name ?? ''} />
          <DownloadAs name={asked.dataSet} ask={ask(null)} />
        </div>
      }
    >
      {(failure ?? error ?? exported.error) && <ProblemNotice error={(failure ?? error ?? exported.error)!} />}
      {catalogue && <Builder sets={catalogue.reportDataSets} asked={draft} onChange={setDraft} onShow={() => void show()} wrong={wrong} />}
      {answer?.__typename === 'InvalidInput' && <Notice live tone="error" title={answer.message}>{answer.fields.map((one) => one.message).join(' ')}</Notice>}
      {!answer && fetching && <p role="status">{t('reports.counting')}</p>}
      {answer?.__typename === 'ReportTable' && (
        <>
          <Picture table={answer} asked={asked} label={title} />
          {answer.totals.length === 0 ? (set?.period === null ? <Empty title={t('reports.emptyNow')} /> : <Empty title={t('reports.empty')}>{t('reports.emptyText')}</Empty>) : asked.measures.length > 0 && <FigureTable table={answer} rows={answer.rows} label={title} onOpen={(row) => void open(row)} />}
          {(answer.pageInfo.hasNextPage || after !== null) && (
            <div className={page.more}>
              <span>{t('reports.groupsOf', { total: answer.totalCount })}</span>
              <div className={page.tools}>
                <Button variant="default" disabled={after === null} onClick={() => setAfter(null)}>
                  {t('reports.first')}
                </Button>
                <Button variant="default" disabled={!answer.pageInfo.hasNextPage} onClick={() => setAfter(answer.pageInfo.endCursor ?? null)}>
                  {t('reports.more')}
                </Button>
              </div>
            </div>
          )}
        </>
      )}
      {(path || rowsAlone) && asked.columns.length > 0 && answer?.__typename === 'ReportTable' && (
        <section className={page.card} aria-labelledby="rows-behind" ref={behind} tabIndex={-1}>
          <div className={page.head}>
            <h2 id="rows-behind">{path && path.length > 0 ? t('reports.rowsOf', { of: namesOf(answer, path) }) : t('reports.rows')}</h2>
            {path && (
              <div className={page.tools}>
                <DownloadAs name={`${asked.dataSet}-rows`} ask={ask(path)} />
                <Button variant="default" onClick={() => void go({ to: '/reports/build', search: { ...search, path: undefined, currency: undefined }, keepScroll: true })}>
                  {t('reports.close')}
                </Button>
              </div>
            )}
          </div>
          <RowsBehind key={`${search.d}${search.path}${search.currency}`} asked={asked} path={path ?? []} currency={search.currency ?? null} />
        </section>
      )}
    </Page>
  );
}

function Days({ table }: { table: Table }) {
  const format = useFormat();
  return (
    <>
      {format.date(table.from, 'full')}
      {table.from !== table.to && ` — ${format.date(table.to, 'full')}`}
    </>
  );
}

/** The outermost groups, by the first amount or count. */
function Picture({ table, asked, label }: { table: Table; asked: Asked; label: string }) {
  const text = useCellText();
  if (asked.chart === 'NONE' || table.groups.length === 0) return null;
  const money = table.measures.findIndex((head) => head.kind === 'MONEY');
  const n = Math.max(money, 0);
  const [head, group] = [table.measures[n], table.groups[0]];
  if (!head || !group) return null;
  const currency = table.totals[0]?.currency ?? null;
  const bars = table.rows
    .filter((row) => row.level === 1 && (row.currency ?? null) === currency)
    .map((row) => ({ label: text(row.keys[0], group), told: text(row.measures[n], head, row.currency), size: Number(row.measures[n]?.value ?? 0) }));
  return <Chart kind={asked.chart} bars={bars} label={`${label}: ${head.name}`} />;
}
