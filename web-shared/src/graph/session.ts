import { useSyncExternalStore } from 'react';
import type { SessionPort } from './client';

/** Who is signed in on this page; the access token itself never leaves this module but for requests. */
export interface SessionState<Me> {
  status: 'starting' | 'guest' | 'signedIn';
  me: Me | null;
  /** Changes whenever another person (or nobody) is signed in. */
  person: string;
}

export interface SessionGrant<Me> {
  accessToken: string;
  me: Me;
}

export interface SessionOptions<Me> {
  /** Key of a mark in localStorage that a refresh is worth trying; it is no secret. */
  mark: string;
  /** Asks the server, which reads the HttpOnly cookie. `unknown` when it could not be reached. */
  ask: () => Promise<SessionGrant<Me> | 'refused' | 'unknown'>;
}

const SPARE_MS = 20_000;
const DEFAULT_LIFETIME_MS = 5 * 60_000;

/** Length of life by the token's own claims, so that a wrong clock on the device does no harm. */
function lifetimeMs(accessToken: string): number {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    const claims = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/'))) as { iat?: number; exp?: number };
    return claims.iat && claims.exp ? (claims.exp - claims.iat) * 1000 : DEFAULT_LIFETIME_MS;
  } catch {
    return DEFAULT_LIFETIME_MS;
  }
}

/** Port for the request that itself asks for a token. */
export const guestPort: SessionPort = { accessToken: async () => null, refresh: async () => null };

/** Keeps the access token in memory and renews it; the refresh token is a cookie that scripts cannot see. */
export function createSession<Me extends { id: string }>({ mark, ask }: SessionOptions<Me>) {
  let state: SessionState<Me> = { status: 'starting', me: null, person: 'guest' };
  let token: string | null = null;
  let freshUntil = 0;
  let refreshing: Promise<string | null> | null = null;
  const listeners = new Set<() => void>();

  const change = (next: SessionState<Me>) => {
    state = next;
    listeners.forEach((listener) => listener());
  };
  const signedIn = ({ accessToken, me }: SessionGrant<Me>) => {
    token = accessToken;
    freshUntil = Date.now() + lifetimeMs(accessToken) - SPARE_MS;
    localStorage.setItem(mark, '1');
    change({ status: 'signedIn', me, person: me.id });
  };
  const signedOut = () => {
    token = null;
    localStorage.removeItem(mark);
    change({ status: 'guest', me: null, person: 'guest' });
  };
  const askOnce = async () => {
    const answer = await ask();
    if (typeof answer === 'object') signedIn(answer);
    else if (answer === 'refused') signedOut();
    return token;
  };
  /** One refresh at a time in all tabs: a rotated token used twice would end the whole session. */
  const refresh = () => {
    refreshing ??= (navigator.locks ? navigator.locks.request(mark, askOnce) : askOnce()).finally(() => {
      refreshing = null;
    });
    return refreshing;
  };
  const port: SessionPort = {
    accessToken: async () => (token && Date.now() > freshUntil ? refresh() : token),
    refresh,
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };

  return {
    port,
    signedIn,
    signedOut,
    profileChanged: (me: Me) => change({ ...state, me }),
    /** A refusal simply means a guest. */
    start: async () => {
      if (localStorage.getItem(mark)) await refresh();
      if (state.status === 'starting') change({ ...state, status: 'guest' });
    },
    useSession: (): SessionState<Me> => useSyncExternalStore(subscribe, () => state),
  };
}
