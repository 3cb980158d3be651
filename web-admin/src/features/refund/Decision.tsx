import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import page from '../../app/Page.module.css';
import { ReasonForm } from '../../app/ReasonForm';
import { wordsOf } from '../../app/wordsOf';
import { ApproveRefundDocument, DeclineRefundDocument, type OverrulePartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { useKey } from '../shift/useKey';

interface DecisionProps {
  overrule: OverrulePartsFragment;
  onDone: (words: string) => void;
}

/** The second person's yes or no, with what will happen said before; nothing where there is nothing to decide. */
export function Decision({ overrule, onDone }: DecisionProps) {
  const { t } = useTranslation();
  const can = useCan();
  const [asked, setAsked] = useState<'approve' | 'decline' | null>(null);
  if (overrule.state !== 'WAITING' || !can('APPROVE_REFUNDS')) return null;
  if (overrule.mine) return <small>{t('overrule.mine')}</small>;
  const done = (words: string) => {
    setAsked(null);
    onDone(words);
  };
  return (
    <>
      <div className={page.tools} style={{ marginBlockStart: '0.5rem' }}>
        <Button size="xs" onClick={() => setAsked('approve')}>
          {t('overrule.approve')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsked('decline')}>
          {t('overrule.decline')}
        </Button>
      </div>
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title={asked && t(`overrule.${asked}Named`, { number: overrule.orderNumber })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked === 'approve' && <Approve overrule={overrule} onDone={done} />}
        {asked === 'decline' && <Decline overrule={overrule} onDone={done} />}
      </Modal>
    </>
  );
}

function Approve({ overrule, onDone }: DecisionProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [wrong, setWrong] = useState<string | null>(null);
  const [{ fetching, error }, approve] = useMutation(ApproveRefundDocument);
  const attempt = useKey();
  const send = async () => {
    setWrong(null);
    const answer = (await approve({ input: { refundId: overrule.id, idempotencyKey: attempt.key() } })).data?.approveRefund;
    if (answer) attempt.used();
    if (answer?.__typename === 'RefundApproved') onDone(t('overrule.approved'));
    else if (answer) setWrong(wordsOf(answer));
  };
  return (
    <div className={page.page}>
      <p>{t('overrule.approveText', { count: overrule.lineCount, amount: format.money(overrule.refunded), beyond: format.money(overrule.beyond) })}</p>
      <p>{t(overrule.way === 'DESK' ? 'overrule.toDesk' : 'overrule.toOrigin')}</p>
      {wrong && <Notice live tone="error" title={wrong} />}
      {error && <ProblemNotice error={error} />}
      <Button color="red" loading={fetching} style={{ justifySelf: 'start' }} onClick={() => void send()}>
        {t('overrule.approve')}
      </Button>
    </div>
  );
}

function Decline({ overrule, onDone }: DecisionProps) {
  const { t } = useTranslation();
  const [wrong, setWrong] = useState<string | null>(null);
  const [{ fetching, error }, decline] = useMutation(DeclineRefundDocument);
  const send = async (note: string) => {
    setWrong(null);
    const answer = (await decline({ input: { refundId: overrule.id, note } })).data?.declineRefund;
    if (answer?.__typename === 'RefundDeclined') onDone(t('overrule.declined'));
    else if (answer) setWrong(wordsOf(answer));
  };
  return <ReasonForm text={t('overrule.declineText')} label={t('overrule.why')} action={t('overrule.decline')} longest={500} busy={fetching} wrong={wrong} error={error} onSend={(note) => void send(note)} />;
}
