import type { BlankBlockPartsFragment } from '../../gql/graphql';

/** What one blank has in common with the next: of the same day and trip. */
export interface Kept {
  day?: string;
  tripId?: string;
  from?: string;
  to?: string;
  soldOn?: string;
  soldAt?: string;
}

type Block = Pick<BlankBlockPartsFragment, 'series' | 'firstNumber' | 'lastNumber' | 'next'>;

/** The blank that comes next: the one after the last that was entered, in the same block; otherwise the first that is free. */
export function nextBlank(blocks: Block[], before: string | undefined): string {
  const found = /^(\D+?) ?(\d+)$/.exec(before ?? '');
  if (found) {
    const [, series, digits] = found;
    const number = Number(digits) + 1;
    const block = blocks.find((one) => one.series === series && number >= one.firstNumber && number <= one.lastNumber);
    if (block) return `${series} ${String(number).padStart(digits!.length, '0')}`;
  }
  return blocks.find((one) => one.next)?.next ?? '';
}
