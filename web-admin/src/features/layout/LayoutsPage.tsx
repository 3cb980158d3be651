import { Button, Checkbox, FileButton, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useAsk, useMutation, useQuery } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import { TableBox } from '../../app/TableBox';
import { ImportLayoutsDocument, LayoutFileDocument, LayoutsDocument, type ImportLayoutsMutation } from '../../gql/graphql';
import { download } from './download';
import css from './Layout.module.css';
import { VEHICLE_CLASSES } from './plan';

type Refusal = Extract<ImportLayoutsMutation['importLayouts'], { __typename: 'InvalidInput' }>;

/** Every layout, what uses it, and the ways in and out by file. */
export function LayoutsPage() {
  const { t } = useTranslation();
  const go = useGo();
  const ask = useAsk();
  const [archived, setArchived] = useState(false);
  const [{ data, error }, reload] = useQuery({ query: LayoutsDocument, variables: { archived }, requestPolicy: 'cache-and-network' });
  const [importing, send] = useMutation(ImportLayoutsDocument);
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<{ text: string; answer: Refusal } | null>(null);
  const columns = [t('layout.name'), t('layout.class'), t('layout.seats'), t('layout.use'), t('layout.version')];

  const take = async (text: string, replace: boolean) => {
    setSaid(null);
    setRefused(null);
    const answer = (await send({ input: { json: text, replace } })).data?.importLayouts;
    if (answer?.__typename === 'LayoutsImported') {
      setSaid(t('layout.imported', { count: answer.changed, all: answer.layouts.length }));
      reload({ requestPolicy: 'network-only' });
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
      <Checkbox label={t('layout.showArchived')} checked={archived} onChange={(event) => setArchived(event.currentTarget.checked)} />
      {error && !data && <ProblemNotice error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />}
      {!data && !error && <Skeleton height={320} radius="lg" />}
      {data && (
        <TableBox label={t('layout.title')} columns={columns}>
          {data.layouts.map((one) => (
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
          ))}
        </TableBox>
      )}
    </Page>
  );
}
