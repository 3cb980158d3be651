import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, useFormat } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { BlankBlocksDocument } from '../../gql/graphql';
import { IssueForm } from './IssueForm';

const SORTS = ['ISSUED', 'MOVED', 'SERIES', 'NUMBER'] as const;

/** Blocks of paper tickets: where each is and what has become of its blanks. */
export function BlanksPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { text, setText, asked } = useFilters('/blanks');
  const sorting = useSorting(SORTS, { sort: 'ISSUED', direction: 'DESC' });
  const [making, setMaking] = useState(false);
  const pages = usePages(BlankBlocksDocument, { filter: { text: asked || null }, sort: sorting.sort, direction: sorting.direction }, (data) => data.blankBlocks);
  return (
    <Page title={t('nav.blanks')} lead={t('blank.lead')} tools={<Button onClick={() => setMaking(true)}>{t('blank.new')}</Button>}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('blank.find')} placeholder={t('blank.findHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </div>
      <PagedTable
        list="blankBlocks"
        at="blanks"
        label={t('nav.blanks')}
        columns={[
          { title: t('blank.block'), sort: 'NUMBER', sheet: ['blanks', 'note'] },
          { title: t('blank.where'), sort: 'MOVED', sheet: ['desk', 'since'] },
          { title: t('blank.state.FREE'), sheet: ['free'] },
          { title: t('blank.state.SOLD'), sheet: ['sold'] },
          { title: t('blank.state.SPOILT'), sheet: ['spoilt'] },
          { title: t('blank.state.LOST'), sheet: ['lost'] },
          { title: t('blank.issued'), sort: 'ISSUED', sheet: ['issued'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={asked ? { title: t('list.noMatch') } : { title: t('blank.none'), text: t('blank.noneText') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <GoLink to={`/blanks/${encodeURIComponent(one.id)}`}>{one.title}</GoLink>
              {one.note && <small>{one.note}</small>}
            </td>
            <td>
              {one.desk ? t('blank.atDesk', { desk: one.desk.sign }) : t('blank.store')}
              {one.desk?.station && <small>{one.desk.station.name}</small>}
            </td>
            <td className={page.number}>{one.free}</td>
            <td className={page.number}>{one.sold}</td>
            <td className={page.number}>{one.spoilt}</td>
            <td className={page.number}>{one.lost}</td>
            <td>{format.date(one.issuedAt, 'moment')}</td>
          </tr>
        )}
      />
      <Modal opened={making} onClose={() => setMaking(false)} title={t('blank.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {making && <IssueForm onIssued={(block) => go({ to: `/blanks/${encodeURIComponent(block.id)}` })} />}
      </Modal>
    </Page>
  );
}
