import { Button, Loader } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, LanguageSwitch, Mark, OfflineBanner, ProblemNotice, ThemeSwitch } from 'web-shared';
import { GoLink, usePath } from 'web-shared/routing';
import { sessionPort, useCan, useSession } from '../features/account/session';
import { SignIn } from '../features/account/SignIn';
import { useSignOut } from '../features/account/useSignOut';
import { DuePage } from '../features/secondFactor/DuePage';
import { HomeClock } from './HomeClock';
import { Navigation } from './Navigation';
import { NoAccessPage } from './NoAccessPage';
import { rightOf } from './sections';
import css from './Shell.module.css';

/** Everything behind the door: navigation by rights, or the sign-in form at the same address. */
export function Shell() {
  const { t } = useTranslation();
  const { status, me } = useSession();
  const path = usePath();
  // Whoever comes by an invitation chooses a password, whoever else may be signed in here.
  if (path.endsWith('/welcome')) return <Outlet />;
  if (status === 'starting') {
    return (
      <div className={css.starting} role="status">
        <Loader aria-label={t('loading', { ns: 'shared' })} />
      </div>
    );
  }
  if (status !== 'signedIn') return <SignIn />;
  const due = me?.secondFactor?.demanded && !me.secondFactor.on;
  return due ? <DuePage /> : <Inside />;
}

function Inside() {
  const { t } = useTranslation();
  const can = useCan();
  const path = usePath();
  const right = rightOf(path);
  const { me } = useSession();
  const { fetching, error, signOut } = useSignOut();
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    // A list that has given the keyboard back to its row keeps it, whichever of the two comes first.
    if (document.activeElement?.closest('[role="grid"]')) return;
    main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <div className={css.shell}>
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
      <header className={css.side}>
        <div className={css.brand}>
          <Mark size={30} />
          <span>
            {t('brand')} <small>{t('subtitle')}</small>
          </span>
        </div>
        <Navigation />
        <div className={css.foot}>
          <GoLink to="/account" className={css.who} data-current={path.endsWith('/account') || undefined} title={t('account.title')}>
            <Icon name="person" />
            <span>
              <strong>{[me?.firstName, me?.lastName].filter(Boolean).join(' ') || me?.email}</strong>
              {me?.role && <small>{me.role.name}</small>}
            </span>
          </GoLink>
          <div className={css.switches}>
            <LanguageSwitch onChange={() => void sessionPort.refresh()} />
            <ThemeSwitch />
          </div>
          <Button variant="white" color="dark" size="sm" loading={fetching} onClick={signOut}>
            <Icon name="out" size={18} />
            <span className={css.word}>{t('signOut')}</span>
          </Button>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={css.main}>
        <OfflineBanner />
        {error && <ProblemNotice error={error} />}
        <HomeClock>{right && !can(right) ? <NoAccessPage /> : <Outlet />}</HomeClock>
      </main>
    </div>
  );
}
