import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Notice, ProblemNotice, spaced, useFormat, useMutation, useQuery } from 'web-shared';
import { MyCompaniesDocument, MyWalletDocument, OpenWalletDocument, type WalletPartsFragment } from '../../gql/graphql';
import account from '../account/account.module.css';
import { Papers } from './Papers';
import { Statement } from './Statement';
import { TopUpForm } from './TopUpForm';
import css from './wallet.module.css';

/** The passenger's internal account: what is on it, how to put more there, what came and went. */
export function MyWallet() {
  const [{ data, error }, reload] = useQuery({ query: MyWalletDocument, requestPolicy: 'cache-and-network' });
  const again = () => reload({ requestPolicy: 'network-only' });
  if (error && !data?.me) return <ProblemNotice error={error} onRetry={again} />;
  if (!data?.me) return <Skeleton height={260} radius="lg" />;
  const { wallet } = data.me;
  return (
    <>
      {wallet ? <Own wallet={wallet} /> : <Opening onOpened={again} />}
      <Companies />
    </>
  );
}

function Own({ wallet }: { wallet: WalletPartsFragment }) {
  const { t } = useTranslation();
  return (
    <>
      <Balance wallet={wallet} title={t('wallet.title')} />
      {wallet.blocked ? <Notice tone="warn" title={t('wallet.blocked')} /> : <TopUpForm wallet={wallet} />}
      <Statement id={wallet.id} />
    </>
  );
}

export function Balance({ wallet, title }: { wallet: WalletPartsFragment; title: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={account.card} aria-label={title}>
      <h2>{title}</h2>
      <p className={css.balance}>{format.money(wallet.balance)}</p>
      <p className={css.number}>
        {t('wallet.number')} <strong>{spaced(wallet.number)}</strong>
      </p>
      <p className="bk-muted">{t('wallet.numberText')}</p>
    </section>
  );
}

/** Accounts of the companies that one buys for. */
function Companies() {
  const { t } = useTranslation();
  const format = useFormat();
  const [{ data }] = useQuery({ query: MyCompaniesDocument, requestPolicy: 'cache-and-network' });
  return (data?.me?.companies ?? []).map((one) => (
    <section key={one.companyId} className={account.content} aria-label={one.name}>
      <Balance wallet={one.wallet} title={one.name} />
      <p className="bk-muted" style={{ margin: 0 }}>
        {one.inForce ? t('company.spent', { amount: format.money(one.spentThisMonth) }) : t('company.notInForce')}
        {one.monthlyLimit && ` ${t('company.ofLimit', { amount: format.money(one.monthlyLimit) })}`}
      </p>
      <Papers companyId={one.companyId} />
      <Statement id={one.wallet.id} />
    </section>
  ));
}

function Opening({ onOpened }: { onOpened: () => void }) {
  const { t } = useTranslation();
  const [{ fetching, error }, open] = useMutation(OpenWalletDocument);
  return (
    <section className={account.card} aria-labelledby="opening">
      <h2 id="opening">{t('wallet.title')}</h2>
      <p>{t('wallet.openText')}</p>
      {error && <ProblemNotice error={error} />}
      <Button
        style={{ justifySelf: 'start' }}
        loading={fetching}
        onClick={() =>
          void open({}).then((answer) => {
            if (answer.data) onOpened();
          })
        }
      >
        {t('wallet.open')}
      </Button>
    </section>
  );
}
