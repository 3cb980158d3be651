import { Button, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { RegistryDifferencesDocument, SettleDifferenceDocument, type DifferenceAction, type RegistryDifferenceKind, type RegistryDifferencePartsFragment, type RegistryDifferenceState } from '../../gql/graphql';
import { useCan } from '../account/session';
import css from './Registries.module.css';

const SORTS = ['FOUND'] as const;
const KINDS: RegistryDifferenceKind[] = ['MISSING_HERE', 'MISSING_THERE', 'SUM_DIFFERS', 'FEE_DIFFERS', 'STATE_DIFFERS'];
const STATES: RegistryDifferenceState[] = ['OPEN', 'SETTLED', 'BOOKED', 'ACCEPTED'];

/** What can be done about a difference. */
const actionsOf = (one: RegistryDifferencePartsFragment): DifferenceAction[] => {
  if (one.state !== 'OPEN') return [];
  const asked = !one.refund && ['STATE_DIFFERS', 'MISSING_THERE', 'SUM_DIFFERS'].includes(one.kind);
  return [...(asked ? (['ASK'] as const) : []), ...(one.kind === 'FEE_DIFFERS' ? (['BOOK_FEE'] as const) : []), 'ACCEPT'];
};

/** What files say otherwise than we do, and what is done about it. */
export function DifferencesPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const mayOrders = useCan()('VIEW_ORDERS');
  const { search, change } = useFilters('/registries/differences');
  const sorting = useSorting(SORTS, { sort: 'FOUND', direction: 'ASC' });
  const filter = { registryId: search.registry || null, kind: (search.kind as RegistryDifferenceKind | undefined) || null, state: (search.state as RegistryDifferenceState | undefined) || null };
  const pages = usePages(RegistryDifferencesDocument, { filter, sort: sorting.sort, direction: sorting.direction }, (data) => data.registryDifferences);
  const [{ fetching, error }, settle] = useMutation(SettleDifferenceDocument);
  const [said, setSaid] = useState<{ tone: 'ok' | 'error'; title: string } | null>(null);
  const [accepted, setAccepted] = useState<RegistryDifferencePartsFragment | null>(null);
  const [note, setNote] = useState('');
  const act = async (one: RegistryDifferencePartsFragment, action: DifferenceAction, why?: string) => {
    setSaid(null);
    const outcome = (await settle({ input: { id: one.id, action, note: why ?? null } })).data?.settleDifference;
    if (!outcome) return;
    if (outcome.__typename === 'InvalidInput') {
      setSaid({ tone: 'error', title: outcome.fields[0]?.message ?? outcome.message });
    } else {
      const open = outcome.difference.state === 'OPEN';
      setSaid({ tone: open ? 'error' : 'ok', title: open ? t('registry.stillOpen', { said: outcome.said }) : t(`registry.done.${outcome.difference.state}`) });
      setAccepted(null);
      setNote('');
    }
    pages.reload();
  };
  return (
    <Page
      title={t('registry.differencesTitle')}
      lead={t('registry.differencesLead')}
      tools={
        <GoLink to="/registries" className={page.action}>
          {t('nav.registries')}
        </GoLink>
      }
    >
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <NativeSelect label={t('registry.what')} value={search.kind ?? ''} onChange={(event) => change({ kind: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...KINDS.map((one) => ({ value: one, label: t(`registry.kind.${one}`) }))]} />
        <NativeSelect label={t('registry.state')} value={search.state ?? ''} onChange={(event) => change({ state: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...STATES.map((one) => ({ value: one, label: t(`registry.states.${one}`) }))]} />
        {search.registry && (
          <Button variant="subtle" onClick={() => change({ registry: undefined })}>
            {t('registry.everyFile')}
          </Button>
        )}
      </div>
      {said && <Notice live tone={said.tone} title={said.title} />}
      {error && <ProblemNotice error={error} />}
      <PagedTable
        list="registryDifferences"
        at="registries/differences"
        label={t('registry.differencesTitle')}
        columns={[
          { title: t('registry.what'), sort: 'FOUND', sheet: ['difference', 'ofRefund'] },
          { title: t('registry.file'), sheet: ['method', 'file', 'line'] },
          { title: t('registry.reference'), sheet: ['reference', 'order', 'saidAt'] },
          { title: t('registry.theirs'), sheet: ['theirs', 'theirFee'] },
          { title: t('registry.ours'), sheet: ['ours', 'ourFee'] },
          { title: t('registry.state'), sheet: ['differenceState', 'note'] },
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('registry.noDifferences'), text: t('registry.noDifferencesText') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              {t(`registry.kind.${one.kind}`)}
              <small>{t(one.refund ? 'registry.refund' : 'registry.payment')}</small>
            </td>
            <td>
              {one.registry?.methodName}
              <small>{[one.registry?.name, one.line !== null && t('registry.line', { line: one.line })].filter(Boolean).join(' · ')}</small>
            </td>
            <td style={{ overflowWrap: 'anywhere' }}>
              {one.reference}
              <small>
                {one.orderNumber && mayOrders ? (
                  <GoLink to="/orders" search={{ text: one.orderNumber }}>
                    {one.orderNumber}
                  </GoLink>
                ) : (
                  one.orderNumber
                )}
                {one.saidAt && ` ${one.saidAt}`}
              </small>
            </td>
            <td>
              {one.theirs ? format.money(one.theirs) : '—'}
              {one.theirFee && <small>{t('registry.fee', { fee: format.money(one.theirFee) })}</small>}
            </td>
            <td>
              {one.ours ? format.money(one.ours) : '—'}
              {one.ourFee && <small>{t('registry.fee', { fee: format.money(one.ourFee) })}</small>}
            </td>
            <td>
              <Badge tone={one.state === 'OPEN' ? 'bad' : 'good'}>{t(`registry.states.${one.state}`)}</Badge>
              {one.settledAt && <small>{[format.date(one.settledAt, 'moment'), one.settledBy?.lastName, one.note].filter(Boolean).join(' · ')}</small>}
              <div className={page.tools}>
                {actionsOf(one).map((action) => (
                  <Button
                    key={action}
                    variant={action === 'ACCEPT' ? 'default' : 'light'}
                    size="compact-md"
                    disabled={fetching}
                    aria-label={t('registry.actNamed', { action: t(`registry.act.${action}`), reference: one.reference })}
                    onClick={() => (action === 'ACCEPT' ? setAccepted(one) : void act(one, action))}
                  >
                    {t(`registry.act.${action}`)}
                  </Button>
                ))}
              </div>
            </td>
          </tr>
        )}
      />
      <Modal opened={accepted !== null} onClose={() => setAccepted(null)} title={t('registry.act.ACCEPT')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        <form
          className={css.stack}
          onSubmit={(event) => {
            event.preventDefault();
            if (accepted) void act(accepted, 'ACCEPT', note);
          }}
        >
          <Textarea label={t('registry.why')} description={t('registry.whyHint')} maxLength={300} autosize minRows={2} required value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          <Button type="submit" loading={fetching} className={css.start}>
            {t('registry.act.ACCEPT')}
          </Button>
        </form>
      </Modal>
    </Page>
  );
}
