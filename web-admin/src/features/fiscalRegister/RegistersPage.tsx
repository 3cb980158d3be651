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
import { CloseRegisterShiftDocument, FiscalRegistersDocument, SwitchFiscalRegisterDocument, type FiscalRegisterHealth, type FiscalRegisterPartsFragment } from '../../gql/graphql';
import { RegisterForm } from './RegisterForm';
import { TestRegister } from './TestRegister';

const SORTS = ['NAME', 'MADE'] as const;
const TONES: Record<FiscalRegisterHealth, 'good' | 'bad' | 'quiet'> = { GOOD: 'good', FAILING: 'bad', IDLE: 'quiet' };

type Asked = { what: 'new' } | { what: 'edit' | 'test'; register: FiscalRegisterPartsFragment };

/** Cash registers in the cloud: what each serves, and how it fares. */
export function RegistersPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const sorting = useSorting(SORTS, { sort: 'NAME', direction: 'ASC' });
  const pages = usePages(FiscalRegistersDocument, { sort: sorting.sort, direction: sorting.direction }, (data) => data.fiscalRegisters);
  const [turned, turn] = useMutation(SwitchFiscalRegisterDocument);
  const [closed, close] = useMutation(CloseRegisterShiftDocument);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const edited = asked?.what === 'edit' ? (pages.nodes.find((one) => one.id === asked.register.id) ?? asked.register) : undefined;
  const leave = () => {
    setAsked(null);
    pages.reload();
  };
  const switched = async (register: FiscalRegisterPartsFragment, enabled: boolean) => {
    setSaid(null);
    if ((await turn({ input: { id: register.id, enabled } })).data) setSaid(t(enabled ? 'fiscal.isOn' : 'fiscal.isOff', { name: register.name }));
    pages.reload();
  };
  const endShift = async (register: FiscalRegisterPartsFragment) => {
    setSaid(null);
    if ((await close({ input: { id: register.id } })).data) setSaid(t('fiscal.closing', { name: register.name }));
    pages.reload();
  };
  const error = turned.error ?? closed.error;
  return (
    <Page
      title={t('nav.registers')}
      lead={t('fiscal.lead')}
      tools={
        <>
          <Button variant="default" onClick={pages.reload}>
            {t('refresh')}
          </Button>
          <Button onClick={() => setAsked({ what: 'new' })}>{t('fiscal.new')}</Button>
        </>
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      {error && <ProblemNotice error={error} />}
      <PagedTable
        list="fiscalRegisters"
        at="registers"
        label={t('nav.registers')}
        columns={[
          { title: t('fiscal.name'), sort: 'NAME', sheet: ['name', 'organisation', 'place', 'url'] },
          { title: t('fiscal.enabled'), sheet: ['active'] },
          { title: t('fiscal.numbers'), sheet: ['inn', 'regNumber'] },
          { title: t('fiscal.health'), sheet: ['lastOk', 'problem'] },
          { title: t('fiscal.queue'), sheet: ['pending', 'failed'] },
          '',
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('fiscal.none'), text: t('fiscal.noneText') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              <strong>{one.name}</strong>
              <small>{one.servesAll ? t('fiscal.forAll') : t('fiscal.forDesks')}</small>
            </td>
            <td>
              <Switch aria-label={t('fiscal.enabledNamed', { name: one.name })} checked={one.enabled} disabled={turned.fetching} onChange={(event) => void switched(one, event.currentTarget.checked)} />
            </td>
            <td>
              {one.inn}
              <small>{one.regNumber}</small>
            </td>
            <td>
              <Badge tone={TONES[one.health]}>{t(`fiscal.healths.${one.health}`)}</Badge>
              <small>{one.shift ? t('fiscal.shiftSince', { number: one.shift.number, at: format.date(one.shift.openedAt, 'moment') }) : t('fiscal.shiftClosed')}</small>
              {one.lastError && one.lastErrorAt && (
                <small style={{ overflowWrap: 'anywhere' }}>
                  {format.date(one.lastErrorAt, 'moment')}: {one.lastError}
                </small>
              )}
            </td>
            <td>
              <GoLink to="/receipts" search={{ register: one.id, state: 'pending' }}>
                {t('fiscal.waiting', { count: one.pending })}
              </GoLink>
              {one.failed > 0 && (
                <small>
                  <GoLink to="/receipts" search={{ register: one.id, state: 'FAILED' }}>
                    {t('fiscal.refused', { count: one.failed })}
                  </GoLink>
                </small>
              )}
            </td>
            <td>
              <div className={page.tools}>
                <Button variant="light" size="compact-md" aria-label={t('fiscal.editNamed', { name: one.name })} onClick={() => setAsked({ what: 'edit', register: one })}>
                  {t('roles.edit')}
                </Button>
                <Button variant="default" size="compact-md" aria-label={t('fiscal.testNamed', { name: one.name })} onClick={() => setAsked({ what: 'test', register: one })}>
                  {t('fiscal.test')}
                </Button>
                {one.shift && (
                  <Button variant="default" size="compact-md" disabled={one.closeAskedAt !== null || closed.fetching} aria-label={t('fiscal.closeNamed', { name: one.name })} onClick={() => void endShift(one)}>
                    {t(one.closeAskedAt ? 'fiscal.isClosing' : 'fiscal.close')}
                  </Button>
                )}
              </div>
            </td>
          </tr>
        )}
      />
      <Modal opened={asked?.what === 'new' || edited !== undefined} onClose={() => setAsked(null)} size="44rem" title={edited?.name ?? t('fiscal.new')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked && asked.what !== 'test' && (
          <RegisterForm
            key={edited?.id ?? 'new'}
            register={edited}
            reread={pages.reload}
            onSaved={(name) => {
              leave();
              setSaid(t('fiscal.saved', { name }));
            }}
          />
        )}
      </Modal>
      <Modal opened={asked?.what === 'test'} onClose={leave} size="40rem" title={asked?.what === 'test' && t('fiscal.testNamed', { name: asked.register.name })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked?.what === 'test' && <TestRegister register={asked.register} />}
      </Modal>
    </Page>
  );
}
