import { Button, Modal, Skeleton, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useQuery } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { dropDraft } from '../../app/drafts';
import { FoldedCard } from '../../app/FoldedCard';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { MyShiftDocument, type CashMove, type MyShiftQuery, type ShiftPartsFragment } from '../../gql/graphql';
import { DeskTopUp, TOP_UP } from '../wallet/DeskTopUp';
import { CashForm, draftOf } from './CashForm';
import { CloseForm } from './CloseForm';
import { OpenForm } from './OpenForm';
import { Operations } from './Operations';
import { PrintReport } from './PrintReport';
import { Totals } from './Totals';

type Shift = NonNullable<MyShiftQuery['myShift']>;

const MOVES: CashMove[] = ['IN', 'OUT', 'COLLECTION'];

/** The cashier's own shift: its money, what happened to it, and its end. */
export function ShiftPage() {
  const { t } = useTranslation();
  const [{ data, error }, reload] = useQuery({ query: MyShiftDocument, variables: {}, requestPolicy: 'cache-and-network' });
  const [closed, setClosed] = useState<ShiftPartsFragment | null>(null);
  const again = () => reload({ requestPolicy: 'network-only' });
  const shift = data?.myShift;
  return (
    <Page title={shift ? t('shift.named', { desk: shift.desk.sign, number: shift.number }) : t('shift.title')} lead={shift?.desk.station?.name}>
      {error && !data && <ProblemNotice error={error} onRetry={again} />}
      {!data && !error && <Skeleton height={320} radius="lg" />}
      {data && !shift && (
        <>
          {closed && (
            <>
              <Notice live tone="ok" title={t('shift.closed', { number: closed.number })} />
              <Totals shift={closed} />
              <PrintReport shift={closed} />
            </>
          )}
          <section className={page.card} aria-labelledby="open">
            <h2 id="open">{t('shift.begin')}</h2>
            <OpenForm onOpened={again} />
          </section>
        </>
      )}
      {shift && (
        <Open
          shift={shift}
          again={again}
          onClosed={(done) => {
            setClosed(done);
            again();
          }}
        />
      )}
    </Page>
  );
}

interface OpenProps {
  shift: Shift;
  again: () => void;
  onClosed: (shift: ShiftPartsFragment) => void;
}

function Open({ shift, again, onClosed }: OpenProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<CashMove | 'CLOSE' | 'TOP_UP' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  // What was broken off is not what the next one begins with; the count of a till is.
  const leave = () => {
    if (asked && asked !== 'CLOSE') dropDraft(asked === 'TOP_UP' ? TOP_UP : draftOf(asked));
    setAsked(null);
  };
  return (
    <>
      {said && <Notice live tone="ok" title={said} />}
      <FindOrder />
      <Pending pending={shift.pending} />
      <div className={page.columns}>
        <FoldedCard id="operations" title={t('shift.operations')}>
          <Operations operations={shift.operations.nodes} />
        </FoldedCard>
        <div className={page.page}>
          <Totals shift={shift} />
          <div className={page.tools}>
            <PrintReport shift={shift} />
            <GoLink to="/shift/paper" className={page.action}>
              {t('paper.title')}
            </GoLink>
            <Button variant="default" onClick={() => setAsked('TOP_UP')}>
              {t('atDesk.topUp')}
            </Button>
            {MOVES.map((kind) => (
              <Button key={kind} variant="default" onClick={() => setAsked(kind)}>
                {t(`shift.move.${kind}`)}
              </Button>
            ))}
            <Button color="red" variant="light" onClick={() => setAsked('CLOSE')}>
              {t('shift.close')}
            </Button>
          </div>
        </div>
      </div>
      <Modal opened={asked !== null} onClose={leave} title={asked && (asked === 'CLOSE' ? t('shift.close') : asked === 'TOP_UP' ? t('atDesk.topUp') : t(`shift.move.${asked}`))} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked === 'CLOSE' && (
          <CloseForm
            shift={shift}
            onClosed={(done) => {
              setAsked(null);
              onClosed(done);
            }}
          />
        )}
        {asked === 'TOP_UP' && (
          <DeskTopUp
            onDone={(number) => {
              setAsked(null);
              setSaid(t('atDesk.toppedUp', { number }));
              again();
            }}
          />
        )}
        {asked && asked !== 'CLOSE' && asked !== 'TOP_UP' && (
          <CashForm
            key={asked}
            kind={asked}
            currency={shift.totals[0]?.currency ?? 'KGS'}
            onMoved={() => {
              setAsked(null);
              setSaid(t('shift.moved'));
              again();
            }}
          />
        )}
      </Modal>
    </>
  );
}

/** What the desk has done and others have not yet: nothing that the cashier has to wait for. */
function Pending({ pending }: { pending: Shift['pending'] }) {
  const { t } = useTranslation();
  const parts = [pending.messages > 0 && t('shift.pendingMessages', { count: pending.messages }), pending.refunds > 0 && t('shift.pendingRefunds', { count: pending.refunds }), pending.receipts > 0 && t('shift.pendingReceipts', { count: pending.receipts })].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <Notice live title={t('shift.pending')}>
      {parts.join('. ')}. {t('shift.pendingText')}
    </Notice>
  );
}

/** Whoever comes to the desk with an order shows its number, a name or a phone. */
function FindOrder() {
  const { t } = useTranslation();
  const go = useGo();
  const [text, setText] = useState('');
  const find = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim()) void go({ to: '/orders', search: { text: text.trim() } });
  };
  return (
    <form className={page.filters} role="search" onSubmit={find}>
      <TextInput label={t('shift.findOrder')} description={t('shift.findOrderHint')} value={text} autoComplete="off" w={360} maw="100%" onChange={(event) => setText(event.currentTarget.value)} />
      <Button type="submit" variant="default">
        {t('shift.find')}
      </Button>
    </form>
  );
}
