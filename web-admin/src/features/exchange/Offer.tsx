import { Button, Checkbox, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey, Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { ConfirmExchangeDocument, type ExchangePartsFragment } from '../../gql/graphql';
import { useCan } from '../account/session';
import { Explained } from './Explained';
import css from './Exchange.module.css';

interface OfferProps {
  orderId: string;
  /** The order has a contact: the passenger gets a message. */
  told: boolean;
  offer: ExchangePartsFragment;
  onBack: () => void;
  onDone: () => void;
}

/** What it costs and what becomes of it, before it is done. */
export function Offer({ orderId, told, offer, onBack, onDone }: OfferProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const mayOverrule = useCan()('OVERRULE_ORDERS');
  const [forgo, setForgo] = useState(false);
  const [overrule, setOverrule] = useState('');
  const [refused, setRefused] = useState('');
  const [done, setDone] = useState<ExchangePartsFragment | null>(null);
  const [{ fetching, error }, confirm] = useMutation(ConfirmExchangeDocument);
  // One key for each thing that is asked: pressed twice, it is one exchange.
  const keys = useRef(new Map<string, string>());
  const difference = Number(offer.difference.amount);
  const reasonNeeded = forgo || offer.needsOverrule;

  const send = async () => {
    setRefused('');
    const asked = { forgo, overrule: reasonNeeded ? overrule.trim() || null : null };
    const print = JSON.stringify(asked);
    const key = keys.current.get(print) ?? newKey();
    keys.current.set(print, key);
    const answer = (await confirm({ input: { orderId, exchangeId: offer.id, idempotencyKey: key, ...asked } })).data?.confirmExchange;
    if (answer?.__typename === 'ExchangeConfirmed') setDone(answer.exchange);
    else if (answer) setRefused(wordsOf(answer));
  };

  if (done) {
    const waits = done.state === 'WAITING';
    return (
      <Notice live tone={waits ? 'warn' : 'ok'} title={t(waits ? 'exchanging.waits' : 'exchanging.done')} action={<Button onClick={onDone}>{t('exchanging.back')}</Button>}>
        {waits ? t(told ? 'exchanging.waitsText' : 'exchanging.waitsHere', { amount: format.money(done.difference), time: done.validUntil ? format.date(done.validUntil, 'moment') : '' }) : t(told ? 'exchanging.doneText' : 'exchanging.doneHere')}
      </Notice>
    );
  }
  const words = difference > 0 ? (forgo ? 'exchanging.forgone' : 'exchanging.toPay') : difference < 0 ? 'exchanging.toReturn' : 'exchanging.even';
  const amount = format.money({ ...offer.difference, amount: String(Math.abs(difference)) });
  return (
    <section className={page.card} aria-labelledby="offer">
      <h2 id="offer">{t('exchanging.offer')}</h2>
      <Explained exchange={offer} />
      <p className={css.sum} aria-live="polite">
        {t(words, { amount })}
      </p>
      {difference > 0 && !forgo && <p className="bk-muted">{t('exchanging.oldIsGood')}</p>}
      {offer.needsOverrule && <Notice tone="warn" title={t('exchanging.used')} />}
      {mayOverrule && difference > 0 && <Checkbox checked={forgo} label={t('exchanging.forgo')} onChange={(event) => setForgo(event.currentTarget.checked)} />}
      {mayOverrule && reasonNeeded && <TextInput label={t('exchanging.reason')} maxLength={300} value={overrule} onChange={(event) => setOverrule(event.currentTarget.value)} />}
      {refused && <Notice live tone="error" title={refused} />}
      {error && <ProblemNotice error={error} onRetry={() => void send()} />}
      <div className={page.tools}>
        <Button loading={fetching} disabled={reasonNeeded && (!mayOverrule || !overrule.trim())} onClick={() => void send()}>
          {t(difference > 0 && !forgo ? 'exchanging.hold' : 'exchanging.exchange')}
        </Button>
        <Button variant="default" onClick={onBack}>
          {t('exchanging.otherwise')}
        </Button>
      </div>
    </section>
  );
}
