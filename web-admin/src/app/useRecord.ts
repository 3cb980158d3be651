import { useState } from 'react';
import { useQuery, type DocumentText } from 'web-shared';
import { useParam } from 'web-shared/routing';
import type { CombinedError } from 'urql';

interface Shown<Data> {
  data: Data | undefined;
  error: CombinedError | undefined;
  /** Reads it anew. */
  again: () => void;
  /** Something was changed: says so, and reads it anew. */
  done: (words: string) => void;
  said: string | null;
  /** How many changes were made here, for the history beside it. */
  changes: number;
}

/** The record whose id is in the page's address, and what is done to it there. */
export function useRecord<Data>(document: DocumentText<Data, { id: string }>): Shown<Data> {
  const id = useParam('id');
  const [{ data, error }, reload] = useQuery<Data, { id: string }>({ query: document, variables: { id }, requestPolicy: 'cache-and-network' });
  const [said, setSaid] = useState<string | null>(null);
  const [changes, setChanges] = useState(0);
  // What was said of one record is not said of the next.
  const [of, setOf] = useState(id);
  if (of !== id) {
    setOf(id);
    setSaid(null);
  }
  const again = () => reload({ requestPolicy: 'network-only' });
  const done = (words: string) => {
    setSaid(words);
    setChanges((was) => was + 1);
    again();
  };
  return { data, error, again, done, said, changes };
}
