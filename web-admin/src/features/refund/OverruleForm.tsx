import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import { AmountField, hasAmounts } from '../../app/AmountField';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { OverruleRefundDocument, type OrderPageQuery, type OverruleReason, type OverruleRefundMutation } from '../../gql/graphql';
import { Offer } from './Offer';
import { REASONS } from './reasons';

type Order = NonNullable<OrderPageQuery['order']>;
type Offered = Extract<OverruleRefundMutation['overruleRefund'], { __typename: 'RefundOverruled' }>;

interface OverruleFormProps {
  orderId: string;
  /** Tickets that are to be given back, with words for each. */
  lines: { id: string; title: string; price: Order['total'] }[];
  onReturned: (words: string) => void;
  onBack: () => void;
}

/** More comes back than the rules give: why, and how much of each fare is withheld; what comes of it is told before. */
export function OverruleForm({ orderId, lines, onReturned, onBack }: OverruleFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reason, setReason] = useState<OverruleReason | ''>('');
  const [note, setNote] = useState('');
  const [fees, setFees] = useState(false);
  const [withheld, setWithheld] = useState<Record<string, number | ''>>({});
  const [offered, setOffered] = useState<Offered | null>(null);
  /** What the rules withhold of each fare, once it is known. */
  const [most, setMost] = useState<Record<string, Order['total']>>({});
  const [wrong, setWrong] = useState<{ words: string; path?: string } | null>(null);
  const [{ fetching, error }, ask] = useMutation(OverruleRefundDocument);
  const count = async () => {
    setWrong(null);
    if (!reason) return;
    const asked = lines.map(({ id }) => ({ lineId: id, withheld: withheld[id] ? String(withheld[id]) : null }));
    const answer = (await ask({ input: { orderId, lines: asked, returnFees: fees, reason, note } })).data?.overruleRefund;
    if (answer?.__typename === 'RefundOverruled') {
      setOffered(answer);
      setMost(Object.fromEntries(answer.quote.lines.flatMap((line) => (line.byRule ? [[line.lineId, line.byRule.withheldOfFare]] : []))));
    } else if (answer) setWrong({ words: wordsOf(answer), path: answer.__typename === 'InvalidInput' ? answer.fields[0]?.path : undefined });
  };
  if (offered) {
    const waits = offered.waitsForApproval;
    return (
      <Offer
        orderId={orderId}
        quote={offered.quote}
        action={waits ? t('overrule.askFor') : undefined}
        onReturned={onReturned}
        onRefused={(words) => {
          setOffered(null);
          setWrong({ words });
        }}
        onBack={() => setOffered(null)}
      >
        <Notice tone={waits ? 'warn' : 'info'} title={t(waits ? 'overrule.willWait' : 'overrule.atOnce', { amount: format.money(offered.beyond) })} />
      </Offer>
    );
  }
  return (
    <form
      className={page.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (hasAmounts(event.currentTarget)) void count();
      }}
    >
      <p>{t('overrule.text')}</p>
      {wrong && !wrong.path?.startsWith('lines.') && <Notice live tone="error" title={wrong.words} />}
      {error && <ProblemNotice error={error} />}
      <NativeSelect
        label={t('overrule.reason')}
        value={reason}
        required
        data-autofocus
        onChange={(event) => setReason(REASONS.find((one) => one === event.currentTarget.value) ?? '')}
        data={[{ value: '', label: t('overrule.choose') }, ...REASONS.map((one) => ({ value: one, label: t(`overruleReason.${one}`) }))]}
      />
      <Textarea label={t('overrule.note')} description={t('overrule.noteHint')} value={note} maxLength={500} autosize minRows={2} required onChange={(event) => setNote(event.currentTarget.value)} />
      {lines.map((line, n) => {
        const limit = most[line.id];
        return (
          <AmountField
            key={line.id}
            label={t('overrule.withheld', { ticket: line.title })}
            description={limit ? t('overrule.most', { amount: format.money(limit) }) : t('overrule.price', { amount: format.money(line.price) })}
            value={withheld[line.id] ?? 0}
            error={wrong?.path === `lines.${n}.withheld` ? wrong.words : undefined}
            onChange={(value) => {
              setWithheld({ ...withheld, [line.id]: value });
              setWrong(null);
            }}
          />
        );
      })}
      <Checkbox label={t('overrule.fees')} checked={fees} onChange={(event) => setFees(event.currentTarget.checked)} />
      <div className={page.tools}>
        <Button type="submit" loading={fetching} disabled={!reason || !note.trim()}>
          {t('atDesk.quote')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('overrule.back')}
        </Button>
      </div>
    </form>
  );
}
