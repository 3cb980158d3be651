import type { CSSProperties } from 'react';

/** Names of columns for the style sheet: on a narrow screen each row is a card, and each cell says what it is. */
export function columnNames(columns: string[]): CSSProperties {
  return Object.fromEntries(columns.map((column, index) => [`--column-${index + 1}`, JSON.stringify(column)])) as CSSProperties;
}
