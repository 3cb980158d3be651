import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { clock, Empty, stopName, useFormat, useQuery } from 'web-shared';
import { GoLink, useGo } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { OrderByLinkDocument } from '../../gql/graphql';
import { useSession } from '../account/session';
import { deviceOrders, forgetOrder, type DeviceOrder } from './deviceOrders';
import shared from './order.module.css';
import css from './DeviceOrdersPage.module.css';

/** Orders bought on this device, for guests too; and a way in by number for whoever has the link elsewhere. */
export function DeviceOrdersPage() {
  const { t } = useTranslation();
  const { status } = useSession();
  const [orders, setOrders] = useState(deviceOrders);
  return (
    <Page title={t('orders.title')} lead={t('orders.lead')} narrow>
      {status === 'signedIn' && <GoLink to="/cabinet">{t('orders.inCabinet')}</GoLink>}
      {orders.length === 0 ? (
        <Empty title={t('orders.none')} action={<GoLink to="/">{t('notFound.home')}</GoLink>}>
          {t('orders.noneText')}
        </Empty>
      ) : (
        <ul className={css.list}>
          {orders.map((one) => (
            <DeviceOrderRow
              key={one.number}
              entry={one}
              onForget={() => {
                forgetOrder(one.number);
                setOrders(deviceOrders());
              }}
            />
          ))}
        </ul>
      )}
      <OpenByLink />
    </Page>
  );
}

function DeviceOrderRow({ entry, onForget }: { entry: DeviceOrder; onForget: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data, fetching }] = useQuery({ query: OrderByLinkDocument, variables: { number: entry.number, secret: entry.secret } });
  const order = data?.order;
  return (
    <li className={css.row}>
      <div>
        <GoLink to={`/order/${entry.number}`}>{entry.number}</GoLink>
        {order && <span className={css.badge} data-status={order.status}>{t(`orderStatus.${order.status}`)}</span>}
        {order?.segments.map((segment) => (
          <p key={segment.index}>
            {stopName(segment.from.stop)} — {stopName(segment.to.stop)}, {format.date(segment.from.departure.local, 'weekday')}, {clock(segment.from.departure)}
          </p>
        ))}
        {!order && !fetching && <p className="bk-muted">{t('orders.gone')}</p>}
      </div>
      <Button variant="subtle" size="compact-md" color="gray" onClick={onForget} aria-label={t('orders.forgetNamed', { number: entry.number })}>
        {t('orders.forget')}
      </Button>
    </li>
  );
}

function OpenByLink() {
  const { t } = useTranslation();
  const go = useGo();
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const match = /\/order\/([A-Z0-9-]+)#(\S+)/i.exec(link);
    setProblem(!match);
    if (match) go({ to: `/order/${match[1]}`, hash: match[2] });
  };
  return (
    <form className={shared.card} onSubmit={submit}>
      <h2>{t('orders.byLink')}</h2>
      <TextInput label={t('orders.link')} description={t('orders.linkHint')} value={link} error={problem && t('orders.linkWrong')} onChange={(event) => setLink(event.currentTarget.value)} />
      <Button type="submit" variant="light">
        {t('orders.open')}
      </Button>
    </form>
  );
}
