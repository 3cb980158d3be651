import type { CombinedError } from 'urql';

/** What went wrong, in the terms in which it can be told to a person. */
export type ProblemKind = 'network' | 'rateLimited' | 'notFound' | 'forbidden' | 'signIn' | 'badInput' | 'server';
export interface Problem {
  kind: ProblemKind;
  /** For the support desk. */
  traceId: string | null;
  /** Minutes after which it is worth another try, where the server says so. */
  waitMinutes: number | null;
}

const BY_CODE: Record<string, ProblemKind> = {
  RATE_LIMITED: 'rateLimited',
  NOT_FOUND: 'notFound',
  FORBIDDEN: 'forbidden',
  UNAUTHENTICATED: 'signIn',
  BAD_INPUT: 'badInput',
  INTERNAL: 'server',
};

/** By the error's code: the server's own words for it are for programmers, and in English. */
export function problemOf(error: CombinedError): Problem {
  if (error.networkError && error.graphQLErrors.length === 0) {
    return { kind: 'network', traceId: null, waitMinutes: null };
  }
  const extensions = error.graphQLErrors[0]?.extensions ?? {};
  const { code, traceId, retryAfterSeconds } = extensions;
  return {
    kind: BY_CODE[String(code)] ?? 'server',
    traceId: typeof traceId === 'string' ? traceId : null,
    waitMinutes: typeof retryAfterSeconds === 'number' ? Math.max(1, Math.ceil(retryAfterSeconds / 60)) : null,
  };
}
