import { useTranslation } from 'react-i18next';
import { useFormat, useQuery } from 'web-shared';
import { Badge } from '../../app/Badge';
import page from '../../app/Page.module.css';
import { OrderRefundRequestsDocument, type RefundRequestPartsFragment } from '../../gql/graphql';
import { nameOf } from '../refund/reasons';
import { Answer } from './Answer';
import { Documents } from './Documents';
import { TONES } from './reasons';

/** What the order's customer asks for beyond the rules; nothing where nobody has asked. */
export function OrderRequests({ orderId, onDone }: { orderId: string; onDone: (words: string) => void }) {
  const { t } = useTranslation();
  const [{ data }, reload] = useQuery({ query: OrderRefundRequestsDocument, variables: { id: orderId }, requestPolicy: 'cache-and-network' });
  const requests = data?.order?.refundRequests ?? [];
  if (requests.length === 0) return null;
  const done = (words: string) => {
    reload({ requestPolicy: 'network-only' });
    onDone(words);
  };
  return (
    <section className={page.card} aria-labelledby="requests">
      <h2 id="requests">{t('refundRequest.ofOrder')}</h2>
      {requests.map((one) => (
        <article key={one.id} style={{ display: 'grid', gap: '0.4rem' }}>
          <Said request={one} />
          <Documents documents={one.documents} />
          {(one.state === 'OPEN' || one.state === 'QUESTIONED') && <small>{t('refundRequest.howToGrant')}</small>}
          <Answer request={one} onOrder onDone={done} />
        </article>
      ))}
    </section>
  );
}

/** Why and with which words, and what was answered. */
export function Said({ request }: { request: RefundRequestPartsFragment }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div>
      <Badge tone={TONES[request.state]}>{t(`refundRequestState.${request.state}`)}</Badge> <strong>{t(`refundRequestReason.${request.reason}`)}</strong>{' '}
      <small>{format.date(request.askedAt, 'moment')}</small>
      <p style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', margin: '0.3rem 0' }}>{request.text}</p>
      {request.answer && (
        <small>
          {t('refundRequest.answered', { name: nameOf(request.answeredBy), text: request.answer })}
        </small>
      )}
    </div>
  );
}
