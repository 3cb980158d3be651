import { useRef } from 'react';
import { newKey } from 'web-shared';

/** A key for each attempt: the same while its answer is not known, a new one once it is. */
export function useKey(): { key: () => string; used: () => void } {
  const kept = useRef<string | null>(null);
  return {
    key: () => (kept.current ??= newKey()),
    used: () => {
      kept.current = null;
    },
  };
}
