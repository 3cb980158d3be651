import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon, spaced, useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { WalletsDocument } from '../../gql/graphql';

const SORTS = ['OPENED', 'NUMBER', 'BALANCE'] as const;

/** Customers' internal accounts. */
export function WalletsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change, text, setText, asked } = useFilters('/wallets');
  const blocked = search.state === 'blocked' ? true : null;
  const owing = search.state === 'owing' ? true : null;
  const sorting = useSorting(SORTS, { sort: 'OPENED', direction: 'DESC' });
  const pages = usePages(WalletsDocument, { filter: { text: asked || null, blocked, owing }, sort: sorting.sort, direction: sorting.direction }, (data) => data.wallets);
  return (
    <Page title={t('nav.wallets')} lead={t('wallet.lead')}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('wallet.find')} placeholder={t('wallet.findHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect
          label={t('wallet.state')}
          value={search.state ?? ''}
          onChange={(event) => change({ state: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('all') },
            { value: 'owing', label: t('wallet.owing') },
            { value: 'blocked', label: t('wallet.blocked') },
          ]}
        />
      </div>
      <PagedTable
        list="wallets"
        at="wallets"
        label={t('nav.wallets')}
        columns={[
          { title: t('wallet.number'), sort: 'NUMBER', sheet: ['number'] },
          { title: t('wallet.holder'), sheet: ['holder'] },
          { title: t('wallet.balance'), sort: 'BALANCE', sheet: ['balance', 'credit'] },
          { title: t('wallet.opened'), sort: 'OPENED', sheet: ['opened'] },
          { title: t('wallet.state'), sheet: ['blocked', 'reason'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={asked || search.state ? { title: t('list.noMatch') } : { title: t('wallet.none'), text: t('wallet.noneText') }}
        row={(one) => (
          <tr key={one.id}>
            <td className={page.number}>
              <GoLink to={`/wallets/${encodeURIComponent(one.id)}`}>{spaced(one.number)}</GoLink>
            </td>
            <td>{one.holder || '—'}</td>
            <td className={page.number}>{format.money(one.balance)}</td>
            <td>{format.date(one.openedAt, 'full')}</td>
            <td>{one.blocked ? <Badge tone="bad">{t('wallet.blocked')}</Badge> : one.balance.amount.startsWith('-') ? <Badge tone="warn">{t('wallet.owing')}</Badge> : <Badge tone="good">{t('wallet.good')}</Badge>}</td>
          </tr>
        )}
      />
    </Page>
  );
}
