import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useMutation, useQuery } from 'web-shared';
import { GoLink, useGo, useParam } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { DropPassengerDocument, MySavedPassengersDocument, ReleaseOrderDocument, SetPassengersDocument, type OrderPartsFragment } from '../../gql/graphql';
import { useSession } from '../account/session';
import { CheckoutSteps } from './CheckoutSteps';
import { HoldOver } from './HoldOver';
import { HoldTimer } from './HoldTimer';
import { OrderNotFound } from './OrderNotFound';
import { OrderTrips } from './OrderTrips';
import { formPath, initialForm, readDraft, tidyPhone, toInput, validate, writeDraft, type PassengersForm } from './passengerForm';
import { PersonFields } from './PersonFields';
import { PriceSummary } from './PriceSummary';
import { useOrder, type OrderNow } from './useOrder';
import css from './order.module.css';

const CLICK_MS = 250;

/** Who travels, and where to send the tickets. */
export function PassengersPage() {
  const { t } = useTranslation();
  const number = useParam('number');
  const now = useOrder(number);
  const { order } = now;
  return (
    <Page title={t('passengers.title')}>
      <CheckoutSteps current="passengers" />
      {now.loading && <Skeleton height={420} radius="lg" />}
      {now.error && !order && <ProblemNotice error={now.error} onRetry={now.reload} />}
      {!now.loading && !now.error && !order && <OrderNotFound />}
      {order && (order.status === 'EXPIRED' || order.status === 'CANCELLED') && <HoldOver order={order} />}
      {order && order.status !== 'HELD' && order.status !== 'EXPIRED' && order.status !== 'CANCELLED' && (
        <Notice title={t('order.alreadyPaid')} action={<GoLink to={`/order/${number}`}>{t('order.open')}</GoLink>} />
      )}
      {order?.status === 'HELD' && <PassengersFormView key={order.passengers.map((one) => one.id).join()} now={now} order={order} />}
    </Page>
  );
}

function PassengersFormView({ now, order }: { now: OrderNow; order: OrderPartsFragment }) {
  const { t } = useTranslation();
  const go = useGo();
  const { me } = useSession();
  const box = useRef<HTMLFormElement>(null);
  const [{ fetching, error: saveError }, setPassengers] = useMutation(SetPassengersDocument);
  const [{ fetching: dropping, error: dropError }, dropPassenger] = useMutation(DropPassengerDocument);
  const [{ fetching: releasing, error: releaseError }, releaseOrder] = useMutation(ReleaseOrderDocument);
  const [{ data: savedData }] = useQuery({ query: MySavedPassengersDocument, pause: !me });
  const error = saveError ?? dropError ?? releaseError;
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);

  const form = useForm<PassengersForm>({
    initialValues: initialForm(order, readDraft(order.number), { email: me?.email, phone: me?.phone }),
    onValuesChange: (values) => writeDraft(order.number, values),
    validate: (values) => Object.fromEntries(Object.entries(validate(values, order)).map(([path, problem]) => [path, t(problem.key, problem.values)])),
    validateInputOnBlur: false,
  });
  /** What an error moves must not move away from under the click that has left the field. */
  const checkLater = (field: 'email' | 'phone') => setTimeout(() => form.validateField(field), CLICK_MS);
  const showFirstError = () =>
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-error] input')?.focus());

  const submit = async (values: PassengersForm) => {
    setRefused(null);
    if (!now.reference) return;
    const answer = await setPassengers({
      input: { order: now.reference, passengers: toInput(values), email: values.email.trim(), phone: tidyPhone(values.phone), consent: values.consent },
    });
    const result = answer.data?.setPassengers;
    switch (result?.__typename) {
      case 'OrderChanged':
        go({ to: `/order/${order.number}/payment` });
        break;
      case 'InvalidInput':
        form.setErrors(Object.fromEntries(result.fields.map((field) => [formPath(field.path), field.message])));
        setRefused(result.fields.length > 0 ? t('passengers.checkFields') : result.message);
        showFirstError();
        break;
      case 'HoldExpired':
        setOver(true);
        break;
      case 'OrderClosed':
        now.reload();
        break;
    }
  };
  const drop = async (passengerId: string) => {
    if (!now.reference) return;
    const answer = await dropPassenger({ input: { order: now.reference, passengerId } });
    const result = answer.data?.dropPassenger;
    setRefused(result?.__typename === 'InvalidInput' ? (result.fields[0]?.message ?? result.message) : null);
    if (result?.__typename === 'OrderChanged') now.show(result.order);
    else if (result && result.__typename !== 'InvalidInput') now.reload();
  };
  const release = async () => {
    if (!now.reference) return;
    const answer = await releaseOrder({ input: { order: now.reference } });
    if (answer.data) go({ to: '/' });
  };

  if (over) return <HoldOver order={order} />;
  return (
    <div className={css.columns}>
      <form ref={box} className={css.form} noValidate onSubmit={form.onSubmit((values) => void submit(values), showFirstError)}>
        {order.holdUntil && <HoldTimer until={order.holdUntil} clockSkew={now.clockSkew} onEnd={() => setOver(true)} />}
        <OrderTrips order={order} />
        {order.passengers.map((passenger, index) => (
          <PersonFields
            key={passenger.id}
            index={index}
            passenger={passenger}
            order={order}
            form={form}
            saved={savedData?.me?.savedPassengers ?? []}
            signedIn={me !== null}
            onDrop={order.passengers.length > 1 ? () => void drop(passenger.id) : undefined}
            dropping={dropping}
          />
        ))}
        <fieldset className={css.card}>
          <legend>{t('contact.title')}</legend>
          <p className="bk-muted">{t('contact.text')}</p>
          <div className={css.pair}>
            <TextInput type="email" autoComplete="email" inputMode="email" label={t('contact.email')} required {...form.getInputProps('email')} onBlur={() => form.values.email.trim() && checkLater('email')} />
            <TextInput type="tel" autoComplete="tel" inputMode="tel" label={t('contact.phone')} placeholder="+996 700 123456" required {...form.getInputProps('phone')} onBlur={() => form.values.phone.trim() && checkLater('phone')} />
          </div>
          <Checkbox
            {...form.getInputProps('consent', { type: 'checkbox' })}
            label={
              <>
                {t('contact.consent')}{' '}
                <a href="/privacy" target="_blank" rel="noreferrer">
                  {t('contact.consentMore')}
                </a>
              </>
            }
          />
        </fieldset>
        {refused && <Notice live tone="error" title={refused} />}
        {error && <ProblemNotice error={error} />}
        <div className={css.actions}>
          <Button type="submit" size="lg" color="apricot.4" loading={fetching}>
            {t('passengers.continue')}
          </Button>
          <Button variant="subtle" size="lg" color="gray" loading={releasing} onClick={() => void release()}>
            {t('passengers.release')}
          </Button>
        </div>
      </form>
      <aside className={css.side}>
        <PriceSummary order={order} />
      </aside>
    </div>
  );
}
