import { Button, Modal, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { usePages } from '../../app/usePages';
import { SwitchTerminalNetworkDocument, TerminalNetworksDocument, type TerminalNetworkPartsFragment } from '../../gql/graphql';
import { NetworkForm } from './NetworkForm';
import css from './Terminals.module.css';
import { TestDoor } from './TestDoor';
import { useOutcome } from './useOutcome';

const SORTS = ['CODE', 'MADE'] as const;

type Asked = { what: 'new' } | { what: 'edit' | 'test'; network: TerminalNetworkPartsFragment };

/** Networks of payment terminals: what each may do, and how it fares. */
export function TerminalsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const outcome = useOutcome();
  const sorting = useSorting(SORTS, { sort: 'CODE', direction: 'ASC' });
  const pages = usePages(TerminalNetworksDocument, { sort: sorting.sort, direction: sorting.direction }, (data) => data.terminalNetworks);
  const [{ fetching, error }, turn] = useMutation(SwitchTerminalNetworkDocument);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const edited = asked?.what === 'edit' ? (pages.nodes.find((one) => one.id === asked.network.id) ?? asked.network) : undefined;
  const close = () => {
    setAsked(null);
    pages.reload();
  };
  const turned = async (network: TerminalNetworkPartsFragment, enabled: boolean) => {
    setSaid(null);
    if ((await turn({ input: { id: network.id, enabled } })).data) setSaid(t(enabled ? 'terminal.isOn' : 'terminal.isOff', { name: network.name }));
    pages.reload();
  };
  return (
    <Page
      title={t('nav.terminals')}
      lead={t('terminal.lead')}
      tools={
        <>
          <GoLink to="/terminals/requests" className={page.action}>
            {t('terminal.requests')}
          </GoLink>
          <Button onClick={() => setAsked({ what: 'new' })}>{t('terminal.new')}</Button>
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      {error && <ProblemNotice error={error} />}
      <PagedTable
        list="terminalNetworks"
        at="terminals"
        label={t('nav.terminals')}
        columns={[
          { title: t('terminal.network'), sort: 'CODE', sheet: ['code', 'name'] },
          { title: t('terminal.enabled'), sheet: ['active'] },
          { title: t('terminal.sums'), sheet: ['smallest', 'largest', 'feePercent'] },
          { title: t('terminal.door'), sheet: ['login', 'addresses'] },
          { title: t('terminal.lastRequest'), sheet: ['lastRequest', 'lastTrouble'] },
          '',
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('terminal.none'), text: t('terminal.noneText') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <strong>{one.name}</strong>
              <small className={css.url}>{one.url}</small>
            </td>
            <td>
              <Switch aria-label={t('terminal.enabledNamed', { name: one.name })} checked={one.enabled} disabled={fetching} onChange={(event) => void turned(one, event.currentTarget.checked)} />
            </td>
            <td>
              {format.money(one.smallest)} — {format.money(one.largest)}
              <small>{[t('terminal.upTo', { sum: format.money(one.tolerance) }), t('terminal.fee', { percent: format.number(one.feePercent) })].join(' · ')}</small>
            </td>
            <td>
              {one.login}
              <small>{one.addresses.length === 0 ? t('terminal.anywhere') : one.addresses.join(', ')}</small>
            </td>
            <td>
              {one.lastRequest ? format.date(one.lastRequest.at, 'moment') : '—'}
              <small>{one.lastRequest && outcome(one.lastRequest)}</small>
              {one.lastTrouble && one.lastTrouble.id !== one.lastRequest?.id && <small>{t('terminal.lastTrouble', { at: format.date(one.lastTrouble.at, 'moment'), what: outcome(one.lastTrouble) })}</small>}
            </td>
            <td>
              <div className={page.tools}>
                <Button variant="light" size="compact-md" aria-label={t('terminal.editNamed', { name: one.name })} onClick={() => setAsked({ what: 'edit', network: one })}>
                  {t('roles.edit')}
                </Button>
                <Button variant="default" size="compact-md" aria-label={t('terminal.testNamed', { name: one.name })} onClick={() => setAsked({ what: 'test', network: one })}>
                  {t('terminal.test')}
                </Button>
                <GoLink to="/terminals/requests" search={{ network: one.id }} aria-label={t('terminal.requestsNamed', { name: one.name })}>
                  {t('terminal.requests')}
                </GoLink>
              </div>
            </td>
          </tr>
        )}
      />
      <Modal opened={asked?.what === 'new' || edited !== undefined} onClose={() => setAsked(null)} size="52rem" title={edited?.name ?? t('terminal.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked && asked.what !== 'test' && (
          <NetworkForm
            key={edited?.id ?? 'new'}
            network={edited}
            reread={pages.reload}
            onSaved={(name) => {
              close();
              setSaid(t('terminal.saved', { name }));
            }}
          />
        )}
      </Modal>
      <Modal opened={asked?.what === 'test'} onClose={close} size="46rem" title={asked?.what === 'test' && t('terminal.testNamed', { name: asked.network.name })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked?.what === 'test' && <TestDoor network={asked.network} />}
      </Modal>
    </Page>
  );
}
