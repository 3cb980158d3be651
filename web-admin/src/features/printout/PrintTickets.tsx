import { useTranslation } from 'react-i18next';
import { useMutation, useQuery } from 'web-shared';
import { MyPrinterDocument, PrintTicketsDocument } from '../../gql/graphql';
import { PrintButton } from './PrintButton';

/** Tickets on the receipt printer of one's own desk; nothing where it has none. */
export function PrintTickets({ orderId, atOnce }: { orderId: string; atOnce?: boolean }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: MyPrinterDocument, requestPolicy: 'cache-and-network' });
  const [{ error }, print] = useMutation(PrintTicketsDocument);
  if (!data?.myShift?.desk.printer) return null;
  return <PrintButton words={t('printer.tickets')} atOnce={atOnce} error={error} send={async () => (await print({ input: { orderId } })).data?.printTickets} />;
}
