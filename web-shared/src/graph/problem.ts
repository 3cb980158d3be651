import type { CombinedError } from 'urql';

/** What went wrong, in the terms in which it can be told to a person. */
export type ProblemKind = 'network' | 'rateLimited' | 'notFound' | 'forbidden' | 'signIn' | 'badInput' | 'server';
export interface Problem {
  kind: ProblemKind;
  /** For the support desk. */
  traceId: string | null;
}

const BY_CODE: Record<string, ProblemKind> = {
  RATE_LIMITED: 'rateLimited',
  NOT_FOUND: 'notFound',
  FORBIDDEN: 'forbidden',
  UNAUTHENTICATED: 'signIn',
  BAD_INPUT: 'badInput',
};

export function problemOf(error: CombinedError): Problem {
  if (error.networkError && error.graphQLErrors.length === 0) {
    return { kind: 'network', traceId: null };
  }
  const extensions = error.graphQLErrors[0]?.extensions ?? {};
  const trace = extensions.traceId ?? extensions.trace_id;
  return {
    kind: BY_CODE[String(extensions.code)] ?? 'server',
    traceId: typeof trace === 'string' ? trace : null,
  };
}
