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
import { GatewayChoicesDocument, GatewayMessagesDocument, type GatewayMessageAbout, type GatewayMessageOutcome, type GatewayMessagePartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import css from './Gateways.module.css';

const SORTS = ['AT'] as const;
const ABOUT: GatewayMessageAbout[] = ['CALLBACK', 'CREATE', 'STATUS', 'CAPTURE', 'VOID', 'REFUND', 'TEST'];
const OUTCOMES: GatewayMessageOutcome[] = ['TAKEN', 'REPEATED', 'UNKNOWN_PAYMENT', 'WRONG_SUM', 'WRONG_CURRENCY', 'FAILED_AFTER_PAID', 'BAD_SIGNATURE', 'UNREADABLE', 'REFUSED', 'NO_ANSWER', 'FAULT'];

/** What gateways have said, to the letter. */
export function MessagesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const mayOrders = useCan()('VIEW_ORDERS');
  const { search, change, text, setText, asked } = useFilters('/gateways/messages');
  const [{ data: choices }] = useQuery({ query: GatewayChoicesDocument });
  const sorting = useSorting(SORTS, { sort: 'AT', direction: 'DESC' });
  const filter = {
    gatewayId: search.gateway || null,
    text: asked || null,
    about: (search.about as GatewayMessageAbout | undefined) || null,
    outcome: (search.outcome as GatewayMessageOutcome | undefined) || null,
    trouble: search.trouble === 'yes',
  };
  const pages = usePages(GatewayMessagesDocument, { filter, sort: sorting.sort, direction: sorting.direction }, (data) => data.gatewayMessages);
  const [open, setOpen] = useState<GatewayMessagePartsFragment | null>(null);
  const words = (one: GatewayMessagePartsFragment) => t(`gateway.outcome.${one.outcome}`);
  return (
    <Page
      title={t('gateway.messagesTitle')}
      lead={t('gateway.messagesLead')}
      tools={
        <>
          <GoLink to="/gateways" className={page.action}>
            {t('nav.gateways')}
          </GoLink>
          <Button variant="default" onClick={pages.reload}>
            {t('refresh')}
          </Button>
        </>
      }
    >
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput label={t('gateway.find')} leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('gateway.gateway')} value={search.gateway ?? ''} onChange={(event) => change({ gateway: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...(choices?.gateways.nodes ?? []).map((one) => ({ value: one.id, label: one.name }))]} />
        <NativeSelect label={t('gateway.aboutLabel')} value={search.about ?? ''} onChange={(event) => change({ about: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...ABOUT.map((one) => ({ value: one, label: t(`gateway.about.${one}`) }))]} />
        <NativeSelect label={t('gateway.outcomeLabel')} value={search.outcome ?? ''} onChange={(event) => change({ outcome: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...OUTCOMES.map((one) => ({ value: one, label: t(`gateway.outcome.${one}`) }))]} />
        <Checkbox label={t('gateway.onlyTrouble')} checked={search.trouble === 'yes'} onChange={(event) => change({ trouble: event.currentTarget.checked ? 'yes' : undefined })} />
      </div>
      <PagedTable
        list="gatewayMessages"
        at="gateways/messages"
        label={t('gateway.messagesTitle')}
        columns={[
          { title: t('gateway.at'), sort: 'AT', sheet: ['at', 'times', 'lastAt'] },
          { title: t('gateway.gateway'), sheet: ['gateway'] },
          { title: t('gateway.aboutLabel'), sheet: ['about'] },
          { title: t('gateway.order'), sheet: ['order'] },
          { title: t('gateway.outcomeLabel'), sheet: ['outcome', 'status'] },
          { title: t('gateway.asItCame'), sheet: ['said'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('gateway.noMessages'), text: t('gateway.noMessagesText') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              {format.date(one.at, 'moment')}
              {one.times > 1 && <small>{t('gateway.again', { count: one.times, at: format.date(one.lastAt, 'moment') })}</small>}
            </td>
            <td>{one.gateway?.name}</td>
            <td>{t(`gateway.about.${one.about}`)}</td>
            <td style={{ whiteSpace: 'nowrap' }}>
              {one.orderNumber && mayOrders ? (
                <GoLink to="/orders" search={{ text: one.orderNumber }}>
                  {one.orderNumber}
                </GoLink>
              ) : (
                (one.orderNumber ?? '—')
              )}
            </td>
            <td>
              <Badge tone={one.trouble ? 'bad' : one.outcome === 'TAKEN' ? 'good' : 'quiet'}>{words(one)}</Badge>
              {one.status !== null && <small>HTTP {one.status}</small>}
            </td>
            <td>
              <Button variant="light" size="compact-md" aria-label={t('gateway.showNamed', { about: t(`gateway.about.${one.about}`), at: format.date(one.at, 'moment') })} onClick={() => setOpen(one)}>
                {t('gateway.show')}
              </Button>
            </td>
          </tr>
        )}
      />
      <Modal opened={open !== null} onClose={() => setOpen(null)} size="46rem" title={open && `${words(open)} · ${format.date(open.at, 'moment')}`} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {open && <pre className={css.raw}>{open.raw}</pre>}
      </Modal>
    </Page>
  );
}
