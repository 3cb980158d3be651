import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useEffect, useRef, type ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { GoLink, useGo, useSearchText } from 'web-shared/routing';
import { Page } from '../../app/Page';
import { MyPassengers } from './MyPassengers';
import { MyPayments } from './MyPayments';
import { MyTrips } from './MyTrips';
import { MyWallet } from '../wallet/MyWallet';
import { useSession } from './session';
import css from './account.module.css';

const MySettings = lazy(async () => ({ default: (await import('./MySettings')).MySettings }));
const MySecurity = lazy(async () => ({ default: (await import('./MySecurity')).MySecurity }));

const PARTS: Record<string, ComponentType> = {
  trips: MyTrips,
  wallet: MyWallet,
  payments: MyPayments,
  passengers: MyPassengers,
  settings: MySettings,
  security: MySecurity,
};

/** The passenger's own pages; the part is in the address, so that a reload stays. */
export function CabinetPage() {
  const { t } = useTranslation();
  const go = useGo();
  const { status, me } = useSession();
  const { part = 'trips' } = useSearchText();
  const Part = (Object.hasOwn(PARTS, part) ? PARTS[part] : undefined) ?? MyTrips;

  useEffect(() => {
    if (status === 'guest') go({ to: '/sign-in', search: { next: '/cabinet' }, replace: true });
    // Only when the session's state is known or ends.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [status]);

  const menu = useRef<HTMLElement>(null);
  // On a phone the menu is longer than the screen is wide.
  useEffect(() => {
    menu.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [part, status]);

  return (
    <Page title={t('cabinet.title')} lead={me ? (me.email ?? me.phone) : undefined}>
      {status !== 'signedIn' ? (
        <Skeleton height={300} radius="lg" />
      ) : (
        <div className={css.cabinet}>
          <nav ref={menu} className={css.menu} aria-label={t('cabinet.menu')}>
            {Object.keys(PARTS).map((key) => (
              <GoLink key={key} to="/cabinet" search={{ part: key }} data-current={PARTS[key] === Part || undefined} aria-current={PARTS[key] === Part ? 'page' : undefined}>
                {t(`cabinet.part.${key}`)}
              </GoLink>
            ))}
          </nav>
          <div className={css.content}>
            <Suspense fallback={<Skeleton height={300} radius="lg" />}>
              <Part />
            </Suspense>
          </div>
        </div>
      )}
    </Page>
  );
}
