import { sessionPort } from '../account/session';

export type Outcome = { id: string; again: boolean } | { code: string; column?: string };

/** Sends a gateway's file with the days that it is about. */
export async function loadFile(method: string, from: string, to: string, file: File): Promise<Outcome> {
  const search = new URLSearchParams({ from, to, name: file.name });
  try {
    const token = await sessionPort.accessToken();
    const answer = await fetch(`/registries/${encodeURIComponent(method)}?${search}`, { method: 'POST', body: file, headers: token ? { Authorization: `Bearer ${token}` } : {} });
    if (answer.status === 413) return { code: 'TOO_LARGE' };
    return (await answer.json()) as Outcome;
  } catch {
    return { code: 'INTERNAL' };
  }
}
