import { Anchor } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice, useFormat, useMutation, useQuery } from 'web-shared';
import { Badge } from '../../app/Badge';
import { FoldedCard } from '../../app/FoldedCard';
import page from '../../app/Page.module.css';
import { MyPrinterDocument, OrderReceiptsDocument, PrintReceiptsDocument } from '../../gql/graphql';
import { PrintButton } from '../printout/PrintButton';
import { TONES } from './tones';

/** A register needs a second or two. */
const AGAIN_MS = 2000;

interface OrderReceiptsProps {
  orderId: string;
  /** Prints them as soon as the register has recorded them, as after a sale. */
  atOnce?: boolean;
}

/** Fiscal receipts of an order, and the paper of them; asked again while the register has not recorded all. */
export function OrderReceipts({ orderId, atOnce }: OrderReceiptsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, error }, reread] = useQuery({ query: OrderReceiptsDocument, variables: { id: orderId }, requestPolicy: 'cache-and-network' });
  const [{ data: desk }] = useQuery({ query: MyPrinterDocument, requestPolicy: 'cache-and-network' });
  const [printed, print] = useMutation(PrintReceiptsDocument);
  const receipts = data?.order?.receipts ?? [];
  const waits = receipts.some((one) => one.state === 'QUEUED' || one.state === 'SENDING');
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => reread({ requestPolicy: 'network-only' }), AGAIN_MS);
    return () => clearInterval(timer);
  }, [waits, reread]);
  if (error && !data) return <ProblemNotice error={error} />;
  if (receipts.length === 0) return null;
  const recorded = data?.order?.receiptsPdfUrl;
  return (
    <FoldedCard id="order-receipts" title={t('fiscal.receipts')}>
      <table className={`${page.table} ${page.amounts}`}>
        <tbody>
          {receipts.map((one) => (
            <tr key={one.id}>
              <td>
                {t(`fiscal.kinds.${one.kind}`)}
                <small>
                  {one.marks ? (
                    <a href={one.marks.link} target="_blank" rel="noreferrer">
                      {t('fiscal.fd', { number: one.marks.fdNumber })}
                    </a>
                  ) : (
                    one.problem
                  )}
                </small>
              </td>
              <td>
                <Badge tone={TONES[one.state]}>{t(`fiscal.states.${one.state}`)}</Badge>
              </td>
              <td className={page.number}>{format.money(one.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {recorded && (
        <div className={page.tools}>
          <Anchor href={recorded} target="_blank" rel="noreferrer" className={page.action}>
            {t('fiscal.pdf')}
          </Anchor>
          {desk?.myShift?.desk.printer && <PrintButton words={t('fiscal.print')} atOnce={atOnce} error={printed.error} send={async () => (await print({ input: { orderId } })).data?.printReceipts} />}
        </div>
      )}
    </FoldedCard>
  );
}
