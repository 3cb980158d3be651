import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, useFormat, useMutation } from 'web-shared';
import page from '../../app/Page.module.css';
import { wordsOf } from '../../app/wordsOf';
import { QuoteReturnDocument, type OfferPartsFragment, type OrderPageQuery } from '../../gql/graphql';
import { useCan } from '../account/session';
import { Offer } from '../refund/Offer';
import { OverruleForm } from '../refund/OverruleForm';

type Order = NonNullable<OrderPageQuery['order']>;

interface ReturnFormProps {
  order: Order;
  onReturned: (words: string) => void;
}

/** Tickets are given back by the rules, explained line by line; the money goes the way it came or is paid out here. */
export function ReturnForm({ order, onReturned }: ReturnFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const lines = order.segments.flatMap((segment) => segment.lines.filter((line) => line.ticket?.valid));
  const [chosen, setChosen] = useState<string[]>(lines.map((line) => line.id));
  const [quote, setQuote] = useState<OfferPartsFragment | null>(null);
  /** More comes back than the rules give. */
  const [beyond, setBeyond] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [asking, ask] = useMutation(QuoteReturnDocument);
  const can = useCan();
  const nameOf = (id: string | undefined) => {
    const one = order.passengers.find((passenger) => passenger.id === id);
    return [one?.lastName, one?.firstName].filter(Boolean).join(' ');
  };
  const offer = async () => {
    setWrong(null);
    const answer = (await ask({ input: { order: { id: order.id }, lineIds: chosen } })).data?.quoteRefund;
    if (answer?.__typename === 'RefundQuoted') setQuote(answer.quote);
    else if (answer) setWrong(wordsOf(answer));
  };
  const titleOf = (line: (typeof lines)[number]) => `${line.title} · ${nameOf(line.passenger?.id)}`;
  if (beyond) {
    const asked = lines.filter((line) => chosen.includes(line.id)).map((line) => ({ id: line.id, title: titleOf(line), price: line.price }));
    return <OverruleForm orderId={order.id} lines={asked} onReturned={onReturned} onBack={() => setBeyond(false)} />;
  }
  return (
    <div className={page.page}>
      {wrong && <Notice live tone="error" title={wrong} />}
      {asking.error && <ProblemNotice error={asking.error} />}
      {!quote && (
        <>
          {lines.map((line) => (
            <Checkbox
              key={line.id}
              label={`${titleOf(line)} · ${format.money(line.price)}`}
              checked={chosen.includes(line.id)}
              onChange={(event) => setChosen(event.currentTarget.checked ? [...chosen, line.id] : chosen.filter((id) => id !== line.id))}
            />
          ))}
          <div className={page.tools}>
            <Button loading={asking.fetching} disabled={chosen.length === 0} onClick={() => void offer()}>
              {t('atDesk.quote')}
            </Button>
            {can('OVERRULE_REFUNDS') && (
              <Button variant="default" disabled={chosen.length === 0} onClick={() => setBeyond(true)}>
                {t('overrule.title')}
              </Button>
            )}
          </div>
        </>
      )}
      {quote && (
        <Offer
          orderId={order.id}
          quote={quote}
          onReturned={onReturned}
          onRefused={(words) => {
            setWrong(words);
            setQuote(null);
          }}
          onBack={() => setQuote(null)}
        />
      )}
    </div>
  );
}
