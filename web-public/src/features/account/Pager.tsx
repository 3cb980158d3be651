import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import css from './account.module.css';

interface PagerProps {
  /** After which row this page begins; null: it is the first. */
  after: string | null;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  onPage: (after: string | null) => void;
}

/** On to the rows that follow, and back to the first. */
export function Pager({ after, pageInfo, onPage }: PagerProps) {
  const { t } = useTranslation();
  return (
    <div className={css.row}>
      {after && (
        <Button variant="default" onClick={() => onPage(null)}>
          {t('cabinet.toFirst')}
        </Button>
      )}
      {pageInfo.hasNextPage && (
        <Button variant="default" onClick={() => onPage(pageInfo.endCursor ?? null)}>
          {t('cabinet.more')}
        </Button>
      )}
    </div>
  );
}
