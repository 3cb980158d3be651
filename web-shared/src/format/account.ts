/** An account's number as people read ten digits out. */
export const spaced = (number: string): string => number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
