import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, isDay, Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { DayInput } from '../../app/DayInput';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { PagedTable } from '../../app/PagedTable';
import { useSorting } from '../../app/sorting';
import { useFilters } from '../../app/useFilters';
import { usePages } from '../../app/usePages';
import { wordsOf } from '../../app/wordsOf';
import { FiscalReceiptsDocument, RegisterChoicesDocument, RetryReceiptDocument, type FiscalReceiptKind, type FiscalReceiptState, type ListedReceiptPartsFragment } from '../../gql/graphql';
import { CorrectionForm } from './CorrectionForm';
import { ReceiptView } from './ReceiptView';
import { TONES } from './tones';

const SORTS = ['MADE', 'AMOUNT', 'DOCUMENT'] as const;
const KINDS: FiscalReceiptKind[] = ['SALE', 'RETURN', 'SALE_CORRECTION', 'RETURN_CORRECTION'];
/** What may be chosen, and the states that it means. */
const STATES: Record<string, FiscalReceiptState[]> = { FAILED: ['FAILED'], pending: ['QUEUED', 'SENDING'], DONE: ['DONE'], WAITING: ['WAITING'] };

/** What cash registers record: what waits and what was refused, with the reason and what can be done. */
export function ReceiptsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { search, change, text, setText, asked } = useFilters('/receipts');
  const kind = KINDS.find((one) => one === search.kind) ?? null;
  const states = search.state ? (STATES[search.state] ?? null) : null;
  const [from, to] = [search.from, search.to].map((day) => (day && isDay(day) ? day : undefined));
  const sorting = useSorting(SORTS, { sort: 'MADE', direction: 'DESC' });
  const filter = { text: asked || null, states, kinds: kind && [kind], registerId: search.register || null, from: from ?? null, to: to ?? null };
  const pages = usePages(FiscalReceiptsDocument, { filter, sort: sorting.sort, direction: sorting.direction }, (data) => data.fiscalReceipts);
  const [{ data: choices }] = useQuery({ query: RegisterChoicesDocument });
  const registers = choices?.fiscalRegisters.nodes ?? [];
  const [open, setOpen] = useState<ListedReceiptPartsFragment | null>(null);
  const [correcting, setCorrecting] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const shown = open && (pages.nodes.find((one) => one.id === open.id) ?? open);
  return (
    <Page
      title={t('nav.receipts')}
      lead={t('fiscal.receiptsLead')}
      tools={
        <>
          <Button variant="default" onClick={pages.reload}>
            {t('refresh')}
          </Button>
          <Button onClick={() => setCorrecting(true)}>{t('fiscal.correct')}</Button>
        </>
      }
    >
      <div className={page.filters} role="search" aria-label={t('filters')}>
        <TextInput label={t('fiscal.find')} placeholder="BK-7F3K-2QXM" leftSection={<Icon name="search" size={18} />} value={text} onChange={(event) => setText(event.currentTarget.value)} />
        <NativeSelect label={t('fiscal.state')} value={search.state ?? ''} onChange={(event) => change({ state: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...Object.keys(STATES).map((one) => ({ value: one, label: t(`fiscal.stateFilter.${one}`) }))]} />
        <NativeSelect label={t('fiscal.kind')} value={kind ?? ''} onChange={(event) => change({ kind: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...KINDS.map((one) => ({ value: one, label: t(`fiscal.kinds.${one}`) }))]} />
        {registers.length > 1 && <NativeSelect label={t('fiscal.register')} value={search.register ?? ''} onChange={(event) => change({ register: event.currentTarget.value || undefined })} data={[{ value: '', label: t('all') }, ...registers.map((one) => ({ value: one.id, label: one.name }))]} />}
        <DayInput label={t('fiscal.from')} value={from ?? ''} clearable onChange={(day) => change({ from: day || undefined })} />
        <DayInput label={t('fiscal.to')} value={to ?? ''} clearable onChange={(day) => change({ to: day || undefined })} />
      </div>
      {said && <Notice live tone="ok" title={said} />}
      <PagedTable
        list="fiscalReceipts"
        at="receipts"
        label={t('nav.receipts')}
        columns={[
          { title: t('fiscal.made'), sort: 'MADE', sheet: ['created', 'kind'] },
          { title: t('fiscal.state'), sheet: ['status', 'problem'] },
          { title: t('fiscal.sum'), sort: 'AMOUNT', sheet: ['sum', 'cash', 'cashless', 'offset'] },
          { title: t('fiscal.for'), sheet: ['order', 'basis', 'cashier'] },
          { title: t('fiscal.document'), sort: 'DOCUMENT', sheet: ['fnNumber', 'fdNumber', 'fm', 'issued', 'register'] },
          '',
        ]}
        sorting={sorting}
        pages={pages}
        empty={{ title: t('fiscal.noReceipts') }}
        row={(one) => (
          <tr key={one.id}>
            <td>
              {format.date(one.createdAt, 'moment')}
              <small>{t(`fiscal.kinds.${one.kind}`)}</small>
            </td>
            <td style={{ minWidth: '12rem' }}>
              <Badge tone={TONES[one.state]}>{t(`fiscal.states.${one.state}`)}</Badge>
              {one.problem && <small style={{ overflowWrap: 'anywhere' }}>{one.problem}</small>}
            </td>
            <td className={page.number}>{format.money(one.amount)}</td>
            <td>
              {one.order ? <GoLink to={`/orders/${encodeURIComponent(one.order.id)}`}>{one.order.number}</GoLink> : (one.basis ?? '—')}
              {one.cashier && <small>{one.cashier}</small>}
            </td>
            <td>
              {one.marks ? t('fiscal.fd', { number: one.marks.fdNumber }) : '—'}
              <small>{one.register?.name}</small>
            </td>
            <td>
              <div className={page.tools}>
                <Button variant="light" size="compact-md" aria-label={t('fiscal.showNamed', { kind: t(`fiscal.kinds.${one.kind}`), at: format.date(one.createdAt, 'moment') })} onClick={() => setOpen(one)}>
                  {t('terminal.show')}
                </Button>
              </div>
            </td>
          </tr>
        )}
      />
      <Modal opened={shown !== null} onClose={() => setOpen(null)} size="44rem" title={shown && t(`fiscal.kinds.${shown.kind}`)} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {shown && (
          <div style={{ display: 'grid', gap: '1rem' }}>
            <ReceiptView receipt={shown} />
            {(shown.state === 'FAILED' || shown.state === 'QUEUED') && (
              <Retry
                receipt={shown}
                registers={registers.filter((one) => one.enabled)}
                onDone={() => {
                  setOpen(null);
                  setSaid(t('fiscal.retried'));
                  pages.reload();
                }}
              />
            )}
          </div>
        )}
      </Modal>
      <Modal opened={correcting} onClose={() => setCorrecting(false)} size="44rem" title={t('fiscal.correct')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {correcting && (
          <CorrectionForm
            onMade={() => {
              setCorrecting(false);
              setSaid(t('fiscal.corrected'));
              pages.reload();
            }}
          />
        )}
      </Modal>
    </Page>
  );
}

interface RetryProps {
  receipt: ListedReceiptPartsFragment;
  registers: readonly { id: string; name: string }[];
  onDone: () => void;
}

/** Lets a refused receipt be recorded after all, by its register or another one. */
function Retry({ receipt, registers, onDone }: RetryProps) {
  const { t } = useTranslation();
  const own = receipt.register?.id ?? '';
  const others = registers.filter((one) => one.id !== own);
  const [registerId, setRegisterId] = useState(receipt.state === 'FAILED' ? own : (others[0]?.id ?? ''));
  const [{ fetching, error, data }, retry] = useMutation(RetryReceiptDocument);
  const answer = data?.retryReceipt;
  const choices = receipt.state === 'FAILED' ? [{ id: own, name: receipt.register?.name ?? '' }, ...others] : others;
  if (choices.length === 0) return null;
  const send = async () => {
    const told = (await retry({ input: { id: receipt.id, registerId } })).data?.retryReceipt;
    if (told?.__typename === 'FiscalReceiptSaved') onDone();
  };
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '0.75rem', alignItems: 'end' }}>
      {choices.length > 1 && <NativeSelect label={t('fiscal.byRegister')} value={registerId} onChange={(event) => setRegisterId(event.currentTarget.value)} data={choices.map((one) => ({ value: one.id, label: one.name }))} />}
      <Button loading={fetching} onClick={() => void send()}>
        {t(receipt.state === 'FAILED' ? 'fiscal.retry' : 'fiscal.move', { name: choices[0]?.name })}
      </Button>
      {error && <ProblemNotice error={error} />}
      {answer?.__typename === 'InvalidInput' && <Notice live tone="error" title={wordsOf(answer)} />}
    </div>
  );
}
