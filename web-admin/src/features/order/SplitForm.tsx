import { Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat, useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { SplitOrderDocument, type OrderPageQuery } from '../../gql/graphql';

interface SplitFormProps {
  order: NonNullable<OrderPageQuery['order']>;
  onSplit: (number: string) => void;
  reread: () => void;
}

/** Some of an order's passengers get an order of their own. */
export function SplitForm({ order, onSplit, reread }: SplitFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ fetching, error }, split] = useMutation(SplitOrderDocument);
  const form = useForm({
    name: `split.${order.id}`,
    version: order.version,
    saved: { people: [] as string[], email: order.email ?? '', phone: order.phone ?? '', sendTickets: true },
    reread,
    send: async ({ people, ...values }, version) => {
      const answer = (await split({ input: { ...values, orderId: order.id, version: version ?? 0, passengerIds: people } })).data?.splitOrder;
      if (answer?.__typename === 'OrderSplit') onSplit(answer.newOrder.number);
      return answer;
    },
  });
  const lines = order.segments.flatMap((segment) => segment.lines);
  const travels = (id: string) => lines.some((line) => line.passenger?.id === id && line.ticket?.valid);
  const wrong = form.wrong('passengerIds') ?? form.values.people.map((_, n) => form.wrong(`passengerIds.${n}`)).find(Boolean);
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('split.sure')} names={{ people: t('split.who'), email: t('order.email'), phone: t('order.phone') }}>
      <p className="bk-muted">{t('split.lead')}</p>
      <Checkbox.Group label={t('split.who')} value={form.values.people} error={wrong} onChange={(people) => form.set({ people })}>
        <div style={{ display: 'grid', gap: '0.6rem', paddingBlock: '0.5rem' }}>
          {order.passengers.map((one) => (
            <Checkbox key={one.id} value={one.id} disabled={!travels(one.id)} label={[one.lastName, one.firstName].filter(Boolean).join(' ') || one.category.name} description={travels(one.id) ? `${one.category.name} · ${format.money(one.total)}` : t('split.noTicket')} />
          ))}
        </div>
      </Checkbox.Group>
      <TextInput label={t('order.email')} type="email" autoComplete="off" {...form.text('email')} />
      <TextInput label={t('order.phone')} type="tel" autoComplete="off" {...form.text('phone')} />
      <Checkbox label={t('split.send')} checked={form.values.sendTickets} onChange={(event) => form.set({ sendTickets: event.currentTarget.checked })} />
    </FormFrame>
  );
}
