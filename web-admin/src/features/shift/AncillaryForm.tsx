import { useTranslation } from 'react-i18next';
import { Notice, useFormat, useMutation, type MoneyLike } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { NumberField } from '../../app/NumberField';
import { useForm } from '../../app/useForm';
import { SellAncillariesDocument, type OrderPageQuery } from '../../gql/graphql';
import { decimalOf, handedOf, minorOf, minorOfMoney } from './amounts';
import { HandedFields } from './HandedFields';
import { useKey } from './useKey';

type Order = NonNullable<OrderPageQuery['order']>;
type Piece = Order['laterAncillaries'][number];

interface AncillaryFormProps {
  order: Order;
  onSold: (change: MoneyLike, tickets: string) => void;
}

const keyOf = (one: Piece) => `${one.passengerId} ${one.segmentIndex} ${one.code}`;

/** Baggage and extras for passengers who have their tickets already, with the money for it. */
export function AncillaryForm({ order, onSold }: AncillaryFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, sell] = useMutation(SellAncillariesDocument);
  const attempt = useKey();
  const currency = order.total.currency;
  const priceOf = (counts: Record<string, number>) => order.laterAncillaries.reduce((sum, one) => sum + (counts[keyOf(one)] ?? 0) * minorOfMoney(one.price), 0);
  const form = useForm({
    name: `ancillaries.${order.id}`,
    version: null,
    saved: { counts: {} as Record<string, number>, card: '' as number | '', received: '' as number | '', reference: '' },
    send: async ({ counts, ...handed }) => {
      const chosen = order.laterAncillaries.filter((one) => (counts[keyOf(one)] ?? 0) > 0);
      const input = {
        orderId: order.id,
        pieces: chosen.map((one) => ({ passengerId: one.passengerId, segmentIndex: one.segmentIndex, code: one.code, count: counts[keyOf(one)] ?? 0 })),
        ...handedOf(handed, priceOf(counts) - minorOf(handed.card)),
        idempotencyKey: attempt.key(),
      };
      const answer = (await sell({ input })).data?.sellAncillaries;
      if (answer) attempt.used();
      if (answer?.__typename === 'AncillariesSold') {
        form.discard();
        onSold(answer.change, answer.ticketsPdfUrl);
      }
      return answer?.__typename === 'InvalidInput' ? answer : answer && { ...answer, fields: undefined };
    },
  });
  const { values, set, wrong } = form;
  const due = priceOf(values.counts);
  const money = (minor: number) => format.money({ amount: decimalOf(minor), currency });
  const chosen = order.laterAncillaries.filter((one) => (values.counts[keyOf(one)] ?? 0) > 0);
  const isOver = (one: Piece) => (values.counts[keyOf(one)] ?? 0) > one.most;
  const rides = order.segments.filter((segment) => order.laterAncillaries.some((one) => one.segmentIndex === segment.index));
  // As they stand below each other.
  const first = rides.flatMap((segment) => order.passengers.flatMap((person) => order.laterAncillaries.filter((one) => one.segmentIndex === segment.index && one.passengerId === person.id)))[0];
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('atDesk.take', { amount: money(due) })} names={{ card: t('atDesk.card'), received: t('atDesk.received') }}>
      {rides.flatMap((segment) =>
        order.passengers.map((person) => {
          const pieces = order.laterAncillaries.filter((one) => one.segmentIndex === segment.index && one.passengerId === person.id);
          const name = [person.lastName, person.firstName].filter(Boolean).join(' ');
          const title = rides.length > 1 ? `${name}: ${segment.from.stop.name} – ${segment.to.stop.name}` : name;
          return (
            pieces.length > 0 && (
              <fieldset key={`${segment.index} ${person.id}`} style={{ display: 'grid', gap: 12, margin: 0, padding: 12, border: '1px solid var(--line, #d0d4da)', borderRadius: 8 }}>
                <legend>{title}</legend>
                {pieces.map((one) => (
                  <NumberField
                    key={one.code}
                    label={`${one.name}, ${format.money(one.price)}`}
                    description={[one.detail, t('atDesk.ancillaryMost', { count: one.most })].filter(Boolean).join(' · ')}
                    value={values.counts[keyOf(one)] ?? 0}
                    error={isOver(one) ? t('form.atMost', { count: one.most }) : chosen.includes(one) ? wrong(`pieces.${chosen.indexOf(one)}`) : undefined}
                    data-no-amount={isOver(one) || undefined}
                    data-autofocus={one === first || undefined}
                    min={0}
                    max={one.most}
                    allowDecimal={false}
                    allowNegative={false}
                    onChange={(value) => set({ counts: { ...values.counts, [keyOf(one)]: Number(value) || 0 } })}
                  />
                ))}
              </fieldset>
            )
          );
        }),
      )}
      <p style={{ margin: 0 }}>
        {t('atDesk.due')} <strong>{money(due)}</strong>
      </p>
      {due > 0 && <HandedFields form={form} due={due} currency={currency} />}
      {(wrong('orderId') ?? wrong('pieces')) && <Notice live tone="error" title={wrong('orderId') ?? t('atDesk.ancillaryNone')} />}
    </FormFrame>
  );
}
