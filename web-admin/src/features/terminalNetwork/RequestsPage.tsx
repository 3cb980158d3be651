import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, useFormat, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { TerminalChoicesDocument, TerminalRequestsDocument, type TerminalOutcome, type TerminalRequestPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { Exchange } from './TestDoor';
import { useOutcome } from './useOutcome';

const SORTS = ['AT'] as const;
const TONES = { OK: 'good', none: 'bad', trouble: 'bad', other: 'warn' } as const;

/** What terminals have asked, and strangers at their addresses, with the answers. */
export function RequestsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useOutcome();
  const mayOrders = useCan()('VIEW_ORDERS');
  const { search, change, text, setText, asked } = useFilters('/terminals/requests');
  const [{ data: choices }] = useQuery({ query: TerminalChoicesDocument });
  const outcomes: TerminalOutcome[] = choices?.terminalPresets[0]?.results.map((one) => one.outcome) ?? [];
  const sorting = useSorting(SORTS, { sort: 'AT', direction: 'DESC' });
  const filter = { networkId: search.network || null, text: asked || null, outcome: (search.outcome as TerminalOutcome | undefined) || null, trouble: search.trouble === 'yes' };
  const pages = usePages(TerminalRequestsDocument, { filter, sort: sorting.sort, direction: sorting.direction }, (data) => data.terminalRequests);
  const [open, setOpen] = useState<TerminalRequestPartsFragment | null>(null);
  const tone = (one: TerminalRequestPartsFragment) => (one.outcome === 'OK' ? TONES.OK : one.trouble ? TONES.trouble : TONES.other);
  return (
    <Page
      title={t('terminal.requestsTitle')}
      lead={t('terminal.requestsLead')}
      tools={
        <>
          <GoLink to="/terminals" className={page.action}>
            {t('nav.terminals')}
          </GoLink>
          <Button variant="default" onClick={pages.reload}>
            {t('refresh')}
          </Button>
        </>
      }
    >
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput label={t('terminal.find')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('terminal.network')} value={search.network ?? ''} onChange={(event) => change({ network: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...(choices?.terminalNetworks.nodes ?? []).map((one) => ({ value: one.id, label: one.code }))]} />
        <NativeSelect label={t('terminal.result')} value={search.outcome ?? ''} onChange={(event) => change({ outcome: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...outcomes.map((one) => ({ value: one, label: t(`terminal.outcome.${one}`) }))]} />
        <Checkbox label={t('terminal.onlyTrouble')} checked={search.trouble === 'yes'} onChange={(event) => change({ trouble: event.currentTarget.checked ? 'yes' : undefined })} />
      </div>
      <PagedTable
        list="terminalRequests"
        at="terminals/requests"
        label={t('terminal.requestsTitle')}
        columns={[
          { title: t('terminal.at'), sort: 'AT', sheet: ['at', 'took'] },
          { title: t('terminal.network'), sheet: ['network', 'address'] },
          { title: t('terminal.txn'), sheet: ['command', 'txn'] },
          { title: t('terminal.account'), sheet: ['account'] },
          { title: t('terminal.result'), sheet: ['outcome', 'result', 'status'] },
          { title: t('terminal.exchange'), sheet: ['raw', 'answer'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('terminal.noRequests'), text: t('terminal.noRequestsText') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              {format.date(one.at, 'moment')}
              <small>{t('terminal.took', { took: one.took })}</small>
            </td>
            <td>
              {one.network?.code}
              <small>{one.address}</small>
            </td>
            <td className={page.number} style={{ overflowWrap: 'anywhere' }}>
              {one.txn ?? '—'}
              <small>{one.command ?? '—'}</small>
            </td>
            <td style={one.account?.startsWith('BK-') ? { whiteSpace: 'nowrap' } : { overflowWrap: 'anywhere' }}>
              {mayOrders && one.account?.startsWith('BK-') ? (
                <GoLink to="/orders" search={{ text: one.account }}>
                  {one.account}
                </GoLink>
              ) : (
                (one.account ?? '—')
              )}
            </td>
            <td>
              <Badge tone={tone(one)}>{words(one)}</Badge>
              <small>{one.result === null ? `HTTP ${one.status}` : t('terminal.number', { number: one.result })}</small>
            </td>
            <td>
              <Button variant="light" size="compact-md" aria-label={t('terminal.showNamed', { txn: one.txn ?? '—', at: format.date(one.at, 'moment') })} onClick={() => setOpen(one)}>
                {t('terminal.show')}
              </Button>
            </td>
          </tr>
        )}
      />
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="46rem" title={open && `${words(open)} · ${format.date(open.at, 'moment')}`} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && <Exchange raw={open.raw} answer={open.answer} />}
      </Modal>
    </Page>
  );
}
