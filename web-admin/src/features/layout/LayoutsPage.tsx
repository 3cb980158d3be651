import { Button, Checkbox, FileButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useAsk, useMutation } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { ImportLayoutsDocument, LayoutFileDocument, LayoutRecordsDocument, type ImportLayoutsMutation } from '../../gql/graphql';
import { download } from './download';
import css from './Layout.module.css';
import { VEHICLE_CLASSES } from './plan';

type Refusal = Extract<ImportLayoutsMutation['importLayouts'], { __typename: 'InvalidInput' }>;

const SORTS = ['NAME', 'CODE', 'VEHICLE_CLASS', 'SEATS', 'USES', 'VERSION'] as const;

/** Every layout, what uses it, and the ways in and out by file. */
export function LayoutsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const ask = useAsk();
  const { search, change } = useFilters('/layouts');
  const archived = search.archived === 'yes';
  const sorting = useSorting(SORTS, { sort: 'NAME', direction: 'ASC' });
  const pages = usePages(LayoutRecordsDocument, { archived, sort: sorting.sort, direction: sorting.direction }, (data) => data.layoutRecords);
  const [importing, send] = useMutation(ImportLayoutsDocument);
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ text: string; answer: Refusal } | null>(null);

  const take = async (text: string, replace: boolean) => {
    setSaid(null);
    setRefused(null);
    const answer = (await send({ input: { json: text, replace } })).data?.importLayouts;
    if (answer?.__typename === 'LayoutsImported') {
      setSaid(t('layout.imported', { count: answer.changed, all: answer.layouts.length }));
      pages.reload();
    } else if (answer) setRefused({ text, answer });
  };
  const onlyKnown = refused?.answer.fields.every((field) => field.code === 'LAYOUT_EXISTS');

  return (
    <Page
      title={t('layout.title')}
      lead={t('layout.lead')}
      tools={
        <div className={css.tools}>
          <FileButton accept=".json,application/json" onChange={(file) => void file?.text().then((text) => take(text, false))}>
            {(props) => (
              <Button variant="default" loading={importing.fetching} {...props}>
                {t('layout.import')}
              </Button>
            )}
          </FileButton>
          <Button variant="default" onClick={() => void ask(LayoutFileDocument, {}).then((answer) => answer.data && download(answer.data.layoutFile, 'seat_layouts.json'))}>
            {t('layout.exportAll')}
          </Button>
          <Button onClick={() => void go({ to: '/layouts/new' })}>{t('layout.new')}</Button>
        </div>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      {importing.error && <ProblemNotice error={importing.error} />}
      {refused && (
        <Notice
          live
          tone={onlyKnown ? 'warn' : 'error'}
          title={t(onlyKnown ? 'layout.known' : 'layout.refused')}
          action={
            onlyKnown && (
              <Button variant="default" onClick={() => void take(refused.text, true)}>
                {t('layout.replace')}
              </Button>
            )
          }
        >
          <ul className={css.list}>
            {refused.answer.fields.map((field) => (
              <li key={field.path}>
                <strong>{/^layouts\.([^.]*)\./.exec(field.path)?.[1]}</strong> {field.message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Checkbox label={t('layout.showArchived')} checked={archived} onChange={(event) => change({ archived: event.currentTarget.checked ? 'yes' : undefined })} />
      <PagedTable
        list="layouts"
        label={t('layout.title')}
        columns={[
          { title: t('layout.name'), sort: 'NAME', sheet: ['name', 'code'] },
          { title: t('layout.class'), sort: 'VEHICLE_CLASS', sheet: ['class'] },
          { title: t('layout.seats'), sort: 'SEATS', sheet: ['seats', 'pattern', 'standing'] },
          { title: t('layout.use'), sort: 'USES', sheet: ['routes', 'vehicles'] },
          { title: t('layout.version'), sort: 'VERSION', sheet: ['version', 'edited', 'archived'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('layout.none') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <GoLink to={`/layouts/${encodeURIComponent(one.id)}`}>{one.name}</GoLink>
              <small>{one.code}</small>
            </td>
            <td>{VEHICLE_CLASSES.includes(one.vehicleClass) ? t(`layout.vehicleClass.${one.vehicleClass}`) : one.vehicleClass}</td>
            <td>
              {t('layout.seatCount', { count: one.seatCount })}
              <small>{[one.pattern, one.standingPlaces > 0 && t('layout.standing', { count: one.standingPlaces })].filter(Boolean).join(' · ')}</small>
            </td>
            <td>{one.routeCount + one.vehicleCount === 0 ? t('layout.unused') : `${t('layout.routes', { count: one.routeCount })}, ${t('layout.vehicles', { count: one.vehicleCount })}`}</td>
            <td>
              {one.version} {one.archivedAt ? <Badge tone="quiet">{t('layout.archived')}</Badge> : one.edited && <Badge tone="good">{t('layout.edited')}</Badge>}
            </td>
          </tr>
        )}
      />
    </Page>
  );
}
