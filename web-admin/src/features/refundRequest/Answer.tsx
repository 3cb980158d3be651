import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { GoLink } from 'web-shared/routing';
import page from '../../app/Page.module.css';
import { ReasonForm } from '../../app/ReasonForm';
import { wordsOf } from '../../app/wordsOf';
import { AnswerRefundRequestDocument, type RefundRequestAnswer, type RefundRequestPartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';

interface AnswerProps {
  request: RefundRequestPartsFragment;
  /** On the order's own page there is no way to it. */
  onOrder?: boolean;
  onDone: (words: string) => void;
}

/** Yes is said by giving the tickets back on the order's page; here it is asked for more, or said no, with words for the passenger. */
export function Answer({ request, onOrder = false, onDone }: AnswerProps) {
  const { t } = useTranslation();
  const can = useCan();
  const [asked, setAsked] = useState<RefundRequestAnswer | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [{ fetching, error }, answer] = useMutation(AnswerRefundRequestDocument);
  if ((request.state !== 'OPEN' && request.state !== 'QUESTIONED') || !can('OVERRULE_REFUNDS')) return null;
  const send = async (text: string) => {
    setWrong(null);
    if (!asked) return;
    const said = (await answer({ input: { requestId: request.id, answer: asked, text } })).data?.answerRefundRequest;
    if (said?.__typename === 'RefundRequestAnswered') {
      setAsked(null);
      onDone(t(`refundRequest.done.${asked}`));
    } else if (said) setWrong(wordsOf(said));
  };
  return (
    <>
      <div className={page.tools} style={{ marginBlockStart: '0.5rem' }}>
        {!onOrder && (
          <GoLink className={page.action} to={`/orders/${encodeURIComponent(request.orderId)}`}>
            {t('refundRequest.grant')}
          </GoLink>
        )}
        <Button size="xs" variant="default" onClick={() => setAsked('ASK')}>
          {t('refundRequest.ask')}
        </Button>
        <Button size="xs" variant="default" onClick={() => setAsked('DECLINE')}>
          {t('refundRequest.decline')}
        </Button>
      </div>
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title={asked && t(`refundRequest.named.${asked}`, { number: request.orderNumber })} closeButtonProps={{ 'aria-label': t('staff.back') }}>
        {asked && (
          <ReasonForm
            key={asked}
            text={t(`refundRequest.lead.${asked}`)}
            label={t('refundRequest.words')}
            action={t(asked === 'ASK' ? 'refundRequest.ask' : 'refundRequest.decline')}
            longest={2000}
            busy={fetching}
            wrong={wrong}
            error={error}
            onSend={(text) => void send(text)}
          />
        )}
      </Modal>
    </>
  );
}
