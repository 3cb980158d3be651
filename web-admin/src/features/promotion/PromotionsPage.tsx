import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, useFormat } from 'web-shared';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useHomeZone } from '../../app/homeDay';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { PromotionsDocument, type PromotionPartsFragment } from '../../gql/graphql';
import { PromotionForm } from './PromotionForm';

const SORTS = ['MADE', 'CODE', 'SOLD_TO'] as const;

/** Tickets of a campaign, orders with a code. */
const used = (one: PromotionPartsFragment): number => (one.code === null ? one.uses.tickets : one.uses.orders);

/** Promotional codes and campaigns with what they take off, for how long and how often. */
export function PromotionsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useHomeZone();
  const { search, change } = useFilters('/promotions');
  const active = search.past !== 'yes';
  const sorting = useSorting(SORTS, { sort: 'MADE', direction: 'DESC' });
  const pages = usePages(PromotionsDocument, { active, sort: sorting.sort, direction: sorting.direction }, (data) => data.promotions);
  const [open, setOpen] = useState<PromotionPartsFragment | 'new' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const edited = open === null || open === 'new' ? undefined : (pages.nodes.find((one) => one.id === open.id) ?? open);
  return (
    <Page title={t('promotion.title')} lead={t('promotion.lead')} tools={<Button onClick={() => setOpen('new')}>{t('promotion.new')}</Button>}>
      <SegmentedControl
        aria-label={t('promotion.which')}
        style={{ justifySelf: 'start' }}
        value={active ? '' : 'yes'}
        onChange={(value) => change({ past: value || undefined })}
        data={[
          { value: '', label: t('promotion.inUse') },
          { value: 'yes', label: t('promotion.outOfUse') },
        ]}
      />
      {said && <Notice live tone="ok" title={said} />}
      <PagedTable
        list="promotions"
        label={t('promotion.title')}
        columns={[
          { title: t('promotion.code'), sort: 'CODE', sheet: ['code', 'name'] },
          { title: t('promotion.off'), sheet: ['percent', 'amount', 'minimum'] },
          { title: t('promotion.when'), sort: 'SOLD_TO', sheet: ['soldFrom', 'soldTo', 'travelFrom', 'travelTo'] },
          { title: t('promotion.used'), sheet: ['uses', 'limit', 'takenOff'] },
          '',
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('promotion.none') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <strong>{one.code ?? one.names.ru}</strong>
              <small>{one.code === null ? t('promotion.campaign') : one.names.ru}</small>
            </td>
            <td>
              {one.amount ? format.money(one.amount) : `${format.number(one.percent ?? 0)} %`}
              <small>{[Number(one.minimum.amount) > 0 && t('promotion.fromSum', { sum: format.money(one.minimum) }), one.routes.map((route) => route.number).join(', '), one.carriers.map((carrier) => carrier.name).join(', ')].filter(Boolean).join(' · ')}</small>
            </td>
            <td>
              {[one.soldFrom && t('tariff.since', { from: format.date(one.soldFrom, 'moment') }), one.soldTo && t('tariff.until', { to: format.date(one.soldTo, 'moment') })].filter(Boolean).join(' ') || t('promotion.always')}
              <small>{[one.travelFrom && t('promotion.travelSince', { from: format.date(one.travelFrom, 'full') }), one.travelTo && t('promotion.travelUntil', { to: format.date(one.travelTo, 'full') })].filter(Boolean).join(' ')}</small>
            </td>
            <td className={page.number}>
              {one.usesLimit === null ? used(one) : t('promotion.usedOf', { used: used(one), limit: one.usesLimit })}
              <small>{one.budget ? t('promotion.usedOf', { used: format.money(one.uses.takenOff), limit: format.money(one.budget) }) : format.money(one.uses.takenOff)}</small>
            </td>
            <td>
              <Button variant="light" size="compact-md" aria-label={t('promotion.editNamed', { code: one.code ?? one.names.ru })} onClick={() => setOpen(one)}>
                {t('roles.edit')}
              </Button>
            </td>
          </tr>
        )}
      />
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="46rem" title={edited ? (edited.code ?? edited.names.ru) : t('promotion.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && zone && (
          <PromotionForm
            zone={zone}
            key={edited?.id ?? 'new'}
            promotion={edited}
            reread={pages.reload}
            onSaved={() => {
              setOpen(null);
              setSaid(t('promotion.saved'));
              pages.reload();
            }}
          />
        )}
      </Modal>
    </Page>
  );
}
