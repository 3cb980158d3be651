import { Outlet } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, LanguageSwitch, Mark, OfflineBanner, ThemeSwitch, useQuery, type IconName } from 'web-shared';
import { GoLink, usePath } from 'web-shared/routing';
import { useSession } from '../features/account/session';
import { SiteDocument } from '../gql/graphql';
import css from './Layout.module.css';

/** Pages on which something is being bought: the way out is kept narrow there. */
const isCheckout = (path: string) => path === '/trip' || /^\/order\/[^/]+\/(passengers|payment)$/.test(path);

export function Layout() {
  const { t } = useTranslation();
  const path = usePath();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);

  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    main.current?.focus({ preventScroll: true });
  }, [path]);

  // The board on a wall has the whole screen.
  if (path.startsWith('/hall/')) return <Outlet />;
  return (
    <div className={css.page} data-checkout={isCheckout(path) || undefined}>
      <a
        className="bk-skip"
        href="#main"
        onClick={(event) => {
          // The address stays: behind its # there may be the key of an order.
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t('skip', { ns: 'shared' })}
      </a>
      <OfflineBanner />
      <Header />
      <main id="main" ref={main} tabIndex={-1} className={css.main}>
        <Outlet />
      </main>
      <Footer />
      {!isCheckout(path) && <BottomBar />}
    </div>
  );
}

function Header() {
  const { t } = useTranslation();
  const { status, me } = useSession();
  return (
    <header className={`${css.header} bk-noprint`}>
      <div className={css.headerInner}>
        <GoLink to="/" className={css.logo} aria-label={t('nav.home')}>
          <Mark />
          <span>{t('brand')}</span>
        </GoLink>
        <nav className={css.nav} aria-label={t('nav.label')}>
          <GoLink to="/">{t('nav.search')}</GoLink>
          <GoLink to="/stations">{t('nav.boards')}</GoLink>
          <GoLink to="/orders">{t('nav.orders')}</GoLink>
        </nav>
        <div className={css.tools}>
          <LanguageSwitch />
          <ThemeSwitch />
          <GoLink to={status === 'signedIn' ? '/cabinet' : '/sign-in'} className={css.account}>
            <Icon name="person" />
            <span>{status === 'signedIn' ? (me?.firstName ?? t('nav.cabinet')) : t('nav.signIn')}</span>
          </GoLink>
        </div>
      </div>
    </header>
  );
}

function BottomBar() {
  const { t } = useTranslation();
  const { status } = useSession();
  const items: [string, IconName, string][] = [
    ['/', 'search', t('nav.search')],
    ['/stations', 'board', t('nav.boards')],
    ['/orders', 'ticket', t('nav.orders')],
    status === 'signedIn' ? ['/cabinet', 'person', t('nav.cabinet')] : ['/sign-in', 'person', t('nav.signIn')],
  ];
  return (
    <nav className={`${css.bottom} bk-noprint`} aria-label={t('nav.bottom')}>
      {items.map(([to, icon, label]) => (
        <GoLink key={to} to={to}>
          <Icon name={icon} size={22} />
          <span>{label}</span>
        </GoLink>
      ))}
    </nav>
  );
}

function Footer() {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: SiteDocument });
  const site = data?.site;
  return (
    <footer className={`${css.footer} bk-noprint`}>
      <div className={css.footerInner}>
        <p>
          <strong>{t('brand')}</strong> — {t('footer.motto')}
        </p>
        <ul>
          <li>
            <GoLink to="/about">{t('footer.about')}</GoLink>
          </li>
          <li>
            <GoLink to="/privacy">{t('footer.privacy')}</GoLink>
          </li>
          {site?.supportPhone && (
            <li>
              <a href={`tel:${site.supportPhone.replace(/[^+\d]/g, '')}`}>{site.supportPhone}</a>
            </li>
          )}
          {site?.supportEmail && (
            <li>
              <a href={`mailto:${site.supportEmail}`}>{site.supportEmail}</a>
            </li>
          )}
        </ul>
        {site?.demonstration && <p className={css.demo}>{t('footer.demonstration')}</p>}
      </div>
    </footer>
  );
}
