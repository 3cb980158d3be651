import { Button, Textarea } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { FoldedCard } from '../../app/FoldedCard';
import { useForm } from '../../app/useForm';
import { AddNoteDocument, OrderTimelineDocument, type OrderTimelineQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { nameOf } from '../staff/StaffPage';
import css from './Timeline.module.css';

type Event = OrderTimelineQuery['orderTimeline'][number];

/** What goes wrong is seen at a glance. */
const BAD = new Set<Event['kind']>(['PAYMENT_FAILED', 'MESSAGE_FAILED', 'REFUND_FAILED', 'HOLD_ENDED']);
const GOOD = new Set<Event['kind']>(['PAID', 'TICKETS_ISSUED', 'MONEY_RETURNED']);

/** Everything that has happened to an order, newest first, and what staff write down about it. */
export function Timeline({ orderId, changes }: { orderId: string; changes: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayWrite = useCan()('CHANGE_ORDERS');
  const [{ data, error }, reload] = useQuery({ query: OrderTimelineDocument, variables: { id: orderId }, requestPolicy: 'cache-and-network' });
  const again = () => reload({ requestPolicy: 'network-only' });
  useEffect(() => {
    if (changes > 0) again();
    // When something was changed here.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [changes]);
  return (
    <FoldedCard id="timeline" title={t('timeline.title')}>
      {mayWrite && <NoteForm orderId={orderId} onAdded={again} />}
      {error && <ProblemNotice error={error} onRetry={again} />}
      <ol className={css.events}>
        {data?.orderTimeline.map((event, index) => (
          <li key={`${event.kind}${event.at.at}${index}`} data-tone={BAD.has(event.kind) ? 'bad' : GOOD.has(event.kind) ? 'good' : event.kind === 'NOTE' ? 'note' : undefined}>
            <span className={css.what}>
              <Words event={event} />
              {event.amount && <strong> {format.money(event.amount)}</strong>}
            </span>
            {event.text && <span className={css.text}>{event.text}</span>}
            <small className="bk-muted">
              {format.date(event.at.local, 'moment')}
              {event.staff && ` · ${nameOf(event.staff)}`}
            </small>
          </li>
        ))}
      </ol>
    </FoldedCard>
  );
}

function Words({ event }: { event: Event }) {
  const { t } = useTranslation();
  const code = event.code ?? '';
  switch (event.kind) {
    case 'CREATED':
      return <>{t('timeline.CREATED', { channel: t(`today.channel.${code}`, code) })}</>;
    case 'STAFF_CHANGE':
    case 'TRIP_CHANGE':
      return <>{t(`timeline.${event.kind}`, { action: t(`action.${code}`, t('action.OTHER')) })}</>;
    case 'PASSAGE':
      return <>{t('timeline.PASSAGE', { outcome: t(`timeline.passage.${code}`, code) })}</>;
    case 'MESSAGE_WAITS':
    case 'MESSAGE_SENT':
    case 'MESSAGE_FAILED':
      return <>{t(`timeline.${event.kind}`, { channel: t(`mailbox.channel.${code}`, code) })}</>;
    case 'REFUND_ACCEPTED':
    case 'MONEY_RETURNED':
    case 'REFUND_FAILED':
      return <>{t(`timeline.${event.kind}`, { reason: t(`refundReason.${code}`, code) })}</>;
    default:
      return <>{t(`timeline.${event.kind}`)}</>;
  }
}

function NoteForm({ orderId, onAdded }: { orderId: string; onAdded: () => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, add] = useMutation(AddNoteDocument);
  const form = useForm({
    name: `note.${orderId}`,
    version: null,
    saved: { text: '' },
    send: async ({ text }) => (await add({ input: { orderId, text } })).data?.addNote,
    onSaved: () => {
      form.discard();
      onAdded();
    },
  });
  return (
    <form
      noValidate
      className={css.note}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <Textarea label={t('timeline.note')} description={t('timeline.noteHint')} autosize minRows={2} maxRows={8} maxLength={2000} {...form.text('text')} />
      {error && <ProblemNotice error={error} />}
      <Button type="submit" variant="default" loading={fetching} disabled={!form.values.text.trim()}>
        {t('timeline.addNote')}
      </Button>
    </form>
  );
}
