import { Button, FileButton } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { OrderRefundRequestsDocument, WithdrawRefundRequestDocument, type OrderPartsFragment, type OrderRefInput, type RefundRequestPartsFragment } from '../../gql/graphql';
import shared from '../order/order.module.css';
import { readDocument, sendDocument, TYPES } from './documents';
import { RequestDialog } from './RequestDialog';
import css from './RefundDialog.module.css';

interface RequestsProps {
  order: OrderPartsFragment;
  reference: OrderRefInput;
}

/** What was asked of the office beyond the rules, and what it has answered. */
export function Requests({ order, reference }: RequestsProps) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const [{ data }, reload] = useQuery({ query: OrderRefundRequestsDocument, variables: { id: reference.id, secret: reference.secret ?? null }, requestPolicy: 'cache-and-network' });
  const again = () => reload({ requestPolicy: 'network-only' });
  // The server pushes the order when the office has answered.
  const seen = useRef(order.serverTime);
  useEffect(() => {
    if (seen.current === order.serverTime) return;
    seen.current = order.serverTime;
    again();
    // oxlint-disable-next-line react/exhaustive-deps
  }, [order.serverTime]);
  const requests = data?.order?.refundRequests ?? [];
  const taken = requests.filter((one) => one.state === 'OPEN' || one.state === 'QUESTIONED').flatMap((one) => one.lineIds);
  const askable = order.segments.some((segment) => segment.lines.some((line) => line.kind === 'SEAT' && line.state === 'ISSUED' && !taken.includes(line.id)));
  if (!askable && requests.length === 0) return null;
  return (
    <section className={`${shared.card} bk-noprint`} aria-labelledby="requests">
      <h2 id="requests">{t('request.section')}</h2>
      {requests.map((one) => (
        <Request key={one.id} request={one} reference={reference} onChanged={again} />
      ))}
      {askable && (
        <>
          <p className="bk-muted">{t('request.when')}</p>
          <Button variant="light" onClick={() => setAsking(true)}>
            {t('request.start')}
          </Button>
        </>
      )}
      {asking && <RequestDialog order={order} reference={reference} taken={taken} onClose={() => setAsking(false)} onAsked={again} />}
    </section>
  );
}

const TONES = { OPEN: 'info', QUESTIONED: 'warn', GRANTED: 'ok', DECLINED: 'error', WITHDRAWN: 'info' } as const;

function Request({ request, reference, onChanged }: { request: RefundRequestPartsFragment; reference: OrderRefInput; onChanged: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [{ fetching, error }, withdraw] = useMutation(WithdrawRefundRequestDocument);
  const live = request.state === 'OPEN' || request.state === 'QUESTIONED';
  const add = async (file: File | null) => {
    if (!file) return;
    setSending(true);
    const code = await sendDocument(reference, request.id, file);
    setSending(false);
    setProblem(code && `${file.name}: ${t(`request.lost.${code}`, { defaultValue: t('request.lost.FAILED') })}`);
    onChanged();
  };
  const show = async (name: string, url: string) => {
    const blob = await readDocument(reference, url);
    if (!blob) return setProblem(t('request.lost.FAILED'));
    const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(blob), download: name });
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const drop = async () => {
    const answer = (await withdraw({ order: reference, requestId: request.id })).data?.withdrawRefundRequest;
    if (answer?.__typename === 'InvalidInput') setProblem(answer.fields[0]?.message ?? answer.message);
    onChanged();
  };
  return (
    <article className={css.request}>
      <Notice tone={TONES[request.state]} title={t(`request.state.${request.state}`)}>
        {request.answer}
      </Notice>
      <p>
        <strong>{t(`request.reasons.${request.reason}`)}</strong> <small className="bk-muted">{format.date(request.askedAt, 'moment')}</small>
      </p>
      <p className={css.words}>{request.text}</p>
      {request.documents.length > 0 && (
        <ul className={css.documents}>
          {request.documents.map((one) => (
            <li key={one.id}>
              {one.url ? (
                <Button variant="subtle" size="compact-md" onClick={() => void show(one.name, one.url!)}>
                  {one.name}
                </Button>
              ) : (
                one.name
              )}
            </li>
          ))}
        </ul>
      )}
      {problem && <Notice live tone="error" title={problem} />}
      {error && <ProblemNotice error={error} />}
      {live && (
        <div className={css.actions}>
          <FileButton accept={TYPES} onChange={(file) => void add(file)}>
            {(props) => (
              <Button {...props} variant="default" loading={sending}>
                {t('request.addFile')}
              </Button>
            )}
          </FileButton>
          <Button variant="subtle" color="red" loading={fetching} onClick={() => void drop()}>
            {t('request.withdraw')}
          </Button>
        </div>
      )}
    </article>
  );
}
