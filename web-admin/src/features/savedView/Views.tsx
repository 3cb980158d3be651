import { Button, Checkbox, Modal, NativeSelect, Popover, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useMutation, useQuery } from 'web-shared';
import { useGo } from 'web-shared/routing';
import { FormFrame } from '../../app/FormFrame';
import { written, type Sorting } from '../../app/sorting';
import { sortOf, titleOf, type Column } from '../../app/TableBox';
import { useForm } from '../../app/useForm';
import { DropViewDocument, SavedViewsDocument, SaveViewDocument, type SavedViewsQuery } from '../../gql/graphql';
import { Download } from '../export/Download';
import { nameOf } from '../staff/StaffPage';
import { sameSettings, settingsOf } from './settings';
import css from './Views.module.css';

interface ViewsProps {
  /** Of which list. */
  list: string;
  /** The address of its page. */
  at: string;
  /** What is set on the list. */
  search: Record<string, string | undefined>;
  columns: (string | Column)[];
  hidden: number[];
  /** The columns that are left out, as an address says it, are to be the same the next time. */
  onHide: (hide: string | undefined) => void;
  sorting?: Sorting;
  onSort: (sort: string | undefined) => void;
  /** What the list was asked for. */
  asked: object;
}

/** What is set on a list: kept under a name, taken up again, and which of its columns are shown. */
export function Views({ list, at, search, columns, hidden, onHide, sorting, onSort, asked }: ViewsProps) {
  const { t } = useTranslation();
  const go = useGo();
  const [saving, setSaving] = useState(false);
  const [{ data, error }, reload] = useQuery({ query: SavedViewsDocument, variables: { list }, requestPolicy: 'cache-and-network' });
  const [dropping, drop] = useMutation(DropViewDocument);
  const views = data?.savedViews ?? [];
  const now = settingsOf(search);
  const current = views.find((one) => sameSettings(one.settings, now));
  const open = (settings: { name: string; value: string }[]) => {
    const set: Record<string, string> = Object.fromEntries(settings.map((one) => [one.name, one.value]));
    onHide(set.hide);
    return go({ to: `/${at}`, search: { ...(search.date ? { date: search.date } : {}), ...set }, keepScroll: true });
  };
  const show = (others: number[]) => {
    const hide = others.toSorted((a, b) => a - b).join('.') || undefined;
    onHide(hide);
    return go({ to: `/${at}`, search: { ...search, hide }, replace: true, keepScroll: true });
  };
  const again = () => reload({ requestPolicy: 'network-only' });
  return (
    <div className={css.bar}>
      {(views.length > 0 || error) && (
        <NativeSelect
          label={t('view.choose')}
          value={current?.id ?? ''}
          onChange={(event) => void open(views.find((one) => one.id === event.currentTarget.value)?.settings ?? [])}
          data={[{ value: '', label: now.length === 0 ? t('view.none') : t('view.unsaved') }, ...views.map((one) => ({ value: one.id, label: labelOf(one, t) }))]}
        />
      )}
      <Button variant="default" onClick={() => setSaving(true)}>
        {t('view.save')}
      </Button>
      {current?.own && (
        <Button variant="default" loading={dropping.fetching} onClick={() => void drop({ id: current.id }).then(again)}>
          {t('view.drop')}
        </Button>
      )}
      <Popover position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button variant="default">{hidden.length > 0 ? t('view.columnsOf', { shown: columns.length - hidden.length, total: columns.length }) : t('view.columns')}</Button>
        </Popover.Target>
        <Popover.Dropdown>
          <div className={css.columns} role="group" aria-label={t('view.columns')}>
            {columns.map((column, index) => {
              if (!titleOf(column)) return null;
              const shown = !hidden.includes(index);
              const others = shown ? [...hidden, index] : hidden.filter((one) => one !== index);
              return (
                <Checkbox
                  key={titleOf(column)}
                  label={titleOf(column)}
                  checked={shown}
                  // The first column leads to the record, and one has to stay.
                  disabled={index === 0}
                  onChange={() => void show(others)}
                />
              );
            })}
          </div>
        </Popover.Dropdown>
      </Popover>
      <Download list={list} asked={asked} columns={columns.flatMap((column, index) => (typeof column === 'string' || hidden.includes(index) ? [] : (column.sheet ?? [])))} />
      {sorting && <SortChoice columns={columns} sorting={sorting} onSort={onSort} />}
      {(error ?? dropping.error) && <ProblemNotice error={(error ?? dropping.error)!} onRetry={again} />}
      <Modal opened={saving} onClose={() => setSaving(false)} title={t('view.save')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {saving && (
          <SaveForm
            list={list}
            name={current?.own ? current.name : ''}
            settings={now}
            onSaved={() => {
              setSaving(false);
              again();
            }}
          />
        )}
      </Modal>
    </div>
  );
}

/** The order of a list where its columns have no heads to press. */
function SortChoice({ columns, sorting, onSort }: { columns: (string | Column)[]; sorting: Sorting; onSort: (sort: string | undefined) => void }) {
  const { t } = useTranslation();
  const usual = written(sorting.usual);
  const ways = columns.flatMap((column) => {
    const sort = sortOf(column);
    return sort ? (['ASC', 'DESC'] as const).map((direction) => ({ value: written({ sort, direction }), label: t(`list.sort.${direction}`, { column: titleOf(column) }) })) : [];
  });
  const data = ways.some((one) => one.value === usual) ? ways : [{ value: usual, label: t('list.usualSort') }, ...ways];
  return <NativeSelect className={css.narrow} label={t('list.sorted')} value={written(sorting)} onChange={(event) => onSort(event.currentTarget.value === usual ? undefined : event.currentTarget.value)} data={data} />;
}

const labelOf = (view: SavedViewsQuery['savedViews'][number], t: (key: string, values?: Record<string, string>) => string) => (view.own ? view.name : t('view.of', { name: view.name, owner: view.owner ? nameOf(view.owner) : '' }));

interface SaveFormProps {
  list: string;
  name: string;
  settings: { name: string; value: string }[];
  onSaved: () => void;
}

function SaveForm({ list, name, settings, onSaved }: SaveFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, save] = useMutation(SaveViewDocument);
  const form = useForm({
    name: `view.${list}`,
    version: null,
    saved: { name, shared: false },
    onSaved,
    send: async (values) => (await save({ input: { ...values, list, settings } })).data?.saveView,
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ name: t('view.name') }}>
      <TextInput label={t('view.name')} description={t('view.nameHint')} maxLength={60} autoComplete="off" data-autofocus {...form.text('name')} />
      <Checkbox label={t('view.share')} checked={form.values.shared} onChange={(event) => form.set({ shared: event.currentTarget.checked })} />
    </FormFrame>
  );
}
