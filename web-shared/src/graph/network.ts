import { useSyncExternalStore } from 'react';

/** Whether the server can be reached: `offline` by the device's own word, `unreachable` after failed requests. */
export type NetworkState = 'online' | 'offline' | 'unreachable';

let state: NetworkState = typeof navigator !== 'undefined' && navigator.onLine === false ? 'offline' : 'online';
const listeners = new Set<() => void>();

export function reportNetwork(next: NetworkState): void {
  if (next === state) return;
  state = next;
  listeners.forEach((listener) => listener());
}

if (typeof window !== 'undefined') {
  window.addEventListener('offline', () => reportNetwork('offline'));
  window.addEventListener('online', () => reportNetwork('online'));
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const useNetwork = (): NetworkState => useSyncExternalStore(subscribe, () => state);
