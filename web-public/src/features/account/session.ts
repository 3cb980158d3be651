import { useSyncExternalStore } from 'react';
import { createGraphClient, currentLanguage, sendMutation, type SessionPort } from 'web-shared';
import { RefreshSessionDocument, type MePartsFragment, type SignedInPartsFragment } from '../../gql/graphql';

/** The access token lives in memory only; the refresh token is an HttpOnly cookie that scripts cannot see. */
export interface SessionState {
  status: 'starting' | 'guest' | 'signedIn';
  me: MePartsFragment | null;
  /** Changes whenever another person (or nobody) is signed in. */
  person: string;
}

/** Says only that a refresh is worth trying; it is no secret. */
const FLAG = 'beket.session';
const SPARE_MS = 20_000;
const DEFAULT_LIFETIME_MS = 5 * 60_000;

let state: SessionState = { status: 'starting', me: null, person: 'guest' };
let token: string | null = null;
let freshUntil = 0;
let refreshing: Promise<string | null> | null = null;
const listeners = new Set<() => void>();

function change(next: SessionState): void {
  state = next;
  listeners.forEach((listener) => listener());
}

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

export function signedIn(answer: SignedInPartsFragment): void {
  token = answer.accessToken;
  freshUntil = Date.now() + lifetimeMs(answer.accessToken) - SPARE_MS;
  localStorage.setItem(FLAG, '1');
  change({ status: 'signedIn', me: answer.me, person: answer.me.id });
}

export function signedOut(): void {
  token = null;
  localStorage.removeItem(FLAG);
  change({ status: 'guest', me: null, person: 'guest' });
}

export function profileChanged(me: MePartsFragment): void {
  change({ ...state, me });
}

const guestPort: SessionPort = { accessToken: async () => null, refresh: async () => null };

async function askForToken(): Promise<string | null> {
  const { client, close } = createGraphClient(currentLanguage(), guestPort);
  const { data, error } = await sendMutation(client, RefreshSessionDocument, {});
  close();
  if (data?.refreshSession.__typename === 'SignedIn') {
    signedIn(data.refreshSession);
    return token;
  }
  if (!error?.networkError) signedOut();
  return null;
}

/** One refresh at a time in all tabs: a rotated token used twice would end the whole session. */
function refresh(): Promise<string | null> {
  refreshing ??= (navigator.locks ? navigator.locks.request('beket.refresh', askForToken) : askForToken()).finally(() => {
    refreshing = null;
  });
  return refreshing;
}

export const sessionPort: SessionPort = {
  accessToken: async () => (token && Date.now() > freshUntil ? refresh() : token),
  refresh,
};

/** A refusal simply means a guest. */
export async function startSession(): Promise<void> {
  if (localStorage.getItem(FLAG)) await refresh();
  if (state.status === 'starting') change({ ...state, status: 'guest' });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};
export const useSession = (): SessionState => useSyncExternalStore(subscribe, () => state);
