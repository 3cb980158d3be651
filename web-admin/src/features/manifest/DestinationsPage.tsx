import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Notice, useQuery } from 'web-shared';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { DestinationChoicesDocument, ManifestDestinationsDocument, type DestinationPartsFragment } from '../../gql/graphql';
import { DestinationForm } from './DestinationForm';

const SORTS = ['NAME', 'FORMAT', 'STATE'] as const;

/** Who is sent manifests at departure. */
export function DestinationsPage() {
  const { t } = useTranslation();
  const { search, change, text, setText, asked } = useFilters('/exchange');
  const active = search.active === 'yes' ? true : search.active === 'no' ? false : null;
  const sorting = useSorting(SORTS, { sort: 'NAME', direction: 'ASC' });
  const pages = usePages(ManifestDestinationsDocument, { filter: { text: asked || null, carrierId: search.carrier ?? null, active }, sort: sorting.sort, direction: sorting.direction }, (data) => data.manifestDestinations);
  const [{ data: choices }] = useQuery({ query: DestinationChoicesDocument });
  const [open, setOpen] = useState<DestinationPartsFragment | 'new' | null>(null);
  const [saved, setSaved] = useState(false);
  return (
    <Page title={t('destination.title')} lead={t('destination.lead')} tools={<Button onClick={() => setOpen('new')}>{t('destination.new')}</Button>}>
      {saved && <Notice live tone="ok" title={t('staff.saved')} />}
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('destination.text')} placeholder={t('destination.textHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('destination.carrier')} value={search.carrier ?? ''} onChange={(event) => change({ carrier: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...(choices?.carriers ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        <NativeSelect
          label={t('destination.state')}
          value={search.active ?? ''}
          onChange={(event) => change({ active: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('all') },
            { value: 'yes', label: t('destination.on') },
            { value: 'no', label: t('destination.off') },
          ]}
        />
      </div>
      <PagedTable
        list="destinations"
        at="exchange"
        label={t('destination.title')}
        columns={[
          { title: t('destination.name'), sort: 'NAME', sheet: ['name', 'url'] },
          { title: t('destination.trips'), sheet: ['carrier', 'station'] },
          { title: t('destination.format'), sort: 'FORMAT', sheet: ['format'] },
          { title: t('destination.state'), sort: 'STATE', sheet: ['active'] },
          t('jobs.action'),
        ]}
        sorting={sorting}
        pages={pages}
        empty={asked || search.carrier || active !== null ? { title: t('list.noMatch') } : { title: t('destination.none'), text: t('destination.noneText') }}
        row={(row) => (
          <tr key={row.id}>
            <td>
              {row.name}
              <small style={{ overflowWrap: 'anywhere' }}>{row.url}</small>
            </td>
            <td>{[row.carrier?.name, row.station?.name].filter(Boolean).join(', ') || t('destination.all')}</td>
            <td>{row.format}</td>
            <td>
              <Badge tone={row.active ? 'good' : 'quiet'}>{t(row.active ? 'destination.on' : 'destination.off')}</Badge>
            </td>
            <td>
              <Button size="compact-sm" variant="default" onClick={() => setOpen(row)} aria-label={t('destination.editNamed', { name: row.name })}>
                {t('roles.edit')}
              </Button>
            </td>
          </tr>
        )}
      />
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="lg" title={open === 'new' ? t('destination.newTitle') : t('destination.editTitle')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && (
          <DestinationForm
            key={open === 'new' ? 'new' : open.id}
            destination={open === 'new' ? undefined : (pages.nodes.find((one) => one.id === open.id) ?? open)}
            carriers={choices?.carriers ?? []}
            stations={choices?.stations ?? []}
            reread={pages.reload}
            onSaved={() => {
              setOpen(null);
              setSaved(true);
              pages.reload();
            }}
          />
        )}
      </Modal>
    </Page>
  );
}
