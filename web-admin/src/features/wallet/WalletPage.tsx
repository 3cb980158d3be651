import { Button, Modal, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, spaced, useFormat, useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import { Badge } from '../../app/Badge';
import { Page } from '../../app/Page';
import page from '../../app/Page.module.css';
import { ReasonForm } from '../../app/ReasonForm';
import { useRecord } from '../../app/useRecord';
import { wordsOf } from '../../app/wordsOf';
import { BlockWalletDocument, WalletRecordDocument, type WalletPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { History } from '../audit/History';
import { Statement } from './Statement';

/** One internal account: what is on it, its statement, its block. */
export function WalletPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, again, done, said, changes } = useRecord(WalletRecordDocument);
  const books = useCan()('MANAGE_SETTLEMENTS');
  const wallet = data?.wallet;
  if (!wallet) return <Page title={t('wallet.title')}>{error ? <ProblemNotice error={error} onRetry={again} /> : <Skeleton height={320} radius="lg" />}</Page>;
  return (
    <Page
      title={t('wallet.named', { number: spaced(wallet.number) })}
      lead={wallet.holder}
      tools={
        books && (
          <GoLink to="/ledger/postings" search={{ account: wallet.ledgerAccount }} className={page.action}>
            {t('ledger.postings')}
          </GoLink>
        )
      }
    >
      {said && <Notice live tone="ok" title={said} />}
      {wallet.blocked && <Notice tone="error" title={t('wallet.isBlocked')}>{wallet.blockedReason}</Notice>}
      <div className={page.columns}>
        <Statement id={wallet.id} />
        <div style={{ display: 'grid', gap: '1.2rem', alignContent: 'start' }}>
          <section className={page.card} aria-labelledby="balance">
            <h2 id="balance">{t('wallet.balance')}</h2>
            <p style={{ margin: 0, fontSize: '1.8rem', fontWeight: 700 }}>{format.money(wallet.balance)}</p>
            <dl className={page.facts}>
              <div>
                <dt>{t('wallet.credit')}</dt>
                <dd>{format.money(wallet.credit)}</dd>
              </div>
              <div>
                <dt>{t('wallet.opened')}</dt>
                <dd>{format.date(wallet.openedAt, 'full')}</dd>
              </div>
              <div>
                <dt>{t('wallet.state')}</dt>
                <dd>{wallet.blocked ? <Badge tone="bad">{t('wallet.blocked')}</Badge> : <Badge tone="good">{t('wallet.good')}</Badge>}</dd>
              </div>
            </dl>
          </section>
          <Block wallet={wallet} onDone={done} reread={again} />
          <History subjectKind="wallet" subjectId={wallet.id} changes={changes} />
        </div>
      </div>
    </Page>
  );
}

function Block({ wallet, onDone, reread }: { wallet: WalletPartsFragment; onDone: (words: string) => void; reread: () => void }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [{ fetching, error }, block] = useMutation(BlockWalletDocument);
  const send = async (blocked: boolean, reason: string | null) => {
    setProblem(null);
    const answer = (await block({ input: { id: wallet.id, version: wallet.version, blocked, reason } })).data?.blockWallet;
    if (answer?.__typename === 'WalletChanged') {
      setAsked(false);
      onDone(t(blocked ? 'wallet.nowBlocked' : 'wallet.nowFree'));
    } else if (answer) {
      setProblem(wordsOf(answer));
      if (answer.__typename === 'ChangedMeanwhile') reread();
    }
  };
  return (
    <section className={page.card} aria-labelledby="block">
      <h2 id="block">{t('wallet.use')}</h2>
      <p className="bk-muted">{t(wallet.blocked ? 'wallet.freeText' : 'wallet.blockText')}</p>
      {error && <ProblemNotice error={error} />}
      {!asked && problem && <Notice live tone="error" title={problem} />}
      {wallet.blocked ? (
        <Button loading={fetching} style={{ justifySelf: 'start' }} onClick={() => void send(false, null)}>
          {t('wallet.free')}
        </Button>
      ) : (
        <Button variant="light" color="red" style={{ justifySelf: 'start' }} onClick={() => setAsked(true)}>
          {t('wallet.block')}
        </Button>
      )}
      <Modal opened={asked} onClose={() => setAsked(false)} title={t('wallet.block')} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        <ReasonForm danger text={t('wallet.blockText')} label={t('wallet.reason')} action={t('wallet.block')} longest={300} busy={fetching} wrong={problem} onSend={(reason) => void send(true, reason)} />
      </Modal>
    </section>
  );
}
