import type { BookableAccountsQuery, DesksQuery, LedgerKindsQuery } from '../../gql/graphql';

/** The account that a desk's till or a customer has in the ledger. An id is a byte for what it is of and the 16 that the ledger has. */
export function accountOf(kind: 'TILL' | 'WALLET', id: string): string {
  const bytes = Array.from(atob(id.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.codePointAt(0)!.toString(16).padStart(2, '0'));
  const uuid = bytes.slice(1).join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  return `${kind}:${uuid}`;
}

interface Known {
  kinds: LedgerKindsQuery['ledgerKinds'];
  bookable: BookableAccountsQuery['bookableAccounts'];
  desks: readonly Pick<DesksQuery['desks'][number], 'id' | 'sign'>[];
}

/** What postings are looked for by, in the order of a balance: what may be booked on by hand, each till, and what customers have paid. Their own accounts are too many for a list. */
export function accountsOf({ kinds, bookable, desks }: Known): { value: string; label: string }[] {
  return kinds.flatMap(({ code, name }) => {
    if (code === 'TILL') return desks.map((desk) => ({ value: accountOf('TILL', desk.id), label: `${name} · ${desk.sign}` }));
    if (code === 'CUSTOMER') return [{ value: code, label: name }];
    return bookable.filter((one) => one.code.split(':')[0] === code).map((one) => ({ value: one.code, label: one.name }));
  });
}
