import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Notice, ProblemNotice, useFormat, useQuery } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { DeskBlankBlocksDocument, MyShiftDocument, SiteDocument, type EnterBlankMutation } from '../../gql/graphql';
import type { Kept } from './blanks';
import { EnterForm } from './EnterForm';
import { MarkForm } from './MarkForm';

type Entered = Extract<EnterBlankMutation['enterBlank'], { __typename: 'BlankEntered' }>;

/** Paper tickets that were sold by hand, entered into the open shift one after the other. */
export function PaperPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, error }, again] = useQuery({ query: DeskBlankBlocksDocument, variables: {}, requestPolicy: 'cache-and-network' });
  const [{ data: mine }] = useQuery({ query: MyShiftDocument, variables: {}, requestPolicy: 'cache-and-network' });
  const [{ data: site }] = useQuery({ query: SiteDocument });
  const [entered, setEntered] = useState<Entered[]>([]);
  const [kept, setKept] = useState<Kept>({});
  const [marking, setMarking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const reload = () => again({ requestPolicy: 'network-only' });
  const blocks = data?.deskBlankBlocks;
  const shift = mine?.myShift;
  const last = entered[0];
  return (
    <Page
      title={t('paper.title')}
      lead={shift ? t('shift.named', { desk: shift.desk.sign, number: shift.number }) : undefined}
      tools={
        <>
          {blocks && blocks.length > 0 && (
            <Button variant="default" onClick={() => setMarking(true)}>
              {t('paper.mark')}
            </Button>
          )}
          <GoLink to="/shift" className={page.action}>
            {t('shift.title')}
          </GoLink>
        </>
      }
    >
      {error && !data && <ProblemNotice error={error} onRetry={reload} />}
      {(!data || !mine || !site) && !error && <Skeleton height={320} radius="lg" />}
      {data && mine && !shift && (
        <Notice tone="warn" title={t('sale.noShift')}>
          <GoLink to="/shift">{t('sale.openShift')}</GoLink>
        </Notice>
      )}
      {shift && blocks?.length === 0 && <Empty title={t('paper.noBlocks')}>{t('paper.noBlocksText')}</Empty>}
      {said && <Notice live tone="ok" title={said} />}
      {last && (
        <Notice live tone="ok" title={t('paper.entered', { number: last.blank.number, amount: format.money(last.order.total) })}>
          <GoLink to={`/orders/${encodeURIComponent(last.order.id)}`}>{last.order.number}</GoLink>
        </Notice>
      )}
      {shift && site && blocks && blocks.length > 0 && (
        <div className={page.columns}>
          <section className={page.card} aria-labelledby="paper-form">
            <h2 id="paper-form">{t('paper.what')}</h2>
            <EnterForm
              key={entered.length}
              blocks={blocks}
              before={last?.blank.number}
              station={shift.desk.station?.id ?? null}
              today={site.site.today}
              kept={kept}
              onEntered={(answer, written) => {
                setKept(written);
                setSaid(null);
                setEntered([answer, ...entered]);
                reload();
              }}
            />
          </section>
          <section className={page.card} aria-labelledby="paper-blocks">
            <h2 id="paper-blocks">{t('paper.blocks')}</h2>
            <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '0.7rem' }}>
              {blocks.map((one) => (
                <li key={one.id}>
                  <strong>{one.title}</strong>
                  <small className="bk-muted" style={{ display: 'block' }}>
                    {[one.next ? t('paper.next', { number: one.next }) : t('paper.allUsed'), t('paper.counts', { free: one.free, sold: one.sold, spoilt: one.spoilt + one.lost })].join(' · ')}
                  </small>
                </li>
              ))}
            </ul>
            {entered.length > 0 && (
              <>
                <h2>{t('paper.done')}</h2>
                <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: '0.4rem' }}>
                  {entered.map((one) => (
                    <li key={one.blank.id}>
                      {one.blank.number} · {format.money(one.order.total)} · <GoLink to={`/orders/${encodeURIComponent(one.order.id)}`}>{one.order.number}</GoLink>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </section>
        </div>
      )}
      <Modal opened={marking} onClose={() => setMarking(false)} title={t('paper.mark')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {marking && (
          <MarkForm
            onMarked={(number) => {
              setMarking(false);
              setSaid(t('blank.marked', { number }));
              reload();
            }}
          />
        )}
      </Modal>
    </Page>
  );
}
