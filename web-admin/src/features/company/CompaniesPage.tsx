import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, useFormat } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { CompaniesDocument, type CompanyPartsFragment } from '../../gql/graphql';
import { CompanyForm } from './CompanyForm';

const SORTS = ['NAME', 'INN', 'CONTRACT_TO'] as const;

/** Companies that buy on account. */
export function CompaniesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const { text, setText, asked } = useFilters('/companies');
  const sorting = useSorting(SORTS, { sort: 'NAME', direction: 'ASC' });
  const [making, setMaking] = useState(false);
  const pages = usePages(CompaniesDocument, { filter: { text: asked || null }, sort: sorting.sort, direction: sorting.direction }, (data) => data.companies);
  return (
    <Page title={t('nav.companies')} lead={t('company.lead')} tools={<Button onClick={() => setMaking(true)}>{t('company.new')}</Button>}>
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput style={{ flexBasis: '18rem' }} label={t('wallet.find')} placeholder={t('company.findHint')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </div>
      <PagedTable
        list="companies"
        at="companies"
        label={t('nav.companies')}
        columns={[
          { title: t('company.name'), sort: 'NAME', sheet: ['name', 'contact', 'email', 'phone'] },
          { title: t('company.inn'), sort: 'INN', sheet: ['inn'] },
          { title: t('company.contract'), sort: 'CONTRACT_TO', sheet: ['contract', 'from', 'until', 'discount'] },
          { title: t('wallet.balance'), sheet: ['balance'] },
          { title: t('company.overdue'), sheet: ['overdue'] },
          { title: t('wallet.credit'), sheet: ['credit'] },
          { title: t('wallet.state'), sheet: ['inForce'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={asked ? { title: t('list.noMatch') } : { title: t('company.none'), text: t('company.noneText') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <GoLink to={`/companies/${encodeURIComponent(one.id)}`}>{one.name}</GoLink>
            </td>
            <td className={page.number}>{one.inn}</td>
            <td>
              {one.contractNumber}
              {one.contractTo && <small>{t('company.until', { day: format.date(one.contractTo, 'full') })}</small>}
            </td>
            <td className={page.number}>{format.money(one.wallet.balance)}</td>
            <td className={page.number}>{one.debt && isOverdue(one) && <strong>{format.money(one.debt.overdue)}</strong>}</td>
            <td className={page.number}>{format.money(one.wallet.credit)}</td>
            <td>
              <CompanyBadge company={one} />
            </td>
          </tr>
        )}
      />
      <Modal opened={making} onClose={() => setMaking(false)} size="lg" title={t('company.newTitle')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {making && <CompanyForm onSaved={(company) => go({ to: `/companies/${encodeURIComponent(company.id)}` })} />}
      </Modal>
    </Page>
  );
}

/** Something should have been paid by now. */
const isOverdue = (company: CompanyPartsFragment) => Number(company.debt?.overdue.amount ?? 0) > 0;

export function CompanyBadge({ company }: { company: CompanyPartsFragment }) {
  const { t } = useTranslation();
  if (company.wallet.blocked) return <Badge tone="bad">{t('wallet.blocked')}</Badge>;
  if (!company.inForce) return <Badge tone="quiet">{t('company.noContract')}</Badge>;
  if (isOverdue(company)) return <Badge tone="bad">{t('company.overdue')}</Badge>;
  if (company.wallet.balance.amount.startsWith('-')) return <Badge tone="warn">{t('wallet.owing')}</Badge>;
  return <Badge tone="good">{t('wallet.good')}</Badge>;
}
