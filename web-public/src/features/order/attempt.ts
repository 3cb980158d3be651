import { newKey } from 'web-shared';

/**
 * Idempotency keys. A key belongs to one attempt with one input: it survives a reload and a lost answer, so that the
 * repetition is the same request to the server, and it is forgotten as soon as a definite answer has come.
 */
const place = (name: string) => `beket.attempt.${name}`;

export function attemptKey(name: string, input: unknown): string {
  const print = JSON.stringify(input);
  const stored = sessionStorage.getItem(place(name));
  if (stored) {
    const attempt = JSON.parse(stored) as { key: string; print: string };
    if (attempt.print === print) return attempt.key;
  }
  const key = newKey();
  sessionStorage.setItem(place(name), JSON.stringify({ key, print }));
  return key;
}

export const forgetAttempt = (name: string): void => sessionStorage.removeItem(place(name));
