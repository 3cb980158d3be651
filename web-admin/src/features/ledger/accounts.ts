import type { BookableAccountsQuery, DesksQuery, LedgerKindsQuery } from '../../gql/graphql';

interface Known {
  kinds: LedgerKindsQuery['ledgerKinds'];
  bookable: BookableAccountsQuery['bookableAccounts'];
  desks: readonly Pick<DesksQuery['desks'][number], 'ledgerAccount' | 'sign'>[];
}

/** What postings are looked for by, in the order of a balance: what may be booked on by hand, tills, and what customers have paid and keep with the station. */
export function accountsOf({ kinds, bookable, desks }: Known): { value: string; label: string }[] {
  return kinds.flatMap(({ code, name }) => {
    if (code === 'CUSTOMER' || code === 'WALLET') return [{ value: code, label: name }];
    if (code === 'TILL') return [{ value: code, label: name }, ...desks.map((desk) => ({ value: desk.ledgerAccount, label: `${name} · ${desk.sign}` }))];
    return bookable.filter((one) => one.code.split(':')[0] === code).map((one) => ({ value: one.code, label: one.name }));
  });
}
