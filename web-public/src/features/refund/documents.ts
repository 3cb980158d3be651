import type { OrderRefInput } from '../../gql/graphql';
import { sessionPort } from '../account/session';

/** Bytes; the server takes no more. */
export const LARGEST = 5 * 1024 * 1024;
export const TYPES = 'application/pdf,image/jpeg,image/png,image/webp';

/** Proof of whose order it is: the secret of its link, or the session. */
async function proof(order: OrderRefInput): Promise<Record<string, string>> {
  if (order.secret) return { 'X-Order-Secret': order.secret };
  const token = await sessionPort.accessToken();
  return token ? { Authorization: `Bearer ${token}` } : {};
}

/** Sends a document with a request; a code where it was not taken, null where it was. */
export async function sendDocument(order: OrderRefInput, requestId: string, file: File): Promise<string | null> {
  if (file.size > LARGEST) return 'TOO_LARGE';
  try {
    const url = `/refund-requests/${encodeURIComponent(requestId)}/documents?name=${encodeURIComponent(file.name)}`;
    const answer = await fetch(url, { method: 'POST', body: file, headers: await proof(order) });
    if (answer.ok) return null;
    if (answer.status === 413) return 'TOO_LARGE';
    return ((await answer.json()) as { code?: string }).code ?? 'FAILED';
  } catch {
    return 'FAILED';
  }
}

/** Reads one's own document back, to be opened. */
export async function readDocument(order: OrderRefInput, url: string): Promise<Blob | null> {
  try {
    const answer = await fetch(url, { headers: await proof(order) });
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null;
  }
}
