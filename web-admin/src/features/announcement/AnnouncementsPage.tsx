import { Button, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { wordsOf } from '../../app/wordsOf';
import { AnnouncementListDocument, AnnouncementStationsDocument, WithdrawAnnouncementDocument, type AnnouncementPartsFragment } from '../../gql/graphql';
import { useSession } from '../account/session';
import { AnnouncementForm } from './AnnouncementForm';

const SORTS = ['ADDED', 'STARTS', 'ENDS'] as const;

/** What the stations tell their passengers on their boards, now and later, or what they have told. */
export function AnnouncementsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { me } = useSession();
  const { search, change } = useFilters('/announcements');
  const past = search.past === 'yes';
  const sorting = useSorting(SORTS, { sort: 'ADDED', direction: 'DESC' });
  const pages = usePages(AnnouncementListDocument, { stationId: search.station ?? null, past, sort: sorting.sort, direction: sorting.direction }, (data) => data.announcementList);
  const [{ data }] = useQuery({ query: AnnouncementStationsDocument });
  const [withdrawing, withdraw] = useMutation(WithdrawAnnouncementDocument);
  const [edited, setEdited] = useState<AnnouncementPartsFragment | 'new' | null>(null);
  const [said, setSaid] = useState<{ tone: 'ok' | 'error'; text: string } | null>(null);
  const own = me?.stations ?? [];
  // Who is tied to stations speaks for them alone.
  const stations = (data?.stations ?? []).filter((one) => own.length === 0 || own.some((station) => station.id === one.id));
  const [now] = useState(Date.now);

  return (
    <Page title={t('announcements.title')} lead={t('announcements.lead')} tools={<Button onClick={() => setEdited('new')}>{t('announcements.new')}</Button>}>
      {said && <Notice live tone={said.tone} title={said.text} />}
      {withdrawing.error && <ProblemNotice error={withdrawing.error} />}
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <NativeSelect
          label={t('announcements.station')}
          value={search.station ?? ''}
          onChange={(event) => change({ station: event.currentTarget.value || undefined })}
          data={[{ value: '', label: t('all') }, ...stations.map((one) => ({ value: one.id, label: one.name }))]}
        />
        <NativeSelect
          label={t('announcements.when')}
          value={past ? 'yes' : ''}
          onChange={(event) => change({ past: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('announcements.coming') },
            { value: 'yes', label: t('announcements.past') },
          ]}
        />
      </div>
      <PagedTable
        list="announcements"
        label={t('announcements.title')}
        columns={[
          { title: t('announcements.text'), sheet: ['text'] },
          { title: t('announcements.station'), sheet: ['station'] },
          { title: t('announcements.startsAt'), sort: 'STARTS', sheet: ['starts'] },
          { title: t('announcements.endsAt'), sort: 'ENDS', sheet: ['ends'] },
          t('roles.action'),
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('announcements.none'), text: t('announcements.noneText') }}
        row={(one) => (
          <tr key={one.id}>
            <td data-wide>
              {one.text} {!past && Date.parse(one.startsAt.at) <= now && <Badge tone="good">{t('announcements.told')}</Badge>}
            </td>
            <td>{one.station.name}</td>
            <td className={page.number}>{format.date(one.startsAt.local, 'moment')}</td>
            <td className={page.number}>{format.date(one.endsAt.local, 'moment')}</td>
            <td>
              {past ? (
                '—'
              ) : (
                <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.4rem' }}>
                  <Button variant="light" size="compact-md" aria-label={t('announcements.editNamed', { text: one.text })} onClick={() => setEdited(one)}>
                    {t('roles.edit')}
                  </Button>
                  <Button
                    variant="light"
                    color="red"
                    size="compact-md"
                    loading={withdrawing.fetching}
                    aria-label={t('announcements.withdrawNamed', { text: one.text })}
                    onClick={() =>
                      void withdraw({ input: { id: one.id, version: one.version } }).then(({ data: sent }) => {
                        const answer = sent?.withdrawAnnouncement;
                        if (answer) setSaid(answer.__typename === 'AnnouncementSaved' ? { tone: 'ok', text: t('announcements.withdrawn') } : { tone: 'error', text: wordsOf(answer) });
                        pages.reload();
                      })
                    }
                  >
                    {t('announcements.withdraw')}
                  </Button>
                </div>
              )}
            </td>
          </tr>
        )}
      />
      <Modal opened={edited !== null} onClose={() => setEdited(null)} size="lg" title={t(edited === 'new' ? 'announcements.newTitle' : 'announcements.editTitle')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {edited && stations.length > 0 && (
          <AnnouncementForm
            announcement={edited === 'new' ? undefined : (pages.nodes.find((one) => one.id === edited.id) ?? edited)}
            stations={stations}
            reread={pages.reload}
            onSaved={() => {
              setEdited(null);
              setSaid({ tone: 'ok', text: t('announcements.saved') });
              pages.reload();
            }}
          />
        )}
      </Modal>
    </Page>
  );
}
