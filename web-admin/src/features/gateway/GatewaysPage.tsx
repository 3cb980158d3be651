import { Button, Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { usePages } from '../../app/usePages';
import { GatewaysDocument, SwitchGatewayDocument, type GatewayPartsFragment } from '../../gql/graphql';
import { GatewayForm } from './GatewayForm';
import { GatewayTest } from './GatewayTest';

const SORTS = ['POSITION', 'CODE', 'MADE'] as const;

type Asked = { what: 'new' } | { what: 'edit' | 'test'; gateway: GatewayPartsFragment };

/** Payment gateways: what each takes, and how it fares. */
export function GatewaysPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const sorting = useSorting(SORTS, { sort: 'POSITION', direction: 'ASC' });
  const pages = usePages(GatewaysDocument, { sort: sorting.sort, direction: sorting.direction }, (data) => data.gateways);
  const [{ fetching, error }, turn] = useMutation(SwitchGatewayDocument);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const edited = asked?.what === 'edit' ? (pages.nodes.find((one) => one.id === asked.gateway.id) ?? asked.gateway) : undefined;
  const close = () => {
    setAsked(null);
    pages.reload();
  };
  const turned = async (gateway: GatewayPartsFragment, enabled: boolean) => {
    setSaid(null);
    if ((await turn({ input: { id: gateway.id, enabled } })).data) setSaid(t(enabled ? 'gateway.isOn' : 'gateway.isOff', { name: gateway.name }));
    pages.reload();
  };
  return (
    <Page
      title={t('nav.gateways')}
      lead={t('gateway.lead')}
      tools={
        <>
          <GoLink to="/gateways/messages" className={page.action}>
            {t('gateway.messages')}
          </GoLink>
          <Button onClick={() => setAsked({ what: 'new' })}>{t('gateway.new')}</Button>
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      {error && <ProblemNotice error={error} />}
      <PagedTable
        list="gateways"
        at="gateways"
        label={t('nav.gateways')}
        columns={[
          { title: t('gateway.position'), sort: 'POSITION', sheet: ['position'] },
          { title: t('gateway.gateway'), sort: 'CODE', sheet: ['code', 'name', 'kind'] },
          { title: t('gateway.enabled'), sheet: ['active', 'channels'] },
          { title: t('gateway.sums'), sheet: ['smallest', 'largest', 'feePercent', 'feeFixed'] },
          { title: t('gateway.health'), sheet: ['answered', 'failed', 'failure', 'failures'] },
          '',
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('gateway.none'), text: t('gateway.noneText') }}
        row={(one) => (
          <tr key={one.id}>
            <td className={page.number}>{one.position}</td>
            <td>
              <strong>{one.name}</strong>
              <small>{[one.code, t(`gateway.kinds.${one.kind}`)].join(' · ')}</small>
            </td>
            <td>
              <Switch aria-label={t('gateway.enabledNamed', { name: one.name })} checked={one.enabled} disabled={fetching} onChange={(event) => void turned(one, event.currentTarget.checked)} />
              <small>{one.channels.map((channel) => t(`today.channel.${channel}`)).join(', ')}</small>
            </td>
            <td>
              {format.money(one.smallest)} — {format.money(one.largest)}
              <small>{t(Number(one.feeFixed.amount) > 0 ? 'gateway.feeBoth' : 'gateway.fee', { percent: format.number(one.feePercent), fixed: format.money(one.feeFixed) })}</small>
            </td>
            <td>
              <Health gateway={one} />
            </td>
            <td>
              <div className={page.tools}>
                <Button variant="light" size="compact-md" aria-label={t('gateway.editNamed', { name: one.name })} onClick={() => setAsked({ what: 'edit', gateway: one })}>
                  {t('roles.edit')}
                </Button>
                <Button variant="default" size="compact-md" aria-label={t('gateway.testNamed', { name: one.name })} onClick={() => setAsked({ what: 'test', gateway: one })}>
                  {t('gateway.test')}
                </Button>
                <GoLink to="/gateways/messages" search={{ gateway: one.id }} aria-label={t('gateway.messagesNamed', { name: one.name })}>
                  {t('gateway.messages')}
                </GoLink>
              </div>
            </td>
          </tr>
        )}
      />
      <Modal opened={asked?.what === 'new' || edited !== undefined} onClose={() => setAsked(null)} size="52rem" title={edited?.name ?? t('gateway.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked && asked.what !== 'test' && (
          <GatewayForm
            key={edited?.id ?? 'new'}
            gateway={edited}
            reread={pages.reload}
            onSaved={(name) => {
              close();
              setSaid(t('gateway.saved', { name }));
            }}
          />
        )}
      </Modal>
      <Modal opened={asked?.what === 'test'} onClose={close} size="46rem" title={asked?.what === 'test' && t('gateway.testNamed', { name: asked.gateway.name })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked?.what === 'test' && <GatewayTest gateway={asked.gateway} />}
      </Modal>
    </Page>
  );
}

/** How a gateway fares, and what its last failure was. */
export function Health({ gateway }: { gateway: GatewayPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  const at = (moment: string) => format.date(moment, 'moment');
  const state = gateway.failures > 0 ? 'bad' : gateway.answeredAt ? 'good' : 'quiet';
  return (
    <>
      <Badge tone={state}>{gateway.failures > 0 ? t('gateway.failing', { count: gateway.failures }) : t(gateway.answeredAt ? 'gateway.well' : 'gateway.unasked')}</Badge>
      {gateway.answeredAt && <small>{t('gateway.answeredAt', { at: at(gateway.answeredAt) })}</small>}
      {gateway.failedAt && <small>{t('gateway.failedAt', { at: at(gateway.failedAt), words: gateway.failure })}</small>}
    </>
  );
}
