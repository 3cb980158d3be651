import { useFormat } from 'web-shared';
import type { ReportColumnKind, ReportPart } from '../../gql/graphql';

interface CellLike {
  value?: string | null;
  text?: string | null;
}

interface HeadLike {
  kind: ReportColumnKind;
  part?: ReportPart | null;
}

/** How a cell of a report is read in the language that is on. */
export function useCellText() {
  const format = useFormat();
  const numbers = new Intl.NumberFormat(format.language === 'ky' ? 'ru' : format.language, { maximumFractionDigits: 2 });
  return (cell: CellLike | undefined, head: HeadLike, currency?: string | null): string => {
    const value = cell?.value;
    if (value === null || value === undefined) return '—';
    if (cell?.text) return cell.text;
    if (head.part === 'HOUR') return `${value.padStart(2, '0')}:00`;
    switch (head.kind) {
      case 'MONEY':
        return format.money({ amount: value, currency: currency ?? 'KGS' });
      case 'INTEGER':
      case 'DECIMAL':
        return numbers.format(Number(value));
      case 'SHARE':
        return `${numbers.format(Math.round(Number(value) * 1000) / 10)} %`;
      case 'DATE':
        return format.date(value, 'full');
      case 'MOMENT':
        return head.part ? format.date(value, 'full') : format.date(value, 'moment');
      default:
        return value;
    }
  };
}

/** Figures stand at the end of their cells, one above the other. */
export const isFigure = (kind: ReportColumnKind): boolean => ['MONEY', 'INTEGER', 'DECIMAL', 'SHARE'].includes(kind);
