import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useGo, useSearchText } from 'web-shared/routing';

export const TYPING_PAUSE_MS = 250;

/** Filters of a list that are kept in its address, and the text that is typed, which goes there when typing pauses. */
export function useFilters(to: string) {
  const go = useGo();
  const search = useSearchText();
  const [text, setText] = useState(search.text ?? '');
  const [asked] = useDebouncedValue(text.trim(), TYPING_PAUSE_MS);
  const change = (patch: Record<string, string | undefined>) => go({ to, search: { ...search, ...patch }, replace: true, keepScroll: true });
  useEffect(() => {
    // Whoever has typed and gone on at once is not called back.
    const here = window.location.pathname.endsWith(to);
    if (here && asked !== (search.text ?? '')) change({ text: asked || undefined });
    // Only when typing has paused.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [asked]);
  // Another text has come with the address: a saved view, a way back.
  useEffect(() => {
    if ((search.text ?? '') !== asked) setText(search.text ?? '');
    // Only when the address is another.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [search.text]);
  return { search, change, text, setText, asked };
}
