/** What was typed and not sent yet. It survives a reload, and ends with the tab or with the session. */
const PREFIX = 'beket.draft.';

export interface Draft<V> {
  /** As the record was when typing began. */
  base: V;
  values: V;
  version: number | null;
}

export function readDraft<V>(key: string): Draft<V> | null {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + key) ?? 'null') as Draft<V> | null;
  } catch {
    return null;
  }
}

export function keepDraft<V>(key: string, draft: Draft<V>): void {
  try {
    sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
  } catch {
    // The store is full or forbidden: typing goes on without it.
  }
}

export function dropDraft(key: string): void {
  sessionStorage.removeItem(PREFIX + key);
}

/** Nobody who signs in after somebody else finds what they have typed. */
export function dropDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
}
