import { Button, Checkbox, FileInput, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, stopName, useFormat, useMutation } from 'web-shared';
import { AskForRefundDocument, type OrderPartsFragment, type OrderRefInput, type RefundRequestReason } from '../../gql/graphql';
import { attemptKey, forgetAttempt } from '../order/attempt';
import { seatLines } from '../order/seatLines';
import { sendDocument, TYPES } from './documents';
import css from './RefundDialog.module.css';

export const REASONS: RefundRequestReason[] = ['ILLNESS', 'BEREAVEMENT', 'SUMMONS', 'MISSED_CONNECTION', 'SERVICE', 'OTHER'];
const LONGEST = 2000;

interface RequestDialogProps {
  order: OrderPartsFragment;
  reference: OrderRefInput;
  /** Tickets that are in a request already. */
  taken: string[];
  onClose: () => void;
  onAsked: () => void;
}

/** Asks the office for more than the rules give: which tickets, why, with documents. What was taken stays taken when a document is lost on the way. */
export function RequestDialog({ order, reference, taken, onClose, onAsked }: RequestDialogProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const tickets = order.segments.flatMap((segment) => seatLines(order, segment).filter((line) => line.state === 'ISSUED' && !taken.includes(line.id)).map((line) => ({ line, segment })));
  const [chosen, setChosen] = useState<string[]>(() => (tickets.length === 1 ? [tickets[0]!.line.id] : []));
  const [reason, setReason] = useState<RefundRequestReason | ''>('');
  const [text, setText] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [lost, setLost] = useState<{ name: string; code: string }[]>([]);
  const [asked, setAsked] = useState(false);
  const [sending, setSending] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [{ fetching, error }, ask] = useMutation(AskForRefundDocument);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setWrong(null);
    if (!reason || chosen.length === 0 || !text.trim()) return setWrong(t('request.incomplete'));
    const input = { order: reference, lineIds: chosen, reason, text };
    const name = `request.${order.number}`;
    const answer = (await ask({ input: { ...input, idempotencyKey: attemptKey(name, input) } })).data?.askForRefund;
    if (!answer) return;
    forgetAttempt(name);
    if (answer.__typename !== 'RefundAsked') return setWrong(answer.__typename === 'InvalidInput' ? (answer.fields[0]?.message ?? answer.message) : answer.message);
    setSending(true);
    const failed: typeof lost = [];
    for (const file of files) {
      const code = await sendDocument(reference, answer.request.id, file);
      if (code) failed.push({ name: file.name, code });
    }
    setSending(false);
    setLost(failed);
    setAsked(true);
    onAsked();
  };
  return (
    <Modal opened onClose={onClose} title={t('request.title')} size="lg" closeButtonProps={{ 'aria-label': t('refund.close') }}>
      {asked ? (
        <div className={css.body}>
          <Notice live tone="ok" title={t('request.doneTitle')}>
            {t('request.doneText', { email: order.email ?? '' })}
          </Notice>
          {lost.map((one) => (
            <Notice key={one.name} live tone="error" title={one.name}>
              {t(`request.lost.${one.code}`, { defaultValue: t('request.lost.FAILED') })}
            </Notice>
          ))}
          <Button onClick={onClose}>{t('refund.close')}</Button>
        </div>
      ) : (
        <form className={css.body} noValidate onChange={() => setWrong(null)} onSubmit={(event) => void submit(event)}>
          <p>{t('request.lead')}</p>
          <Checkbox.Group label={t('refund.which')} value={chosen} onChange={setChosen}>
            <div className={css.choices}>
              {tickets.map(({ line, segment }) => {
                const person = order.passengers.find((one) => one.id === line.passenger?.id);
                const name = person?.lastName ? `${person.lastName} ${person.firstName}` : line.title;
                return (
                  <Checkbox
                    key={line.id}
                    value={line.id}
                    label={`${name}${line.seat ? `, ${t('seats.chosen', { seats: line.seat, count: 1 })}` : ''} — ${format.money(line.price)}`}
                    description={`${stopName(segment.from.stop)} — ${stopName(segment.to.stop)}, ${format.date(segment.from.departure.local, 'weekday')}`}
                  />
                );
              })}
            </div>
          </Checkbox.Group>
          <NativeSelect
            label={t('request.reason')}
            required
            value={reason}
            onChange={(event) => setReason(REASONS.find((one) => one === event.currentTarget.value) ?? '')}
            data={[{ value: '', label: t('request.choose') }, ...REASONS.map((one) => ({ value: one, label: t(`request.reasons.${one}`) }))]}
          />
          <Textarea label={t('request.text')} required autosize minRows={3} maxLength={LONGEST} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <FileInput
            clearButtonProps={{ 'aria-label': t('request.clearFiles') }}
            label={t('request.files')} description={t('request.filesHint')} placeholder={t('request.addFile')} multiple clearable accept={TYPES} value={files} onChange={(all) => setFiles(all.slice(0, 6))} />
          {wrong && <Notice live tone="error" title={wrong} />}
          {error && <ProblemNotice error={error} />}
          <div className={css.actions}>
            <Button type="submit" loading={fetching || sending}>
              {t('request.send')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('refund.close')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  );
}
