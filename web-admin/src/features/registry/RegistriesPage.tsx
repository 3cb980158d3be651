import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, useFormat } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { usePages } from '../../app/usePages';
import { RegistriesDocument, type RegistryPartsFragment } from '../../gql/graphql';
import { FormatForm } from './FormatForm';
import { LoadForm } from './LoadForm';

const SORTS = ['LOADED', 'FROM', 'OPEN'] as const;

/** Files of gateways and of terminals' networks, and how much of them differs. */
export function RegistriesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const sorting = useSorting(SORTS, { sort: 'LOADED', direction: 'DESC' });
  const pages = usePages(RegistriesDocument, { sort: sorting.sort, direction: sorting.direction }, (data) => data.registries);
  const [asked, setAsked] = useState<'load' | 'format' | null>(null);
  const [wrong, setWrong] = useState<RegistryPartsFragment | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <Page
      title={t('nav.registries')}
      lead={t('registry.lead')}
      tools={
        <>
          <Button variant="default" onClick={() => setAsked('format')}>
            {t('registry.formats')}
          </Button>
          <Button onClick={() => setAsked('load')}>{t('registry.load')}</Button>
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      <PagedTable
        list="registries"
        at="registries"
        label={t('nav.registries')}
        columns={[
          { title: t('registry.loaded'), sort: 'LOADED', sheet: ['loadedAt', 'who'] },
          { title: t('registry.file'), sheet: ['method', 'name'] },
          { title: t('registry.period'), sort: 'FROM', sheet: ['starts', 'ends'] },
          { title: t('registry.payments'), sheet: ['payments', 'paidSum'] },
          { title: t('registry.refunds'), sheet: ['refunds', 'returnedSum'] },
          { title: t('registry.differences'), sort: 'OPEN', sheet: ['differences', 'open'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('registry.none'), text: t('registry.noneText') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              {format.date(one.loadedAt, 'moment')}
              <small>{[one.loadedBy?.lastName, one.loadedBy?.firstName].filter(Boolean).join(' ')}</small>
            </td>
            <td style={{ overflowWrap: 'anywhere' }}>
              <strong>{one.methodName}</strong>
              <small>{one.name}</small>
            </td>
            <td>
              {format.date(one.from, 'day')} — {format.date(one.to, 'day')}
            </td>
            <td>
              {one.payments}
              <small>{format.money(one.paid)}</small>
            </td>
            <td>
              {one.refunds}
              <small>{format.money(one.returned)}</small>
            </td>
            <td>
              <Badge tone={one.open > 0 ? 'bad' : 'good'}>{one.open > 0 ? t('registry.open', { count: one.open }) : t(one.differences > 0 ? 'registry.allSettled' : 'registry.same')}</Badge>
              <div className={page.tools}>
                {one.differences > 0 && (
                  <GoLink to="/registries/differences" search={{ registry: one.id }} aria-label={t('registry.showNamed', { name: one.name })}>
                    {t('registry.show')}
                  </GoLink>
                )}
                {one.errors.length > 0 && (
                  <Button variant="subtle" size="compact-md" onClick={() => setWrong(one)}>
                    {t('registry.wrongLines', { count: one.errors.length })}
                  </Button>
                )}
              </div>
            </td>
          </tr>
        )}
      />
      <Modal opened={asked === 'load'} onClose={() => setAsked(null)} size="40rem" title={t('registry.load')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked === 'load' && (
          <LoadForm
            onLoaded={(words) => {
              setAsked(null);
              setSaid(words);
              pages.reload();
            }}
          />
        )}
      </Modal>
      <Modal opened={asked === 'format'} onClose={() => setAsked(null)} size="44rem" title={t('registry.formats')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked === 'format' && <FormatForm onSaved={() => setAsked(null)} />}
      </Modal>
      <Modal opened={wrong !== null} onClose={() => setWrong(null)} title={wrong?.name} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        <ul>
          {wrong?.errors.map((one) => (
            <li key={`${one.line}.${one.code}`}>{t('registry.lineIs', { line: one.line, what: t(`registry.lineError.${one.code}`) })}</li>
          ))}
        </ul>
      </Modal>
    </Page>
  );
}
