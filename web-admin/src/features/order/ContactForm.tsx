import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMutation } from 'web-shared';
import { FormFrame } from '../../app/FormFrame';
import { useForm } from '../../app/useForm';
import { ChangeContactDocument, SendTicketsDocument, type OrderPageQuery } from '../../gql/graphql';

interface ContactFormProps {
  order: NonNullable<OrderPageQuery['order']>;
  onSaved: () => void;
  reread: () => void;
}

/** Where what is sent from now on goes. */
export function ContactForm({ order, onSaved, reread }: ContactFormProps) {
  const { t } = useTranslation();
  const [{ fetching, error }, change] = useMutation(ChangeContactDocument);
  const form = useForm({
    name: `contact.${order.id}`,
    version: order.version,
    saved: { email: order.email ?? '', phone: order.phone ?? '' },
    reread,
    onSaved,
    send: async (values, version) => (await change({ input: { ...values, orderId: order.id, version: version ?? 0 } })).data?.changeContact,
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('form.save')} names={{ email: t('order.email'), phone: t('order.phone') }}>
      <TextInput label={t('order.email')} type="email" autoComplete="off" data-autofocus {...form.text('email')} />
      <TextInput label={t('order.phone')} type="tel" autoComplete="off" {...form.text('phone')} />
    </FormFrame>
  );
}

/** The tickets once more, to whom staff choose; the order's contact stays. */
export function SendTickets({ order, onSaved }: Omit<ContactFormProps, 'reread'>) {
  const { t } = useTranslation();
  const [{ fetching, error }, send] = useMutation(SendTicketsDocument);
  const form = useForm({
    name: `send.${order.id}`,
    version: null,
    saved: { email: order.email ?? '', phone: '' },
    onSaved,
    send: async ({ email, phone }) => {
      const outcome = (await send({ input: { orderId: order.id, email: email.trim() || null, phone: phone.trim() || null } })).data?.sendTickets;
      // What is refused as a whole has no field of its own.
      return outcome && !('fields' in outcome) && outcome.__typename !== 'OrderChanged' ? { __typename: 'InvalidInput', message: outcome.message } : outcome;
    },
  });
  return (
    <FormFrame form={form} busy={fetching} error={error} submit={t('order.send')} names={{ email: t('order.email'), phone: t('order.phone') }}>
      <TextInput label={t('order.email')} description={t('order.sendMail')} type="email" autoComplete="off" data-autofocus {...form.text('email')} />
      <TextInput label={t('order.phone')} description={t('order.sendSms')} type="tel" autoComplete="off" {...form.text('phone')} />
    </FormFrame>
  );
}
